import Foundation
import TrialOffice

/// Gets passphrases: from a file, or typed without echo.
///
/// Never from an argument.
enum PassphraseInput {
    /// What is beyond is no passphrase.
    private static let largest = 1_000_000

    /// The first line of `file`.
    static func read(_ file: String) throws -> Passphrase {
        // A device that does not end is not read to its end.
        guard let handle = FileHandle(forReadingAtPath: file),
            let data = try? handle.read(upToCount: largest) ?? Data()
        else {
            throw OfficeError(
                .notFound,
                at: file,
                "this passphrase file cannot be read",
                remedy: "name a file whose first line is the passphrase"
            )
        }
        var bytes = [UInt8](data)
        if let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            bytes.removeSubrange(end...)
        }
        return try Passphrase(bytes)
    }

    /// Asks on the terminal twice, because a passphrase that nobody knows opens nothing.
    static func choose(_ prompt: String) throws -> Passphrase {
        let first = NoEchoPrompt.read(prompt)
        guard let first, first == NoEchoPrompt.read("The same once more: ") else {
            throw OfficeError(
                .badInput,
                at: "passphrase",
                first == nil
                    ? "there is no terminal to type it on" : "the two passphrases are not the same",
                remedy: first == nil ? "give --new-passphrase-file FILE" : "try again"
            )
        }
        return try Passphrase(first)
    }

    /// Asks on the terminal.
    static func ask(_ prompt: String) throws -> Passphrase {
        guard let bytes = NoEchoPrompt.read(prompt) else {
            throw OfficeError(
                .badInput,
                at: "passphrase",
                "there is no terminal to type it on",
                remedy: "give --passphrase-file FILE"
            )
        }
        return try Passphrase(bytes)
    }
}
