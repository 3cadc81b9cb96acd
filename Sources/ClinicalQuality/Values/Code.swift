/// A code from a code system.
///
/// Two codes mean the same when code and system are the same (`isEquivalent(to:)`); version and
/// display text do not count. Source: CQL 1.5, "Equivalent" of the clinical operators.
public struct Code: Sendable {
    private final class Storage: Sendable {
        let code: String?
        let system: String?
        let version: String?
        let display: String?

        init(code: String?, system: String?, version: String?, display: String?) {
            self.code = code
            self.system = system
            self.version = version
            self.display = display
        }
    }

    private let storage: Storage

    /// Creates a code; nil means "not given".
    public init(
        code: String?,
        system: String? = nil,
        version: String? = nil,
        display: String? = nil
    ) {
        storage = Storage(code: code, system: system, version: version, display: display)
    }

    /// The code itself, for example `2160-0`.
    public var code: String? { storage.code }

    /// The identifier (URI) of the code system.
    public var system: String? { storage.system }

    /// The version of the code system.
    public var version: String? { storage.version }

    /// A text for people; never compared.
    public var display: String? { storage.display }

    /// Whether both have the same code and the same system.
    public func isEquivalent(to other: Code) -> Bool {
        storage === other.storage || (code == other.code && system == other.system)
    }
}
