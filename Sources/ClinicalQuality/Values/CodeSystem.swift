/// A reference to a code system.
public struct CodeSystem: Sendable {
    private final class Storage: Sendable {
        let id: String
        let version: String?
        let name: String?

        init(_ id: String, _ version: String?, _ name: String?) {
            self.id = id
            self.version = version
            self.name = name
        }
    }

    private let storage: Storage

    /// Creates a reference to a code system.
    public init(id: String, version: String? = nil, name: String? = nil) {
        storage = Storage(id, version, name)
    }

    /// The identifier, usually a URL.
    public var id: String { storage.id }

    /// The version, or nil for "the current one".
    public var version: String? { storage.version }

    /// A name for people; never compared.
    public var name: String? { storage.name }
}
