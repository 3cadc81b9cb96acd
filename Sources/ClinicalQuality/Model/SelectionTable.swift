/// The retrieves of a library, ready to be answered: what they ask for, sorted, so that one look at
/// every group of a record answers all of them.
struct SelectionTable: Sendable {
    let count: Int
    private let keys: [RecordSelections.Key]
    /// The digests of `keys`, in ascending order.
    private let digests: [UInt64]
    /// The selections that want each key.
    private let numbers: [[Int]]

    init(_ selections: RecordSelections) {
        count = selections.count
        let sorted = selections.wanted.sorted { $0.key.digest < $1.key.digest }
        keys = sorted.map(\.key)
        digests = sorted.map(\.key.digest)
        numbers = sorted.map(\.value)
    }

    /// Puts what each selection finds in `record` into `lists`, in record order; lists of its own go
    /// into `arena`.
    func select(
        from record: IndexedRecord,
        into lists: inout [Slot],
        _ arena: inout SlotTable
    ) {
        for index in 0..<count { lists[index] = Slot(.list, inRecord: true) }
        var merged: Set<Int> = []
        forEachMatch(in: record) { group, place in
            let list = record.groups[group].list
            for number in numbers[place] {
                if lists[number].count == 0 {
                    lists[number] = list
                } else {
                    merged.insert(number)
                }
            }
        }
        guard !merged.isEmpty else { return }
        merge(record, merged, into: &lists, &arena)
    }

    /// Finds objects with different codes of one selection, each once.
    private func merge(
        _ record: IndexedRecord,
        _ merged: Set<Int>,
        into lists: inout [Slot],
        _ arena: inout SlotTable
    ) {
        var found: [(number: Int, position: Int, slot: Slot)] = []
        forEachMatch(in: record) { number, place in
            let group = record.groups[number]
            for number in numbers[place] where merged.contains(number) {
                for (index, position) in group.positions.enumerated() {
                    let slot = record.table.slots[group.list.place + index]
                    found.append((number, position, slot))
                }
            }
        }
        found.sort { ($0.number, $0.position) < ($1.number, $1.position) }
        var next = found[...]
        while let number = next.first?.number {
            let own = next.prefix { $0.number == number }
            next = next.dropFirst(own.count)
            var slots: [Slot] = []
            for entry in own where entry.slot != slots.last { slots.append(entry.slot) }
            lists[number] = arena.list(of: slots)
        }
    }

    /// Hands over the groups of a record whose key is asked for, with its place among the keys.
    ///
    /// Both are sorted by digests, so one look at each is enough.
    private func forEachMatch(in record: IndexedRecord, _ body: (Int, Int) -> Void) {
        let groups = record.groupDigests
        var first = 0
        for group in groups.indices {
            while first < digests.count, digests[first] < groups[group] { first += 1 }
            var place = first
            while place < digests.count, digests[place] == groups[group] {
                if keys[place] == record.groups[group].key { body(group, place) }
                place += 1
            }
        }
    }
}
