import ArgumentParser
import TrialOffice

/// A passphrase that somebody chooses.
struct NewPassphraseOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "A file whose first line is the new passphrase; without it you are asked.",
        completion: .file()
    )
    var newPassphraseFile: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The cost of opening a passphrase, as a power of two.",
            visibility: .hidden
        )
    )
    var scryptLog2n: Int = 17

    /// Gets the new passphrase of `user`; typed ones twice.
    func read(_ user: String) throws -> Passphrase {
        if let newPassphraseFile { return try PassphraseInput.read(newPassphraseFile) }
        return try PassphraseInput.choose("New passphrase of \(user): ")
    }

    /// The cost of opening it.
    var cost: PassphraseCost {
        get throws { try PassphraseCost(log2N: scryptLog2n) }
    }
}
