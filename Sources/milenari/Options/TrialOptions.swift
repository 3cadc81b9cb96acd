import ArgumentParser
import Foundation
import TrialOffice

/// Which trial, and who is working with it.
struct TrialOptions: ParsableArguments {
    @Option(name: .long, help: "The trial folder.", completion: .directory)
    var trial: String

    @Option(name: .long, help: "Your name in the trial, for example ana.garcia.")
    var user: String

    @Option(
        name: .long,
        help: "A file whose first line is your passphrase; without it you are asked.",
        completion: .file()
    )
    var passphraseFile: String?

    /// Opens the trial and the user's keys, and closes the trial afterwards.
    func withSession(_ body: (TrialOffice, Session) throws -> Void) throws {
        let office = try TrialOffice.open(URL(fileURLWithPath: trial))
        let session = try Self.unlock(office, user, passphraseFile)
        try Self.closing(office) { try body(office, session) }
    }

    /// Runs `body`, and closes the trial however it ends.
    static func closing<Answer>(
        _ office: TrialOffice,
        _ body: () throws -> Answer
    ) throws -> Answer {
        let outcome = Result(catching: body)
        for warning in office.warnings { Terminal.note("milenari: warning: \(warning)") }
        do {
            try office.close()
        } catch {
            // What the command reported is on disk; a failure to close does not undo it.
            Terminal.note("milenari: warning: the trial's files did not close in good order")
        }
        return try outcome.get()
    }

    /// Opens the keys of `user`.
    static func unlock(_ office: TrialOffice, _ user: String, _ file: String?) throws -> Session {
        if let file {
            return try office.unlock(user, passphrase: try PassphraseInput.read(file))
        }
        return try office.unlock(
            user,
            passphrase: try PassphraseInput.ask("Passphrase of \(user): ")
        )
    }
}
