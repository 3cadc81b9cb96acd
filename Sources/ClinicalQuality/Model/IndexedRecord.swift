/// A record in memory, indexed by class and code.
public struct IndexedRecord: RecordSource {
    /// The person; nil when the record has none.
    public let subject: Instance?
    private let byClass: [ClassType: [Instance]]
    private let byCode: [ClassType: [CodeKey: [Entry]]]

    /// An object with its position among all of its class.
    private struct Entry: Sendable {
        let position: Int
        let instance: Instance
    }

    /// Indexes `instances`; the order within a class is kept.
    public init(subject: Instance?, instances: [Instance]) {
        self.subject = subject
        var byClass: [ClassType: [Instance]] = [:]
        var byCode: [ClassType: [CodeKey: [Entry]]] = [:]
        if let subject { byClass[subject.type] = [subject] }
        for instance in instances {
            let position = byClass[instance.type, default: []].count
            byClass[instance.type, default: []].append(instance)
            for key in Set(instance.codeKeys) {
                byCode[instance.type, default: [:]][key, default: []]
                    .append(Entry(position: position, instance: instance))
            }
        }
        self.byClass = byClass
        self.byCode = byCode
    }

    /// All objects of a class, in record order.
    public func instances(of type: ClassType) -> [Instance] { byClass[type] ?? [] }

    /// The objects of a class whose primary code is one of `codes`, in record order.
    public func instances(of type: ClassType, codes: CodeFilter) -> [Instance] {
        guard let index = byCode[type] else { return [] }
        if codes.keys.count == 1 { return (index[codes.keys[0]] ?? []).map(\.instance) }
        var found: [Int: Instance] = [:]
        for key in codes.keys {
            for entry in index[key] ?? [] { found[entry.position] = entry.instance }
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }
}
