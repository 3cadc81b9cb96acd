/// Queries over one list that keep or map its elements one by one, without a trace: the short way
/// for what nearly every query is.
extension QueryNode {
    func list(
        of source: Source,
        _ machine: inout Machine
    ) throws(EvaluationError) -> Value {
        guard case .list(let elements) = try machine.value(of: source.node) else { return .null }
        if elements.isEmpty { return .list([]) }
        try machine.spend(elements.count)
        guard case .expression(let node, _) = plan.result else {
            return try filtered(elements, of: source, &machine)
        }
        var results: [Value] = []
        results.reserveCapacity(elements.count)
        for element in elements {
            machine[source.slot] = element
            if try isIncluded(&machine) { results.append(try machine.value(of: node)) }
        }
        return try Value.list(results).boundedInside()
    }

    /// The elements that are included; the list itself while none is left out.
    private func filtered(
        _ elements: [Value],
        of source: Source,
        _ machine: inout Machine
    ) throws(EvaluationError) -> Value {
        var kept: [Value]?
        for index in elements.indices {
            machine[source.slot] = elements[index]
            if try isIncluded(&machine) {
                kept?.append(elements[index])
            } else if kept == nil {
                kept = Array(elements[..<index])
            }
        }
        return .list(kept ?? elements)
    }

    /// Whether a row is not null, found without visiting those behind it.
    func hasRows(
        of source: Source,
        _ machine: inout Machine
    ) throws(EvaluationError) -> Bool {
        guard case .list(let elements) = try machine.value(of: source.node) else { return false }
        try machine.spend(elements.count)
        for element in elements {
            machine[source.slot] = element
            guard try isIncluded(&machine) else { continue }
            if case .expression(let node, _) = plan.result {
                if try !machine.isNull(node) { return true }
            } else if !element.isNull {
                return true
            }
        }
        return false
    }
}
