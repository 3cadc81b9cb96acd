/// The first or last row of a sorted query, found without sorting.
extension QueryNode {
    /// Whether the first or last row can be found without sorting all.
    var hasExtremes: Bool {
        guard plan.isList, plan.sort != nil else { return false }
        return switch plan.result {
        case .row, .expression(_, distinct: false): true
        case .expression, .aggregate: false
        }
    }

    /// The row that the sort clause puts first or last; of several the one that stability puts
    /// there.
    ///
    /// Null when there is no row.
    func extreme(_ machine: inout Machine, last: Bool) throws(EvaluationError) -> Value {
        guard let sort = plan.sort else { return .null }
        if sort.keys.count == 1 { return try extreme(&machine, sort.keys[0], sort, last: last) }
        var best: (row: Value, keys: [Value])?
        _ = try visit(&machine, 0) { row, machine throws(EvaluationError) in
            let keys = try sort.keys(of: row, &machine)
            guard let current = best else {
                best = (row, keys)
                return true
            }
            let replaces =
                last
                ? !sort.precedes(keys, current.keys, machine.operators)
                : sort.precedes(keys, current.keys, machine.operators)
            if replaces { best = (row, keys) }
            return true
        }
        return best?.row ?? .null
    }

    /// The same for one key, which is what nearly every query sorts by.
    private func extreme(
        _ machine: inout Machine,
        _ key: QuerySort.Key,
        _ sort: QuerySort,
        last: Bool
    ) throws(EvaluationError) -> Value {
        var best = Value.null
        var bestKey = Value.null
        var isFirst = true
        _ = try visit(&machine, 0) { row, machine throws(EvaluationError) in
            let value = try sort.key(key, of: row, &machine)
            var order = isFirst ? 0 : machine.operators.sortOrder(value, bestKey)
            if key.descending { order = -order }
            if isFirst || (last ? order >= 0 : order < 0) {
                best = row
                bestKey = value
            }
            isFirst = false
            return true
        }
        return best
    }
}
