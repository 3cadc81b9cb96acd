/// Lists and tuples that are made from what lies on the stack.
extension MachineState {
    /// What lies above `mark` as a list, however large its elements are.
    mutating func popRows(to mark: Int) -> Slot {
        let start = heap.arena.slots.count
        for index in mark..<top { heap.arena.slots.append(stack[index]) }
        let count = top - mark
        drop(to: mark)
        return Slot(.list, at: count == 0 ? 0 : start, UInt64(count))
    }

    /// What lies above `mark` as a list.
    mutating func popList(to mark: Int) throws(EvaluationError) -> Slot {
        let list = popRows(to: mark)
        for index in 0..<list.count {
            let element = heap.arena.slots[list.place + index]
            if element.is(.list) || element.is(.tuple) {
                try checkSize(of: list)
                break
            }
        }
        return list
    }

    mutating func popTuple(to mark: Int, shape: Int) throws(EvaluationError) -> Slot {
        let elements = try popList(to: mark)
        return Slot(.tuple, at: elements.place, UInt64(shape))
    }

    /// The elements that a query has kept; the list itself when it has kept all.
    mutating func popFiltered(to mark: Int, _ list: Slot) -> Slot {
        guard top - mark == list.count else { return popRows(to: mark) }
        drop(to: mark)
        return list
    }

    mutating func popSingle(to mark: Int) throws(EvaluationError) -> Slot {
        let first = top > mark ? stack[mark] : .null
        drop(to: mark)
        try checkSize(of: first)
        return first
    }

    /// The values above `mark`.
    mutating func popValues(to mark: Int) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(top - mark)
        for index in mark..<top { values.append(heap.value(stack[index])) }
        drop(to: mark)
        return values
    }

    /// Refuses structures that hold themselves again and again: they take no memory, but all time
    /// to whoever goes through them.
    mutating func checkSize(of slot: Slot) throws(EvaluationError) {
        var remaining = Limits.length
        count(slot, into: &remaining)
        if remaining < 0 { throw .limitExceeded(what: "the size of a value") }
    }

    /// Takes one off `remaining` for each value inside; stops below zero.
    private mutating func count(_ slot: Slot, into remaining: inout Int) {
        let size: Int
        switch slot.kind {
        case .list: size = slot.count
        case .tuple: size = heap.shape(slot).count
        default: return
        }
        remaining -= size
        for index in 0..<size where remaining >= 0 {
            let element = heap.element(index, of: slot)
            if element.is(.list) || element.is(.tuple) { count(element, into: &remaining) }
        }
    }

    /// What an operator with this operand costs beyond one step.
    mutating func weight(_ slot: Slot) -> Int {
        switch slot.kind {
        case .list: slot.count / 4
        case .string: heap.text(slot).utf8.count / 256
        default: 0
        }
    }

    /// Sorts a list by the keys above `mark`, some for each element; null comes first in ascending
    /// order, and rows whose order is not known keep the one they had.
    mutating func sorted(_ list: Slot, by descending: [Bool], from mark: Int) -> Slot {
        let keys = popValues(to: mark)
        let width = descending.count
        let operators = operators
        func precedes(_ left: Int, _ right: Int) -> Bool {
            for index in 0..<width {
                let order = operators.sortOrder(
                    keys[left * width + index],
                    keys[right * width + index]
                )
                if order != 0 { return descending[index] ? order > 0 : order < 0 }
            }
            return false
        }
        let rows = Self.mergeSorted(Array(0..<list.count), precedes)
        let elements = rows.map { heap.element($0, of: list) }
        return heap.arena.list(of: elements)
    }

    /// A merge sort: stable, and safe where partial dates make the order no strict weak one.
    private static func mergeSorted(
        _ elements: [Int],
        _ precedes: (Int, Int) -> Bool
    ) -> [Int] {
        guard elements.count > 1 else { return elements }
        let middle = elements.count / 2
        let left = mergeSorted(Array(elements[..<middle]), precedes)
        let right = mergeSorted(Array(elements[middle...]), precedes)
        var merged: [Int] = []
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
