import ArgumentParser
import Reporting
import TrialOffice

/// The command `milenari allocate`.
struct AllocateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allocate",
        abstract: "Asks for a subject's allocation, answers requests, or shows an allocation.",
        discussion: """
            A coordinator asks; only the randomization office can answer, because only it can \
            open the seed. Where both are at one machine, name both:

              milenari allocate BCN-7K4M-9QXR --trial trial --user carla.coordinator --office office

            Apart, the coordinator asks without --office, and the office answers what is open:

              milenari allocate --answer --trial trial --user office

            Afterwards the site reads the arm with --show.
            """
    )

    @Argument(help: "The subject's pseudonym.")
    var subject: String?

    @OptionGroup var options: TrialOptions

    @Option(name: .long, help: "The user of the randomization office, if it answers at once.")
    var office: String?

    @Option(name: .long, help: "A file with the office's passphrase.", completion: .file())
    var officePassphraseFile: String?

    @Flag(
        name: .long,
        help: "An approval of the site has ended, and it is agreed that this subject goes on."
    )
    var despiteEndedApproval = false

    @Flag(name: .long, help: "Answer all open requests, as the randomization office.")
    var answer = false

    @Flag(name: .long, help: "Show the allocation that was made.")
    var show = false

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func validate() throws {
        if answer, subject != nil || show || office != nil {
            throw ValidationError("--answer takes neither a subject nor --show nor --office.")
        }
        if !answer, subject == nil { throw ValidationError("Give the subject's pseudonym.") }
        if answer || show, despiteEndedApproval {
            throw ValidationError("--despite-ended-approval goes with asking for an allocation.")
        }
        if show, office != nil { throw ValidationError("--show does not take --office.") }
    }

    func run() throws {
        try options.withSession { trialOffice, session in
            if answer {
                let made = try trialOffice.answerRequests(by: session, now: try Clock.now())
                try Terminal.data(
                    json ? try JSONText.encode(made) : made.map(line).joined(),
                    done: "\(made.count) requests are answered; a site reads its own with"
                        + " `milenari allocate CODE --show`"
                )
                Terminal.note("\(made.count) requests answered.")
            } else if show {
                try showAllocation(trialOffice, session)
            } else if let office {
                let other = try TrialOptions.unlock(trialOffice, office, officePassphraseFile)
                let made = try trialOffice.allocate(
                    subject ?? "",
                    despiteEndedApproval: despiteEndedApproval,
                    by: session,
                    office: other,
                    now: try Clock.now()
                )
                try Terminal.data(
                    json ? try JSONText.encode(made) : line(made),
                    done: "the subject is allocated;"
                        + " read it with `milenari allocate \(made.subject) --show`"
                )
            } else {
                let code = try trialOffice.requestAllocation(
                    of: subject ?? "",
                    despiteEndedApproval: despiteEndedApproval,
                    by: session,
                    now: try Clock.now()
                )
                Terminal.note(
                    "Asked for the allocation of \(code). When the randomization office has"
                        + " answered, read it with --show."
                )
            }
        }
    }

    private func showAllocation(_ office: TrialOffice, _ session: Session) throws {
        guard let found = try office.allocation(of: subject ?? "", for: session) else {
            throw OfficeError(
                .refused,
                at: subject ?? "",
                "this subject is not allocated yet",
                remedy: "ask with `milenari allocate`, or wait for the randomization office"
            )
        }
        try Terminal.data(json ? try JSONText.encode(found) : line(found))
    }

    private func line(_ allocation: Allocation) -> String {
        "\(allocation.number) \(allocation.subject) \(allocation.arm ?? "") ".printable
            + "(\((allocation.armName ?? "").printable))\n"
    }
}
