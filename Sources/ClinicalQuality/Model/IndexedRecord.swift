/// What a library is evaluated over: the data of one person, indexed by class and code.
///
/// Made once, then read by any number of evaluations and threads.
public final class IndexedRecord: Sendable {
    /// The person: what `Patient` means in `context Patient`; nil when the record has none.
    public let subject: Instance?
    /// The objects of each class, and of each class with one code, in record order.
    let groups: [Group]
    private let positions: [ClassType: Int]

    /// Objects of one class.
    struct Group: Sendable {
        /// The class and, unless these are all objects of it, the code that all have.
        let key: RecordSelections.Key
        /// The places of the objects among all of the class.
        fileprivate(set) var positions: [Int] = []
        /// The objects as a value of CQL.
        fileprivate(set) var list: [Value] = []

        fileprivate init(_ key: RecordSelections.Key) { self.key = key }

        fileprivate mutating func append(_ instance: Instance, at position: Int) {
            positions.append(position)
            list.append(.instance(instance))
        }
    }

    /// Indexes `instances`; the order within a class is kept.
    public init(subject: Instance?, instances: [Instance]) {
        self.subject = subject
        var groups: [Group] = []
        var positions: [ClassType: Int] = [:]
        var coded: [RecordSelections.Key: Int] = [:]
        for instance in instances + [subject].compactMap(\.self) {
            let type = instance.type
            let whole = positions[type] ?? groups.count
            if whole == groups.count {
                positions[type] = whole
                groups.append(Group(RecordSelections.Key(type, nil)))
            }
            let position = groups[whole].list.count
            groups[whole].append(instance, at: position)
            for key in Set(instance.codeKeys) {
                let place = RecordSelections.Key(type, key)
                let group = coded[place] ?? groups.count
                if group == groups.count {
                    coded[place] = group
                    groups.append(Group(place))
                }
                groups[group].append(instance, at: position)
            }
        }
        self.groups = groups
        self.positions = positions
    }

    /// All objects of a class, in record order.
    public func instances(of type: ClassType) -> [Instance] {
        positions[type].map { groups[$0].list.compactMap(\.asInstance) } ?? []
    }
}

extension Value {
    var asInstance: Instance? {
        if case .instance(let instance) = self { instance } else { nil }
    }
}
