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
        try Terminal.run {
            let office = try TrialOffice.open(URL(fileURLWithPath: trial))
            let session = try Self.unlock(office, user, passphraseFile)
            try body(office, session)
            for warning in office.warnings { Terminal.note("milenari: warning: \(warning)") }
            try office.close()
        }
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
