/// The retrieves of a library, by what they ask for, so that one look at every group of a record
/// answers all of them.
struct RecordSelections: Sendable {
    /// Objects of a class, all or those with one code.
    struct Key: Hashable, Sendable {
        private let type: ClassType
        private let code: CodeKey?

        init(_ type: ClassType, _ code: CodeKey?) {
            self.type = type
            self.code = code
        }

        /// The code alone tells nearly all apart.
        func hash(into hasher: inout Hasher) {
            if let code { hasher.combine(code) } else { hasher.combine(type) }
        }
    }

    private struct Wanted: Hashable, Sendable {
        let type: ClassType
        let codes: CodeFilter?
    }

    private(set) var count = 0
    private var numbers: [Wanted: Int] = [:]
    private var selections: [Key: [Int]] = [:]

    /// The number of the selection of objects of `type`, all or those with one of `codes`.
    mutating func number(of type: ClassType, codes: CodeFilter?) -> Int {
        let wanted = Wanted(type: type, codes: codes)
        if let number = numbers[wanted] { return number }
        let number = count
        numbers[wanted] = number
        count += 1
        let keys: [CodeKey?] = codes.map { $0.keys } ?? [nil]
        for key in keys { selections[Key(type, key), default: []].append(number) }
        return number
    }

    /// Puts what each selection finds in `record` into `lists`, in record order.
    func select(from record: IndexedRecord, into lists: inout [Value]) {
        var merged: Set<Int> = []
        for index in lists.indices { lists[index] = .list([]) }
        for index in record.groups.indices {
            for number in selections[record.groups[index].key] ?? [] {
                if case .list(let found) = lists[number], found.isEmpty {
                    lists[number] = .list(record.groups[index].list)
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
        _ numbers: Set<Int>,
        into lists: inout [Value]
    ) {
        var found: [Int: [Int: Value]] = [:]
        for group in record.groups {
            for number in selections[group.key] ?? []
            where numbers.contains(number) {
                for (position, value) in zip(group.positions, group.list) {
                    found[number, default: [:]][position] = value
                }
            }
        }
        for (number, values) in found {
            lists[number] = .list(values.sorted { $0.key < $1.key }.map(\.value))
        }
    }
}
