import Foundation

extension SampleTrial {
    /// The options with which the command opens the trial as `user`.
    public func options(_ user: String) -> [String] {
        ["--trial", url.path, "--user", user, "--passphrase-file", passphraseFile(user)]
    }
}
