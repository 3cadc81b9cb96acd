import ArgumentParser
import Pseudonymization
import Reporting
import TrialOffice

/// The command `milenari label`.
struct LabelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label",
        abstract: "Draws the label of a pseudonym, to be read by people and by scanners.",
        discussion: """
            Needs no trial. The label has the pseudonym and nothing else. A code with a wrong \
            character is refused; what it may have been is only suggested.

            Example:
              milenari label BCN-PBDC-QDTE --sheet --output labels.svg
            """
    )

    @Argument(help: "The pseudonym; case, spaces and hyphens make no difference.")
    var pseudonym: String

    @Flag(name: .long, help: "A sheet of A4 with 44 labels instead of one of 50 x 25 mm.")
    var sheet = false

    @Option(
        name: [.long, .short],
        help: "Where to write; else standard output.",
        completion: .file()
    )
    var output: String?

    func run() throws {
        let label = PseudonymLabel(try code())
        let svg = sheet ? label.sheet : label.svg
        if let output {
            try OutputFile.write(svg, to: output, option: "--output")
        } else {
            try Terminal.data(svg)
        }
    }

    private func code() throws -> Pseudonym {
        do throws(PseudonymizationError) {
            return try Pseudonym(pseudonym)
        } catch {
            let compare = "compare it with the original, character by character"
            throw OfficeError(
                .badInput,
                at: "PSEUDONYM",
                error.description,
                remedy: Pseudonym.suggestion(for: pseudonym).map {
                    "\(compare); with one wrong character it would be \($0)"
                } ?? compare
            )
        }
    }
}
