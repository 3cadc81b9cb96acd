/// A reference to a value set and, when it is known, the codes in it.
public struct ValueSet: Sendable {
    private final class Storage: Sendable {
        let id: String
        let version: String?
        let name: String?
        let codeSystems: [CodeSystem]
        let expansion: [Code]?
        let systemsByCode: [String: [String?]]

        init(
            id: String,
            version: String?,
            name: String?,
            codeSystems: [CodeSystem],
            expansion: [Code]?
        ) {
            self.id = id
            self.version = version
            self.name = name
            self.codeSystems = codeSystems
            self.expansion = expansion
            var index: [String: [String?]] = [:]
            for code in expansion ?? [] {
                if let text = code.code { index[text, default: []].append(code.system) }
            }
            systemsByCode = index
        }
    }

    private let storage: Storage

    /// Creates a reference to a value set.
    ///
    /// `expansion` is the codes in the set, nil when they are not known.
    public init(
        id: String,
        version: String? = nil,
        name: String? = nil,
        codeSystems: [CodeSystem] = [],
        expansion: [Code]? = nil
    ) {
        storage = Storage(
            id: id,
            version: version,
            name: name,
            codeSystems: codeSystems,
            expansion: expansion
        )
    }

    /// The identifier, usually a URL.
    public var id: String { storage.id }

    /// The version, or nil for "the current one".
    public var version: String? { storage.version }

    /// A name for people; never compared.
    public var name: String? { storage.name }

    /// The code systems whose version the declaration of the value set fixes.
    public var codeSystems: [CodeSystem] { storage.codeSystems }

    /// The codes in the set, or nil when they are not known.
    public var expansion: [Code]? { storage.expansion }

    /// Whether the set contains a code equivalent to `code`; nil when its codes are not known.
    public func contains(_ code: Code) -> Bool? {
        guard storage.expansion != nil else { return nil }
        guard let text = code.code, let systems = storage.systemsByCode[text] else { return false }
        return systems.contains { $0 == code.system }
    }

    /// Whether the set contains `text` as a code of any code system; nil when its codes are not
    /// known.
    public func contains(_ text: String) -> Bool? {
        storage.expansion == nil ? nil : storage.systemsByCode[text] != nil
    }

    /// Whether the codes of the set called `text` come from more than one code system.
    func isAmbiguous(_ text: String) -> Bool {
        Set(storage.systemsByCode[text] ?? []).count > 1
    }
}
