/// Everything that the slots of one evaluation refer to.
struct Heap: Sendable {
    /// The record, which never changes.
    var record: IndexedRecord
    /// What the library and the evaluation made, the constants of the library first.
    var arena = SlotTable(isOfRecord: false)

    init(_ record: IndexedRecord) { self.record = record }

    /// The value that a slot stands for.
    func value(_ slot: Slot) -> Value {
        switch slot.kind {
        case .null, .failure: .null
        case .boolean: .boolean(slot.payload == 1)
        case .integer: .integer(slot.integer)
        case .long: .long(Int64(bitPattern: slot.payload))
        case .decimal: .decimal(slot.decimal)
        case .date: .date(slot.date)
        case .dateTime: .dateTime(slot.moment)
        case .time: .time(slot.time)
        case .quantity: .quantity(Quantity(slot.decimal, unit(slot)))
        case .string: .string(text(slot))
        case .list: .list(elements(slot).map { value($0) })
        case .tuple: .tuple(tuple(slot))
        case .instance: .instance(instance(slot))
        case .code, .concept, .object:
            slot.isInRecord ? record.table.objects[slot.place] : arena.objects[slot.place]
        }
    }

    func text(_ slot: Slot) -> String {
        slot.isInRecord ? record.table.texts[slot.place] : arena.texts[slot.place]
    }

    func unit(_ slot: Slot) -> QuantityUnit {
        slot.isInRecord ? record.table.units[slot.place] : arena.units[slot.place]
    }

    /// The object that an instance of the record is.
    func instance(_ slot: Slot) -> Instance {
        record.table.instances[record.table.slots[slot.place].count]
    }

    /// The object of a slot, wherever it is kept.
    func anyInstance(_ slot: Slot) -> Instance? {
        if slot.is(.instance) { return instance(slot) }
        guard slot.is(.object), case .instance(let instance) = value(slot) else { return nil }
        return instance
    }

    func elements(_ slot: Slot) -> ArraySlice<Slot> {
        let range = slot.place..<slot.place + slot.count
        return slot.isInRecord ? record.table.slots[range] : arena.slots[range]
    }

    @inline(__always)
    func element(_ index: Int, of list: Slot) -> Slot {
        list.isInRecord
            ? record.table.slots[list.place + index] : arena.slots[list.place + index]
    }

    private func tuple(_ slot: Slot) -> TupleValue {
        let names = slot.isInRecord ? record.table.shapes[slot.count] : arena.shapes[slot.count]
        let range = slot.place..<slot.place + names.count
        let slots = slot.isInRecord ? record.table.slots[range] : arena.slots[range]
        return TupleValue(sortedNames: names, values: slots.map { value($0) })
    }
}
