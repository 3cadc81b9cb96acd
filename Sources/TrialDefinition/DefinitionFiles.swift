/// The files of a protocol folder and of the shared library beside it, held in memory.
///
/// Paths are relative to the folder that contains the protocol folder, with `/` as separator:
/// `MILENARI-ALL-1/protocol.yaml`, `Library/Washouts.cql`. Reading a folder is the caller's work.
public struct DefinitionFiles: Sendable, Equatable {
    /// The name of the protocol folder, for example `MILENARI-ALL-1`.
    public let protocolFolder: String
    /// The text of each file, by path.
    public let texts: [String: String]

    /// Holds `texts`, of which those under `protocolFolder` define the protocol.
    public init(protocolFolder: String, texts: [String: String]) {
        self.protocolFolder = protocolFolder
        self.texts = texts
    }

    /// The folder that holds the CQL libraries which protocols share.
    public static let sharedFolder = "Library"

    /// The file with the bounds of what can be true of anybody, by what was measured: they are no
    /// limits of a criterion.
    static let boundsFile = sharedFolder + "/Plausibility.cql"

    /// The folder in which published trials lie, beside ``sharedFolder``.
    public static let publishedFolder = "Published"

    /// The paths in a fixed order.
    public var paths: [String] { texts.keys.sorted() }

    func paths(under folder: String, endingIn suffix: String) -> [String] {
        paths.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(suffix) }
    }
}
