extension TraceNode {
    /// All objects that this expression and those inside of it read, each once, in the order in
    /// which they were read.
    public func allResources() -> [Instance] {
        var seen: Set<ObjectIdentifier> = []
        var found: [Instance] = []
        collect(into: &found, &seen, decisiveOnly: false)
        return found
    }

    /// The objects read by the expressions that decided the value.
    public func decisiveResources() -> [Instance] {
        var seen: Set<ObjectIdentifier> = []
        var found: [Instance] = []
        collect(into: &found, &seen, decisiveOnly: true)
        return found
    }

    private func collect(
        into found: inout [Instance],
        _ seen: inout Set<ObjectIdentifier>,
        decisiveOnly: Bool
    ) {
        for child in children where child.isDecisive || !decisiveOnly {
            child.collect(into: &found, &seen, decisiveOnly: decisiveOnly)
        }
        for instance in resources where seen.insert(ObjectIdentifier(instance)).inserted {
            found.append(instance)
        }
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
