/// The text of one CQL library, and the name under which problems in it are reported.
public struct LibrarySource: Sendable, Hashable {
    /// A path or other name, used in diagnostics only.
    public let path: String
    /// The CQL.
    public let text: String

    /// Creates a source.
    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
