/// What a library is evaluated over: the data of one person, indexed by class and code.
///
/// Made once, then read by any number of evaluations and threads.
public final class IndexedRecord: Sendable {
    /// The person: what `Patient` means in `context Patient`; nil when the record has none.
    public let subject: Instance?
    /// The objects of each class, and of each class with one code, in record order; sorted by the
    /// digests of their keys.
    let groups: [Group]
    /// The digests of the keys of `groups`.
    let groupDigests: [UInt64]
    /// All that the objects hold, as plain data.
    let table: SlotTable
    /// The subject in `table`.
    let subjectSlot: Slot
    /// All objects of each class.
    private let wholes: [ClassType: Slot]

    /// Objects of one class.
    struct Group: Sendable {
        /// The class and, unless these are all objects of it, the code that all have.
        let key: RecordSelections.Key
        /// The places of the objects among all of the class.
        fileprivate(set) var positions: [Int] = []
        /// The list of the objects, in the table of the record.
        fileprivate(set) var list = Slot(.list, inRecord: true)

        fileprivate init(_ key: RecordSelections.Key) { self.key = key }
    }

    /// Indexes `instances`; the order within a class is kept.
    public init(subject: Instance?, instances: [Instance]) {
        self.subject = subject
        var table = SlotTable(isOfRecord: true)
        var groups: [Group] = []
        var positions: [ClassType: Int] = [:]
        var coded: [RecordSelections.Key: Int] = [:]
        var slots: [[Slot]] = []
        for instance in instances + [subject].compactMap(\.self) {
            let type = instance.type
            let slot = table.slot(for: .instance(instance))
            let whole = positions[type] ?? groups.count
            if whole == groups.count {
                positions[type] = whole
                groups.append(Group(RecordSelections.Key(type, nil)))
                slots.append([])
            }
            let position = slots[whole].count
            groups[whole].positions.append(position)
            slots[whole].append(slot)
            for key in Set(instance.codeKeys) {
                let place = RecordSelections.Key(type, key)
                let group = coded[place] ?? groups.count
                if group == groups.count {
                    coded[place] = group
                    groups.append(Group(place))
                    slots.append([])
                }
                groups[group].positions.append(position)
                slots[group].append(slot)
            }
        }
        for index in groups.indices {
            groups[index].list = table.list(of: slots[index])
        }
        subjectSlot =
            subject.flatMap { positions[$0.type] }.flatMap { slots[$0].last } ?? .null
        self.table = table
        let sorted = groups.sorted { $0.key.digest < $1.key.digest }
        self.groups = sorted
        groupDigests = sorted.map(\.key.digest)
        wholes = positions.mapValues { groups[$0].list }
    }

    /// A record without anything.
    static let empty = IndexedRecord(subject: nil, instances: [])

    /// All objects of a class, in record order.
    public func instances(of type: ClassType) -> [Instance] {
        list(of: type).map { table.instances[table.slots[$0.place].count] }
    }

    /// The same in `table`.
    func list(of type: ClassType) -> ArraySlice<Slot> {
        guard let group = wholes[type] else { return [] }
        return table.slots[group.place..<group.place + group.count]
    }
}
