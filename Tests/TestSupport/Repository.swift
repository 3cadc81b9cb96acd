public import Foundation

/// Where things lie in the repository.
public enum Repository: Sendable {
    /// The repository's root.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The protocol of the planned trial.
    public static let trialProtocol = root.appendingPathComponent("Protocols/MILENARI-ALL-1")

    /// The published trials.
    public static let publishedTrials = root.appendingPathComponent("Protocols/Published")

    /// The folder of fixtures.
    public static let fixtures = root.appendingPathComponent("Fixtures")
}
