import ArgumentParser
import Reporting
import TrialOffice

extension UserCommand {
    /// Whose state changes, and why.
    struct ChangeOptions: ParsableArguments {
        @Argument(help: "The person's name in the trial.")
        var name: String

        @Option(
            name: .long,
            help: "Why: \(UserReason.words).",
            transform: UserReason.read
        )
        var reason: UserReason

        @OptionGroup var options: TrialOptions

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        /// Changes the state, and prints the person.
        func run(
            _ done: String,
            _ change: (TrialOffice, Session, Moment) throws -> PersonInTrial
        ) throws {
            try options.withSession { office, session in
                let person = try change(office, session, try Clock.now())
                try Terminal.data(
                    json ? try JSONText.encode(person) : PersonText([person]).text,
                    done: "\(name) \(done)"
                )
            }
        }
    }

    /// The command `milenari user suspend`.
    struct Suspend: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Suspends somebody, who may not sign until resumed.",
            discussion: """
                For custodians. Example:
                  milenari user suspend nour.bey --reason absence --trial trial \
                --user ana.custodian
                """
        )

        @OptionGroup var change: ChangeOptions

        func run() throws {
            try change.run("is suspended; nothing more needs to be done") { office, session, now in
                try office.suspend(user: change.name, reason: change.reason, by: session, now: now)
            }
        }
    }

    /// The command `milenari user resume`.
    struct Resume: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets somebody who is suspended work again.",
            discussion: """
                For custodians. Example:
                  milenari user resume nour.bey --reason absence --trial trial \
                --user ana.custodian
                """
        )

        @OptionGroup var change: ChangeOptions

        func run() throws {
            try change.run("may work again; nothing more needs to be done") {
                office,
                session,
                now in
                try office.resume(user: change.name, reason: change.reason, by: session, now: now)
            }
        }
    }

    /// The command `milenari user revoke`.
    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revokes somebody for ever; what the person signed stays valid.",
            discussion: """
                For custodians. The data keys that the person held are known to the person still: a copy \
                of the trial that is in the person's hands stays readable there. Example:
                  milenari user revoke nour.bey --reason left --trial trial \
                --user ana.custodian
                """
        )

        @OptionGroup var change: ChangeOptions

        func run() throws {
            try change.run("is revoked; nothing more needs to be done") { office, session, now in
                try office.revoke(user: change.name, reason: change.reason, by: session, now: now)
            }
        }
    }
}
