/// A code and its code system, made for looking up: the hash is computed once.
public struct CodeKey: Sendable, Hashable {
    /// The identifier of the code system; nil when it is not given.
    public let system: String?
    /// The code itself.
    public let code: String
    let digest: UInt64

    /// Creates a key.
    public init(system: String?, code: String) {
        self.system = system
        self.code = code
        // FNV-1a; the separator keeps ("a", "bc") apart from ("ab", "c").
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ text: String) {
            for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        mix(system ?? "")
        digest = (digest ^ 0xFF) &* 0x100_0000_01b3
        mix(code)
        self.digest = digest
    }

    /// Whether code and system are the same.
    public static func == (left: CodeKey, right: CodeKey) -> Bool {
        left.digest == right.digest && left.code == right.code && left.system == right.system
    }

    /// Hashes the digest that was computed when the key was made.
    public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

extension CodeKey {
    /// The key of a CQL code; nil when the code is not given.
    public init?(_ code: Code) {
        guard let text = code.code else { return nil }
        self.init(system: code.system, code: text)
    }
}
