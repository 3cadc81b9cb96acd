/// Calls of operators.
extension MachineState {
    mutating func nullary(_ number: Int) throws(EvaluationError) -> Slot {
        guard case .nullary(let function) = tables.functions[number] else { return .null }
        return slot(for: try function(operators))
    }

    mutating func unary(_ i: Instruction, _ a: Slot) throws(EvaluationError) -> Slot {
        if let value = native(i, a) { return value }
        guard case .unary(let function) = tables.functions[Int(i.c)] else { return .null }
        try spend(weight(a))
        return slot(for: try function(operators, heap.value(a)).bounded(), of: a)
    }

    mutating func binary(_ i: Instruction, _ a: Slot, _ b: Slot) throws(EvaluationError) -> Slot {
        if i.flag == NativeOperator.union.rawValue, a.is(.list), b.is(.list),
            a.count + b.count <= 1
        {
            // One element repeats nothing.
            return b.count == 0 ? a : b
        }
        guard case .binary(let function) = tables.functions[Int(i.c)] else { return .null }
        try spend(weight(a) + weight(b))
        return slot(
            for: try function(operators, heap.value(a), heap.value(b)).bounded(),
            of: a,
            b
        )
    }

    mutating func variadic(
        _ number: Int,
        _ operands: [Slot]
    ) throws(EvaluationError) -> Slot {
        for operand in operands { try spend(weight(operand)) }
        let overload = OperatorOverload("", [], .any, tables.functions[number])
        let value = try overload(operators, operands.map { heap.value($0) }).bounded()
        return slot(for: value, among: operands)
    }

    /// The value of an operator that the machine knows itself; nil where the function is needed.
    private mutating func native(_ i: Instruction, _ a: Slot) -> Slot? {
        guard let native = NativeOperator(rawValue: i.flag) else { return nil }
        switch native {
        case .dateFrom: return a.is(.dateTime) ? Slot(operators.date(from: a.moment)) : nil
        case .component: return a.is(.date) ? component(of: a.date, UInt8(i.b)) : nil
        case .union: return nil
        default: return a.is(.list) ? listOperator(native, a) : nil
        }
    }

    private func component(of date: CalendarDate, _ unit: UInt8) -> Slot {
        let number: Int? =
            switch CalendarUnit(rawValue: unit) {
            case .year: date.year
            case .month: date.month
            case .day: date.day
            default: nil
            }
        return number.map { Slot(Int32(truncatingIfNeeded: $0)) } ?? .null
    }

    private mutating func listOperator(_ native: NativeOperator, _ list: Slot) -> Slot? {
        switch native {
        case .allTrue: return Slot(!contains(.isFalse, in: list))
        case .anyTrue: return Slot(contains(.isTrue, in: list))
        case .first: return list.count == 0 ? .null : heap.element(0, of: list)
        case .last: return list.count == 0 ? .null : heap.element(list.count - 1, of: list)
        case .count:
            var count = 0
            for index in 0..<list.count where !heap.element(index, of: list).isNull { count += 1 }
            return Slot(Int32(clamping: count))
        case .maximum:
            // Of one date, or of none, nothing has to be compared.
            guard list.count > 0 else { return .null }
            let only = heap.element(0, of: list)
            return list.count == 1 && only.is(.date) ? only : nil
        case .dateFrom, .component, .union: return nil
        }
    }

    private func contains(_ slot: Slot, in list: Slot) -> Bool {
        for index in 0..<list.count where heap.element(index, of: list) == slot { return true }
        return false
    }
}
