/// The sort clause of a query.
///
/// Null comes first in ascending order. Rows whose order is not known keep the one they had.
struct QuerySort: Sendable {
    struct Key: Sendable {
        /// Nil for the row itself.
        let node: (any Node)?
        let descending: Bool
    }

    let keys: [Key]
    /// Where a key finds the row.
    let slot: Int

    /// What a row is sorted by.
    @inline(__always)
    func keys(of row: Value, _ machine: inout Machine) throws(EvaluationError) -> [Value] {
        machine[slot] = row
        var values: [Value] = []
        values.reserveCapacity(keys.count)
        for key in keys {
            if let node = key.node {
                values.append(try machine.value(of: node))
            } else {
                values.append(row)
            }
        }
        return values
    }

    /// The value of one key.
    @inline(__always)
    func key(
        _ key: Key,
        of row: Value,
        _ machine: inout Machine
    ) throws(EvaluationError) -> Value {
        guard let node = key.node else { return row }
        machine[slot] = row
        return try machine.value(of: node)
    }

    /// Whether a row with the keys `left` comes before one with the keys `right`.
    @inline(__always)
    func precedes(_ left: [Value], _ right: [Value], _ operators: Operators) -> Bool {
        for (position, key) in keys.enumerated() {
            let order = operators.sortOrder(left[position], right[position])
            if order != 0 { return key.descending ? order > 0 : order < 0 }
        }
        return false
    }

    func sorted(_ rows: [Value], _ machine: inout Machine) throws(EvaluationError) -> [Value] {
        var entries: [(index: Int, keys: [Value])] = []
        entries.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            entries.append((index, try keys(of: row, &machine)))
        }
        let operators = machine.operators
        return mergeSorted(entries) { precedes($0.keys, $1.keys, operators) }
            .map { rows[$0.index] }
    }

    /// A merge sort: stable, and safe where partial dates make the order no strict weak one.
    private func mergeSorted<Element>(
        _ elements: [Element],
        _ precedes: (Element, Element) -> Bool
    ) -> [Element] {
        guard elements.count > 1 else { return elements }
        let middle = elements.count / 2
        let left = mergeSorted(Array(elements[..<middle]), precedes)
        let right = mergeSorted(Array(elements[middle...]), precedes)
        var merged: [Element] = []
        merged.reserveCapacity(elements.count)
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if precedes(right[j], left[i]) {
                merged.append(right[j])
                j += 1
            } else {
                merged.append(left[i])
                i += 1
            }
        }
        return merged + left[i...] + right[j...]
    }
}
