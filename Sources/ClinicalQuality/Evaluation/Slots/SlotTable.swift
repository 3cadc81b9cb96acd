import UnitsOfMeasure

/// What slots refer to: the texts, lists and other values of a record or of an evaluation.
struct SlotTable: Sendable {
    /// The elements of lists and tuples, and of the objects of a record.
    var slots: [Slot] = []
    private(set) var texts: [String] = []
    /// Codes, concepts, and whatever has no kind of its own.
    private(set) var objects: [Value] = []
    /// Of concepts, one for each code.
    private(set) var digests: [UInt64] = []
    private(set) var units: [QuantityUnit] = []
    /// Tells units apart; those that differ here can still be the same.
    private(set) var unitIdentities: [UInt64] = []
    /// The names of the elements of tuples.
    private(set) var shapes: [[String]] = []
    /// The objects of a record.
    private(set) var instances: [Instance] = []
    let isOfRecord: Bool

    /// How many of the last units and shapes are looked at before one is added.
    private static let searched = 32

    init(isOfRecord: Bool) { self.isOfRecord = isOfRecord }

    /// How much there is of everything.
    struct Extent: Sendable {
        fileprivate var counts: (Int, Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0, 0)
    }

    var extent: Extent {
        Extent(
            counts: (
                slots.count, texts.count, objects.count, digests.count, units.count, shapes.count
            )
        )
    }

    /// Forgets what came after `extent`.
    mutating func shrink(to extent: Extent) {
        let counts = extent.counts
        slots.removeLast(slots.count - counts.0)
        if texts.count > counts.1 { texts.removeLast(texts.count - counts.1) }
        if objects.count > counts.2 { objects.removeLast(objects.count - counts.2) }
        if digests.count > counts.3 { digests.removeLast(digests.count - counts.3) }
        if units.count > counts.4 {
            units.removeLast(units.count - counts.4)
            unitIdentities.removeLast(unitIdentities.count - counts.4)
        }
        if shapes.count > counts.5 { shapes.removeLast(shapes.count - counts.5) }
    }

    // MARK: Keeping

    /// Keeps a value.
    mutating func slot(for value: Value) -> Slot {
        switch value {
        case .null: .null
        case .boolean(let truth): Slot(truth)
        case .integer(let number): Slot(number)
        case .long(let number): Slot(.long, UInt64(bitPattern: number))
        case .decimal(let number): Slot(number) ?? object(value)
        case .string(let text): self.text(text)
        case .date(let date): Slot(date)
        case .dateTime(let moment): Slot(moment)
        case .time(let time): Slot(time)
        case .quantity(let quantity): self.quantity(quantity)
        case .code(let code):
            Slot(.code, inRecord: isOfRecord, at: keep(value), CodeDigest.of(code))
        case .concept(let concept): self.concept(concept, value)
        case .list(let elements): list(elements)
        case .tuple(let tuple): self.tuple(tuple)
        case .instance(let instance): isOfRecord ? self.instance(instance) : object(value)
        case .ratio, .valueSet, .codeSystem, .interval: object(value)
        }
    }

    private mutating func keep(_ value: Value) -> Int {
        objects.append(value)
        return objects.count - 1
    }

    private mutating func object(_ value: Value) -> Slot {
        Slot(.object, inRecord: isOfRecord, at: keep(value))
    }

    mutating func text(_ text: String) -> Slot {
        texts.append(text)
        return Slot(
            .string,
            inRecord: isOfRecord,
            detail: text.utf8.allSatisfy { $0 < 0x80 } ? 1 : 0,
            at: texts.count - 1,
            CodeDigest.of(bytesOf: text)
        )
    }

    private mutating func quantity(_ quantity: Quantity) -> Slot {
        let value = quantity.value
        guard let digits = Int64(exactly: value.coefficient) else {
            return object(.quantity(quantity))
        }
        return Slot(
            .quantity,
            inRecord: isOfRecord,
            middle: UInt16(value.scale),
            at: number(of: quantity.unit),
            UInt64(bitPattern: digits)
        )
    }

    private mutating func number(of unit: QuantityUnit) -> Int {
        let identity = unit.identity
        // Most have few units; of more, one can stand here several times.
        if let known = unitIdentities.suffix(Self.searched).lastIndex(of: identity) {
            return known
        }
        units.append(unit)
        unitIdentities.append(identity)
        return units.count - 1
    }

    private mutating func concept(_ concept: Concept, _ value: Value) -> Slot {
        let start = digests.count
        for code in concept.codes { digests.append(CodeDigest.of(code)) }
        return Slot(
            .concept,
            inRecord: isOfRecord,
            at: keep(value),
            UInt64(start) << 32 | UInt64(digests.count - start)
        )
    }

    private mutating func list(_ elements: [Value]) -> Slot {
        let start = slots.count
        slots.append(contentsOf: repeatElement(.null, count: elements.count))
        for (index, element) in elements.enumerated() {
            slots[start + index] = slot(for: element)
        }
        return Slot(.list, inRecord: isOfRecord, at: start, UInt64(elements.count))
    }

    /// Keeps a list of slots.
    mutating func list(of elements: some Collection<Slot>) -> Slot {
        let start = slots.count
        slots.append(contentsOf: elements)
        return Slot(.list, inRecord: isOfRecord, at: start, UInt64(slots.count - start))
    }

    private mutating func tuple(_ tuple: TupleValue) -> Slot {
        let shape = number(ofShape: tuple.names)
        let start = slots.count
        let values = tuple.values
        slots.append(contentsOf: repeatElement(.null, count: values.count))
        for (index, element) in values.enumerated() {
            slots[start + index] = slot(for: element)
        }
        return Slot(.tuple, inRecord: isOfRecord, at: start, UInt64(shape))
    }

    mutating func number(ofShape names: [String]) -> Int {
        if let known = shapes.suffix(Self.searched).lastIndex(of: names) { return known }
        shapes.append(names)
        return shapes.count - 1
    }

    // MARK: Objects of a record

    /// Lays an object out: a header, what it converts to, and its elements.
    private mutating func instance(_ instance: Instance) -> Slot {
        let start = slots.count
        let count = instance.elements.count
        slots.append(contentsOf: repeatElement(.null, count: count + 2))
        instances.append(instance)
        slots[start] = Slot(.integer, UInt64(instances.count - 1))
        slots[start + 1] =
            if case .success(let value) = instance.converted {
                slot(for: value)
            } else {
                Slot(.failure)
            }
        for index in 0..<count { slots[start + 2 + index] = slot(for: instance.elements[index]) }
        return Slot(.instance, inRecord: true, at: start, instance.type.identity)
    }
}

extension ClassType {
    /// Tells classes apart as long as they live.
    var identity: UInt64 { UInt64(UInt(bitPattern: ObjectIdentifier(self))) }
}
