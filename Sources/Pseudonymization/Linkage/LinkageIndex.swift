/// Finds, among enrolled identities, those that may be of the same child.
///
/// It is kept in memory; a store can do the same with an index over kind and value of the tokens.
public struct LinkageIndex<ID: Hashable & Comparable & Sendable>: Sendable {
    private struct Posting {
        let id: ID
        let kind: LinkageKind
    }

    private typealias Postings = [LinkageToken.Value: [Posting]]

    private var tokens: [ID: LinkageTokens] = [:]
    /// Who has a token, by its value: kinds that can meet stand together, so that one search is enough.
    private var postings: Postings = [:]
    /// The same for names with a year, where the birth date leaves the day open: these are few, and
    /// all that a full birth date is compared with.
    private var openYears: Postings = [:]
    private var closedYears: Postings = [:]

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
            let posting = Posting(id: id, kind: token.kind)
            switch token.kind.yearIsOpen {
            case nil: postings[token.value, default: []].append(posting)
            case true?: openYears[token.value, default: []].append(posting)
            case false?: closedYears[token.value, default: []].append(posting)
            }
        }
    }

    /// Takes an identity out.
    ///
    /// - Parameter id: What the identity is known by; nothing happens when it is unknown.
    public mutating func remove(_ id: ID) {
        guard let old = tokens.removeValue(forKey: id) else { return }
        for token in old.tokens where token.kind.isIndexed {
            switch token.kind.yearIsOpen {
            case nil: Self.remove(id, token.value, from: &postings)
            case true?: Self.remove(id, token.value, from: &openYears)
            case false?: Self.remove(id, token.value, from: &closedYears)
            }
        }
    }

    private static func remove(
        _ id: ID,
        _ value: LinkageToken.Value,
        from postings: inout Postings
    ) {
        postings[value]?.removeAll { $0.id == id }
        if postings[value]?.isEmpty == true { postings[value] = nil }
    }

    /// Compares an identity with all that were added.
    ///
    /// - Parameter probe: The tokens of the identity, under the same key as the others.
    /// - Returns: Those that are the same or possibly the same, the same ones first, then in the
    ///   order of their identifiers.
    public func matches(for probe: LinkageTokens) -> [LinkageMatch<ID>] {
        var candidates: Set<ID> = []
        for token in probe.tokens where token.kind.isIndexed {
            let isOpen = token.kind.yearIsOpen
            collect(token, in: isOpen == nil ? postings : openYears, &candidates)
            if isOpen == true { collect(token, in: closedYears, &candidates) }
        }
        return candidates.sorted().compactMap { id in
            guard let known = tokens[id],
                LinkageDecision.outcome(probe, known) != .different
            else { return nil }
            return LinkageMatch(id: id, decision: .between(probe, known))
        }
        .sorted { left, right in
            // Candidates are in order already; only the outcome is left to compare.
            left.decision.outcome == .same && right.decision.outcome != .same
                || left.decision.outcome == right.decision.outcome && left.id < right.id
        }
    }

    private func collect(
        _ token: LinkageToken,
        in postings: Postings,
        _ candidates: inout Set<ID>
    ) {
        guard let found = postings[token.value] else { return }
        for posting in found where token.kind.meets(posting.kind) {
            candidates.insert(posting.id)
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
