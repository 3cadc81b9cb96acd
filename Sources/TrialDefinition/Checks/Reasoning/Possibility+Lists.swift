import ClinicalQuality

extension Possibility {
    /// What some element of a list of Booleans may be; nil when the list is not a query's.
    func element(of list: Placed) -> Truths? {
        let target = meaning.followed(list, calls: true)
        guard case .query(let query) = target.expression.form else { return nil }
        let frame = meaning.frame(inside: query, target)
        if let condition = query.condition {
            let passes = truths(Placed(condition, frame))
            if assumption.isForEveryElement {
                if questions == nil, !passes.contains(.yes) { return [] }
            } else if passes != .yes {
                // The element that stands for all may be one that the condition passes over.
                return .any
            }
        }
        if let result = query.result { return truths(Placed(result, frame)) }
        guard query.sources.count == 1 else { return nil }
        return element(of: Placed(query.sources[0].value, target.frame))
    }

    /// `exists`, `AllTrue` or `AnyTrue` of a list.
    func list(_ name: String, _ list: Placed) -> Truths {
        let isFull = isFull(list)
        if name == "Exists" { return isFull }
        var result: Truths = []
        // Over nothing, `AllTrue` is true and `AnyTrue` is false.
        if isFull.contains(.no) { result.insert(name == "AllTrue" ? .yes : .no) }
        if isFull.contains(.yes) {
            let some = element(of: list) ?? .any
            let every = forEveryElement(of: list, .element) { element(of: list) ?? .any }
            let (good, bad): (Truths, Truths) = name == "AllTrue" ? (.yes, .no) : (.no, .yes)
            // Nulls are passed over.
            if !some.isDisjoint(with: [good, .unknown]) { result.insert(good) }
            if every.contains(bad) { result.insert(bad) }
        }
        return result
    }

    /// Whether a list has an element.
    private func isFull(_ list: Placed) -> Truths {
        let target = meaning.followed(list, calls: true)
        if case .query(let query) = target.expression.form, query.sources.count == 1,
            query.others.isEmpty
        {
            let source = Placed(query.sources[0].value, target.frame)
            guard case .list = source.expression.type else { return [.yes, .no] }
            let outer = isFull(source)
            guard let condition = query.condition else { return outer }
            let frame = meaning.frame(inside: query, target)
            let passes = forEveryElement(of: target, .condition) {
                truths(Placed(condition, frame))
            }
            if !passes.contains(.yes) || outer == .no { return .no }
        }
        let term = meaning.term("has elements", [meaning.term(target)])
        return opaque(term: term, isPresence: true)
    }

    /// All values that `body`, which is about the elements of `list`, gives for one element or
    /// another: nothing is assumed, and the terms of elements run through all their cells.
    private func forEveryElement(
        of list: Placed,
        _ about: Possibility.Aspect,
        _ body: () -> Truths
    ) -> Truths {
        guard questions == nil else { return .any }
        if let known = remembered(about, list) { return known }
        let asked = asking(ofEveryElement: true, body).filter { meaning.isOfElement[$0.key] }
        var result: Truths = []
        Enumeration(asked, limit: 200).forEach { cells, constants in
            var assumption = Assumption(cells: cells, constants: constants)
            assumption.isForEveryElement = true
            result.formUnion(assuming(assumption, body))
            return result != .any && !isExhausted
        }
        if isExhausted { result = .any }
        remember(result, about, list)
        return result
    }
}
