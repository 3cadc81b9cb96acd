/// Comparisons of slots: those of the most frequent kinds are made in place, by the functions that
/// `Operators` has for them; all others take the way over values.
extension MachineState {
    /// `<`, `<=`, `>` and `>=`, by the flag of the instruction.
    @inline(__always)
    mutating func order(_ left: Slot, _ right: Slot, _ relation: UInt8) -> Slot {
        let ordering = compare(left, right)
        return switch relation {
        case 0: Slot(ordering.isLess)
        case 1: Slot(ordering.isLessOrEqual)
        case 2: Slot(ordering.isGreater)
        default: Slot(ordering.isGreaterOrEqual)
        }
    }

    /// Whether such a comparison holds.
    @inline(__always)
    mutating func isOrdered(_ left: Slot, _ right: Slot, _ relation: UInt8) -> Bool {
        let ordering = compare(left, right)
        return switch relation {
        case 0: ordering.isLess == true
        case 1: ordering.isLessOrEqual == true
        case 2: ordering.isGreater == true
        default: ordering.isGreaterOrEqual == true
        }
    }

    mutating func compare(_ left: Slot, _ right: Slot) -> Ordering {
        if left.isNull || right.isNull { return .unknown }
        // One after the other, the most frequent first: quicker than by pairs of kinds.
        if left.is(.date), right.is(.date) { return Operators.compare(left.date, right.date) }
        if left.is(.integer), right.is(.integer) {
            return Ordering(left.integer, right.integer)
        }
        if left.is(.quantity), right.is(.quantity), isSameUnit(left, right) {
            return Slot.order(left, right)
        }
        if left.is(.decimal), right.is(.decimal) { return Slot.order(left, right) }
        if left.is(.dateTime), right.is(.dateTime) {
            return operators.compare(left.moment, right.moment)
        }
        return operators.compare(heap.value(left), heap.value(right))
    }

    private mutating func isSameUnit(_ left: Slot, _ right: Slot) -> Bool {
        left.head >> 32 == right.head >> 32 && left.isInRecord == right.isInRecord
            || heap.unitIdentity(left) == heap.unitIdentity(right)
    }

    /// `=`, `!=`, `~` and `!~`, by the flag of the instruction.
    mutating func equality(_ left: Slot, _ right: Slot, _ relation: UInt8) -> Slot {
        switch relation {
        case 0: Slot(equal(left, right))
        case 1: Slot(equal(left, right).map { !$0 })
        case 2: Slot(equivalent(left, right))
        default: Slot(!equivalent(left, right))
        }
    }

    private mutating func equal(_ left: Slot, _ right: Slot) -> Bool? {
        if left.isNull || right.isNull { return nil }
        if left.is(.string), right.is(.string) {
            // The same bytes have the same digest, and texts that are equal have the same bytes
            // when they are ASCII.
            if left.payload != right.payload { return false }
            if left == right { return true }
            if left.detail & right.detail == 1 { return heap.text(left) == heap.text(right) }
        }
        if left.head == right.head, left.is(.boolean) || left.is(.integer) {
            return left.payload == right.payload
        }
        if left.is(.date), right.is(.date) { return compare(left, right).isEqual }
        if left.is(.decimal), right.is(.decimal) { return compare(left, right).isEqual }
        if left.is(.quantity), right.is(.quantity) { return compare(left, right).isEqual }
        return operators.equal(heap.value(left), heap.value(right))
    }

    private mutating func equivalent(_ left: Slot, _ right: Slot) -> Bool {
        if left.isNull || right.isNull { return left.isNull && right.isNull }
        if left.isTerminology, right.isTerminology, !heap.haveDigestInCommon(left, right) {
            return false
        }
        if left.head == right.head, left.is(.boolean) || left.is(.integer) {
            return left.payload == right.payload
        }
        return operators.equivalent(heap.value(left), heap.value(right))
    }

    /// Whether the row with the keys from `a` on replaces the best so far, whose keys start at `b`.
    mutating func better(_ i: Instruction, _ r: borrowing MutableSpan<Slot>) -> Slot {
        let isLast = i.flag == 1
        let descending = tables.sorts[Int(i.c)]
        for (index, isDescending) in descending.enumerated() {
            let order = operators.sortOrder(
                heap.value(r[Int(i.a) + index]),
                heap.value(r[Int(i.b) + index])
            )
            // Of those in the same place, the last replaces the one before.
            if order != 0 { return Slot(((isDescending ? -order : order) > 0) == isLast) }
        }
        return Slot(isLast)
    }
}

extension Heap {
    func unitIdentity(_ slot: Slot) -> UInt64 {
        slot.isInRecord
            ? record.table.unitIdentities[slot.place] : arena.unitIdentities[slot.place]
    }

    /// Whether two codes or concepts may be equivalent; if not, no text has to be compared.
    func haveDigestInCommon(_ left: Slot, _ right: Slot) -> Bool {
        for index in 0..<digestCount(left) {
            let digest = digest(index, of: left)
            for other in 0..<digestCount(right) where self.digest(other, of: right) == digest {
                return true
            }
        }
        return false
    }

    private func digestCount(_ slot: Slot) -> Int {
        slot.is(.code) ? 1 : Int(slot.payload & 0xFFFF_FFFF)
    }

    private func digest(_ index: Int, of slot: Slot) -> UInt64 {
        if slot.is(.code) { return slot.payload }
        let place = Int(slot.payload >> 32) + index
        return slot.isInRecord ? record.table.digests[place] : arena.digests[place]
    }
}

extension Slot {
    /// Whether this is a code or a concept.
    fileprivate var isTerminology: Bool {
        @inline(__always) get { self.is(.concept) || self.is(.code) }
    }
}
