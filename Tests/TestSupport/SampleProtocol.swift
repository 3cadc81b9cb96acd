public import TrialDefinition
import TrialOffice

/// The protocol of the trial, loaded once for all tests.
public enum SampleProtocol: Sendable {
    private static let loaded = Result {
        let files = try DefinitionFolder.read(Repository.trialProtocol)
        return (files, try TrialOffice.load(files))
    }

    /// The files.
    public static func files() throws -> DefinitionFiles { try loaded.get().0 }

    /// The first version.
    public static func definition() throws -> TrialProtocol { try loaded.get().1.first }

    /// What a sheet of the protocol may say.
    public static func items() throws -> ItemCatalog {
        guard let items = try definition().items else { throw Missing() }
        return items
    }

    private struct Missing: Error {}
}
