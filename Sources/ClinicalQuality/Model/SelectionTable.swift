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

    /// Puts what each selection finds in `record` into `lists`, in record order.
    func select(from record: IndexedRecord, into lists: inout [Value]) {
        var merged: Set<Int> = []
        for index in lists.indices { lists[index] = .list([]) }
        for group in record.groups.indices {
            guard let place = place(of: record.groups[group].key) else { continue }
            for number in numbers[place] {
                if case .list(let found) = lists[number], found.isEmpty {
                    lists[number] = .list(record.groups[group].list)
                } else {
                    merged.insert(number)
                }
            }
        }
        guard !merged.isEmpty else { return }
        merge(record, merged, into: &lists)
    }

    /// Finds objects with different codes of one selection, each once.
    private func merge(
        _ record: IndexedRecord,
        _ merged: Set<Int>,
        into lists: inout [Value]
    ) {
        var found: [Int: [Int: Value]] = [:]
        for group in record.groups {
            guard let place = place(of: group.key) else { continue }
            for number in numbers[place] where merged.contains(number) {
                for (position, value) in zip(group.positions, group.list) {
                    found[number, default: [:]][position] = value
                }
            }
        }
        for (number, values) in found {
            lists[number] = .list(values.sorted { $0.key < $1.key }.map(\.value))
        }
    }

    private func place(of key: RecordSelections.Key) -> Int? {
        var low = 0
        var high = digests.count
        while low < high {
            let middle = (low + high) / 2
            if digests[middle] < key.digest { low = middle + 1 } else { high = middle }
        }
        while low < digests.count, digests[low] == key.digest {
            if keys[low] == key { return low }
            low += 1
        }
        return nil
    }
}
