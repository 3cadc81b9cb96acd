/// Finds, among enrolled identities, those that may be of the same child.
///
/// It is kept in memory; a store can do the same with an index over kind and value of the tokens.
public struct LinkageIndex<ID: Hashable & Comparable & Sendable>: Sendable {
    private struct Posting {
        let id: ID
        let kind: LinkageKind
    }

    private var tokens: [ID: LinkageTokens] = [:]
    /// Who has a token, by its value: of all kinds together, so that one search is enough.
    private var postings: [LinkageToken.Value: [Posting]] = [:]

    /// Makes an empty index.
    public init() {}

    /// Adds an identity, or replaces the one with the same identifier.
    ///
    /// - Parameters:
    ///   - newTokens: The tokens of the identity.
    ///   - id: What the identity is known by here, for example its pseudonym.
    public mutating func insert(_ newTokens: LinkageTokens, for id: ID) {
        remove(id)
        tokens[id] = newTokens
        for token in newTokens.tokens where token.kind.isIndexed {
            postings[token.value, default: []].append(Posting(id: id, kind: token.kind))
        }
    }

    /// Takes an identity out.
    ///
    /// - Parameter id: What the identity is known by; nothing happens when it is unknown.
    public mutating func remove(_ id: ID) {
        guard let old = tokens.removeValue(forKey: id) else { return }
        for token in old.tokens where token.kind.isIndexed {
            postings[token.value]?.removeAll { $0.id == id }
            if postings[token.value]?.isEmpty == true { postings[token.value] = nil }
        }
    }

    /// Compares an identity with all that were added.
    ///
    /// - Parameter probe: The tokens of the identity, under the same key as the others.
    /// - Returns: Those that are the same or possibly the same, the same ones first, then in the
    ///   order of their identifiers.
    public func matches(for probe: LinkageTokens) -> [LinkageMatch<ID>] {
        var candidates: Set<ID> = []
        for token in probe.tokens where token.kind.isIndexed {
            for posting in postings[token.value] ?? [] where token.kind.meets(posting.kind) {
                candidates.insert(posting.id)
            }
        }
        return candidates.sorted().compactMap { id in
            guard let known = tokens[id] else { return nil }
            let decision = LinkageDecision.between(probe, known)
            return decision.outcome == .different ? nil : LinkageMatch(id: id, decision: decision)
        }
        .sorted { left, right in
            // Candidates are in order already; only the outcome is left to compare.
            left.decision.outcome == .same && right.decision.outcome != .same
                || left.decision.outcome == right.decision.outcome && left.id < right.id
        }
    }
}

/// An identity that is, or may be, of the same child.
public struct LinkageMatch<ID: Hashable & Comparable & Sendable>: Hashable, Sendable {
    /// What the identity is known by.
    public let id: ID
    /// Why it was found.
    public let decision: LinkageDecision
}
