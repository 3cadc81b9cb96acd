import ArgumentParser
import Foundation
import Reporting
import TrialOffice

/// The commands `milenari log …`.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Exports and verifies the log.",
        subcommands: [Export.self, Verify.self]
    )

    /// The command `milenari log export`.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Exports the allocation log, with the log that proves it.",
            discussion: """
                JSON holds everything in one file. CSV is for people; its proofs go to the file \
                that --proofs names, which is the JSON form.

                Example:
                  milenari log export --trial trial --user mira.monitor --output allocation.json
                """
        )

        @OptionGroup var options: TrialOptions

        @Flag(name: .long, help: "CSV instead of JSON.")
        var csv = false

        @Option(name: .long, help: "With --csv: where the proofs go.", completion: .file())
        var proofs: String?

        @Flag(name: .long, help: "Leave the arms out.")
        var blinded = false

        @Option(
            name: [.long, .short],
            help: "Where to write; else standard output.",
            completion: .file()
        )
        var output: String?

        func validate() throws {
            if proofs != nil, !csv { throw ValidationError("--proofs goes with --csv.") }
            if let proofs, proofs == output {
                throw ValidationError("--output and --proofs name the same file.")
            }
        }

        func run() throws {
            try options.withSession { office, session in
                let log = try office.exportAllocationLog(
                    isBlinded: blinded,
                    by: session,
                    now: try Clock.now()
                )
                let json = String(decoding: try log.encoded(), as: UTF8.self)
                let text = csv ? AllocationLogCSV.text(log) : json
                if let output {
                    try OutputFile.write(text, to: output, option: "--output")
                } else {
                    try Terminal.data(text, done: Self.done)
                }
                if let proofs {
                    try OutputFile.write(json, to: proofs, option: "--proofs")
                }
                let count = log.allocations.count
                Terminal.note("\(count) allocation\(count == 1 ? "" : "s") exported.")
            }
        }

        private static let done =
            "the log tells that it was exported; export it again, with --output FILE"
    }

    /// The command `milenari log verify`.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Verifies a trial folder or an exported log. Needs no key.",
            discussion: """
                With a CSV export, name the CSV and its proofs: every cell is checked.

                A log alone proves that nothing in it was changed; that it is the right one, and \
                that its end is not cut off, only something kept elsewhere can show: the \
                fingerprint that `trial init` printed, and an earlier export or a copy of \
                head.note. Keep each export, and hold the next one against it.

                A folder that you may only read is verified too; nothing is written to it. Exit \
                code 1 is only for what was changed, 74 for what you may not read.

                Example:
                  milenari log verify trial --founder FINGERPRINT --against last-month.json
                  milenari log verify allocation.json --against last-month.json
                  milenari log verify allocation.csv --proofs allocation.proofs.json
                """
        )

        @Argument(help: "A trial folder, or an exported log.", completion: .file())
        var path: String

        @Option(name: .long, help: "The proofs of a CSV export.", completion: .file())
        var proofs: String?

        @Option(
            name: .long,
            help: "An earlier export or head.note that this has to continue.",
            completion: .file()
        )
        var against: String?

        @Option(name: .long, help: "The founder's fingerprint, which `trial init` printed.")
        var founder: String?

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            let verification = try verify()
            try Terminal.data(
                json
                    ? try JSONText.encode(verification)
                    : VerificationText(verification, style: Terminal.style).text
            )
            if !verification.holds { throw ExitStatus.no }
        }

        private func verify() throws -> LogVerification {
            let kept = try KeptEvidence(
                founder: founder,
                earlier: try against.map { (Self.name($0), try InputFile.bytes($0)) }
            )
            // The end of a chain of links counts. What cannot be looked at is refused as a file.
            let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
            let values = try? url.resourceValues(forKeys: [.isDirectoryKey])
            if values?.isDirectory == true {
                guard proofs == nil else {
                    throw ValidationError("--proofs goes with a CSV export, not with a folder.")
                }
                return try TrialOffice.verify(trial: url, against: kept)
            }
            let bytes = try InputFile.bytes(path)
            guard let proofs else {
                return try TrialOffice.verify(
                    allocationLog: bytes,
                    name: Self.name(path),
                    against: kept
                )
            }
            let proven = try InputFile.bytes(proofs)
            let log = try AllocationLog(decoding: proven, name: proofs)
            let verification = try TrialOffice.verify(
                allocationLog: proven,
                name: proofs,
                against: kept
            )
            guard AllocationLogCSV.text(log).utf8.elementsEqual(bytes) else {
                let finding = "\(Self.name(path)): not the table that the proofs prove"
                return verification.adding(finding: finding)
            }
            return verification
        }

        private static func name(_ path: String) -> String {
            URL(fileURLWithPath: path).lastPathComponent
        }
    }
}
