/// Elements, types and conversions of slots.
extension MachineState {
    /// An element of an object.
    mutating func element(_ number: Int, of slot: Slot) -> Slot {
        if slot.isNull { return .null }
        let property = tables.properties[number]
        guard slot.is(.instance) else {
            return self.slot(for: heap.value(slot).element(called: property.name) ?? .null)
        }
        for position in property.positions where position.identity == slot.payload {
            return heap.record.table.slots[slot.place + 2 + position.index]
        }
        guard let index = heap.instance(slot).type.index(of: property.name) else { return .null }
        return heap.record.table.slots[slot.place + 2 + index]
    }

    /// An element of a structured value of CQL itself, or of a tuple.
    mutating func field(_ number: Int, of slot: Slot) -> Slot {
        let name = tables.properties[number].name
        switch slot.kind {
        case .null: return .null
        case .tuple:
            guard let index = heap.shape(slot).firstIndex(of: name) else { return .null }
            return heap.element(index, of: slot)
        case .quantity where name == "value":
            return Slot(.decimal, middle: slot.middle, slot.payload)
        default: return self.slot(for: heap.value(slot).element(called: name) ?? .null)
        }
    }

    /// The elements of all members of a list; a repeating element is flattened.
    mutating func elements(
        _ number: Int,
        ofMembers list: Slot,
        flattens: Bool
    ) throws(EvaluationError) -> Slot {
        guard list.is(.list) else { return .null }
        try spend(list.count)
        let mark = top
        for index in 0..<list.count {
            let member = heap.element(index, of: list)
            let value = member.is(.tuple) ? field(number, of: member) : element(number, of: member)
            if flattens, value.is(.list) {
                for inner in 0..<value.count { push(heap.element(inner, of: value)) }
            } else if !value.isNull {
                push(value)
            }
        }
        return popRows(to: mark)
    }

    // MARK: Types

    mutating func cast(
        _ slot: Slot,
        _ check: TypeCheck,
        isStrict: Bool
    ) throws(EvaluationError) -> Slot {
        if slot.is(.instance), slot.payload == check.identity { return slot }
        if check.accepts(slot, heap) { return slot }
        // An interval without ends and without a type takes on the one that is asked for.
        if slot.is(.object), case .interval(let interval) = heap.value(slot),
            case .interval(let point) = check.type, interval.pointType == .any
        {
            return self.slot(
                for: .interval(
                    Interval(
                        .null,
                        .null,
                        lowClosed: interval.lowClosed,
                        highClosed: interval.highClosed,
                        pointType: point
                    )
                )
            )
        }
        if isStrict { throw .invalidCast(to: check.type.description) }
        return .null
    }

    mutating func isOfType(_ slot: Slot, _ check: TypeCheck) -> Slot {
        if slot.is(.instance), slot.payload == check.identity { return .isTrue }
        return Slot(!slot.isNull && check.accepts(slot, heap))
    }

    // MARK: Conversions

    mutating func convert(
        _ slot: Slot,
        _ conversion: Conversion
    ) throws(EvaluationError) -> Slot {
        if slot.isNull { return .null }
        switch conversion {
        case .system where slot.is(.instance):
            let converted = heap.record.table.slots[slot.place + 1]
            guard converted.is(.failure) else { return converted }
        case .alternatives(let alternatives) where slot.is(.instance):
            let value = Value.instance(heap.instance(slot))
            for alternative in alternatives where value.isInstance(of: alternative.type) {
                return try convert(slot, alternative.conversion)
            }
            return .null
        case .list(let element) where slot.is(.list):
            let mark = top
            for index in 0..<slot.count {
                let converted = try convert(heap.element(index, of: slot), element)
                push(converted)
            }
            return popRows(to: mark)
        default: break
        }
        return self.slot(for: try conversion.apply(heap.value(slot)), of: slot)
    }
}

extension Heap {
    func shape(_ tuple: Slot) -> [String] {
        tuple.isInRecord ? record.table.shapes[tuple.count] : arena.shapes[tuple.count]
    }
}
