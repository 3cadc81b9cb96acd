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

    /// The objects that were read outside of the rows of queries, each once, in the order in which
    /// they were read; a part that read objects and for which `isPassedOver` is true is left out
    /// with what is inside of it.
    public func resources(except isPassedOver: (TraceNode) -> Bool) -> [Instance] {
        var seen: Set<ObjectIdentifier> = []
        var found: [Instance] = []
        var visited: Set<Int> = []
        func collect(_ index: Int) {
            let entries = segment.content.entries
            var next = index
            while next < Int(entries[index].end) {
                // A part that was evaluated once and used again is visited once.
                if let link = entries[next].link, visited.insert(link).inserted { collect(link) }
                let read =
                    entries[next].isRow || entries[next].isCut
                    ? [] : segment.instances(at: next)
                if entries[next].isRow || entries[next].isCut
                    || !read.isEmpty && isPassedOver(TraceNode(segment, next))
                {
                    next = Int(entries[next].end)
                    continue
                }
                for instance in read where seen.insert(ObjectIdentifier(instance)).inserted {
                    found.append(instance)
                }
                next += 1
            }
        }
        collect(index)
        return found
    }

    /// Hands over every expression that read objects of the record, with these, in their order.
    ///
    /// A part that was evaluated once and used again is not visited again.
    func forEachRead(_ body: (any Node, [Instance]) -> Void) {
        var seen: Set<Int> = []
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
        collectEmptyRetrieves(into: &found)
        return found
    }

    private func collectEmptyRetrieves(into found: inout [TraceNode]) {
        if case .retrieve = kind, resources.isEmpty { found.append(self) }
        for child in children { child.collectEmptyRetrieves(into: &found) }
    }
}
