/// The linkage tokens of one identity: what may be compared across sites instead of the identity.
///
/// Two identities have a token in common where they share a property, so the holder of the key can
/// find the same child at two sites without either site learning the other's record. No token
/// stands for a name alone: each is bound to a birth date, or to year and sex, so frequent names
/// do not show as frequent tokens. Keep them sealed all the same.
public struct LinkageTokens: Hashable, Sendable {
    /// The tokens in ascending order, each once.
    public let tokens: [LinkageToken]

    /// Takes tokens that were stored.
    ///
    /// - Parameter tokens: The tokens of one identity, in any order.
    public init(tokens: [LinkageToken]) {
        var sorted: [LinkageToken] = []
        sorted.reserveCapacity(tokens.count)
        for token in tokens.sorted() where token != sorted.last {
            sorted.append(token)
        }
        self.tokens = sorted
    }

    /// Computes the tokens of an identity.
    ///
    /// - Parameters:
    ///   - identity: The identity.
    ///   - key: The linkage key.
    /// - Throws: `PseudonymizationError.nothingToLink` when the identity has neither a name with a
    ///   birth year nor a record number.
    public init(
        _ identity: Identity,
        key: borrowing LinkageKey
    ) throws(PseudonymizationError) {
        var tokenizer = Tokenizer(key: key)
        tokenizer.add(identity)
        self.init(tokens: tokenizer.tokens)
        guard tokens.contains(where: \.kind.isIndexed) else { throw .nothingToLink }
    }
}

extension LinkageTokens: Codable {
    /// Reads the tokens, 17 bytes each in one array.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let bytes = try container.decode([UInt8].self)
        let size = LinkageToken.encodedCount
        guard bytes.count.isMultiple(of: size) else {
            throw PseudonymizationError.malformedLinkageToken
        }
        var tokens: [LinkageToken] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            tokens.append(try LinkageToken(encoded: Array(bytes[start..<start + size])))
        }
        self.init(tokens: tokens)
    }

    /// Writes the tokens, 17 bytes each in one array.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(tokens.flatMap(\.encoded))
    }
}
