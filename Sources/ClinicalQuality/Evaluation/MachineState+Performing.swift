/// The instructions that are not frequent enough for the loop of the machine.
extension MachineState {
    mutating func perform(
        _ i: Instruction,
        _ a: Slot,
        _ b: Slot,
        _ r: borrowing MutableSpan<Slot>
    ) throws(EvaluationError) -> Slot {
        let number = Int(i.c)
        switch i.operation {
        case .unary: return try unary(i, a)
        case .binary: return try binary(i, a, b)
        case .nullary: return try nullary(number)
        case .variadic:
            var operands: [Slot] = []
            for index in 0..<Int(i.b) { operands.append(r[Int(i.a) + index]) }
            return try variadic(number, operands)
        case .within: return within(a, b, number)
        case .field: return field(number, of: a)
        case .listProperty:
            return try elements(number, ofMembers: a, flattens: i.flag == 1)
        case .systemValue, .conversion: return try convert(a, tables.conversions[number])
        case .isType: return isOfType(a, tables.checks[number])
        case .cast: return try cast(a, tables.checks[number], isStrict: i.flag == 1)
        case .descendants: return try descendants(a, isDeep: i.flag == 1)
        case .firstKnown: return firstKnown(a)
        case .hasAny: return Slot(hasAny(a))
        case .retrieve: return try tables.retrieves[number].found(heap.value(a), &self)
        case .interval:
            let value = try tables.intervals[number].interval(
                heap.value(a),
                heap.value(b),
                operators
            )
            return slot(for: value)
        case .distinct: return try distinct(a)
        case .raise: return try raise(r[Int(i.d)], a, b)
        default: return try collect(i, a.count, b)
        }
    }

    /// The instructions that take off the stack what lies above a mark.
    private mutating func collect(
        _ i: Instruction,
        _ mark: Int,
        _ list: Slot
    ) throws(EvaluationError) -> Slot {
        switch i.operation {
        case .list: return try popList(to: mark)
        case .rows: return popRows(to: mark)
        case .filtered: return popFiltered(to: mark, list)
        case .tuple: return try popTuple(to: mark, shape: Int(i.c))
        case .single: return try popSingle(to: mark)
        case .make: return slot(for: try tables.makers[Int(i.c)](popValues(to: mark)))
        case .sorted:
            let made = sorted(list, by: tables.sorts[Int(i.c)], from: mark)
            try checkSize(of: made)
            return made
        case .drop:
            drop(to: mark)
            return .null
        default: return .null
        }
    }

    private mutating func distinct(_ list: Slot) throws(EvaluationError) -> Slot {
        let values = heap.elements(list).map { heap.value($0) }
        return slot(for: .list(try operators.distinct(values)), of: list)
    }

    /// Whether a text with the digest of one that is written in the library is that one.
    mutating func isText(_ slot: Slot, _ number: Int) -> Bool {
        let (text, other) = (heap.text(slot), tables.texts[number])
        return text == other && text.utf8.count == other.utf8.count
    }

    /// `in` or `during`; a null interval contains nothing.
    private mutating func within(_ point: Slot, _ interval: Slot, _ precision: Int) -> Slot {
        guard interval.is(.object), case .interval(let bounds) = heap.value(interval) else {
            return .isFalse
        }
        let unit = precision == 0 ? nil : CalendarUnit(rawValue: UInt8(precision - 1))
        return Slot(operators.contains(bounds, heap.value(point), to: unit))
    }

    private mutating func descendants(
        _ slot: Slot,
        isDeep: Bool
    ) throws(EvaluationError) -> Slot {
        if slot.isNull { return .null }
        var found: [Value] = []
        try collect(heap.value(slot), isDeep: isDeep, into: &found)
        return self.slot(for: .list(found))
    }

    private mutating func firstKnown(_ list: Slot) -> Slot {
        guard list.is(.list) else { return .null }
        for index in 0..<list.count {
            let element = heap.element(index, of: list)
            if !element.isNull { return element }
        }
        return .null
    }

    mutating func hasAny(_ list: Slot) -> Bool { !firstKnown(list).isNull }

    /// Stops the evaluation for a message whose severity turns out to be `Error`.
    private mutating func raise(
        _ source: Slot,
        _ condition: Slot,
        _ severity: Slot
    ) throws(EvaluationError) -> Slot {
        _ = try Operators.message(
            .null,
            condition: condition.truth,
            severity: severity.is(.string) ? heap.text(severity) : nil
        )
        return source
    }
}
