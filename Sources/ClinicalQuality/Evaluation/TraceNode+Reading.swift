extension TraceNode {
    /// All objects that this expression and those inside of it read, each once, in the order in
    /// which they were read.
    public func allResources() -> [Instance] {
        var seen: Set<ObjectIdentifier> = []
        var found: [Instance] = []
        forEachRead { _, instances in
            for instance in instances where seen.insert(ObjectIdentifier(instance)).inserted {
                found.append(instance)
            }
        }
        return found
    }

    /// Hands over every expression that read objects of the record, with these, in their order.
    ///
    /// A part that was evaluated once and used again is not visited again.
    func forEachRead(_ body: (any Node, [Instance]) -> Void) {
        var seen: Set<TraceSegment.Position> = []
        segment.forEachRead(in: index, &seen, body)
    }

    /// The comparisons and tests that decided the value, from left to right.
    public func decisiveLeaves() -> [TraceNode] {
        switch kind {
        case .comparison: return [self]
        case .logical("Exists"), .logical("IsNull"), .logical("Is"): return [self]
        default: break
        }
        let inner = children.filter(\.isDecisive).flatMap { $0.decisiveLeaves() }
        return inner.isEmpty && error != nil ? [self] : inner
    }

    /// The retrieves inside of this expression that found nothing.
    public func emptyRetrieves() -> [TraceNode] {
        var found: [TraceNode] = []
        if case .retrieve = kind, resources.isEmpty { found.append(self) }
        return found + children.flatMap { $0.emptyRetrieves() }
    }
}
