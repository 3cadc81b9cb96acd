/// A tuple: values with names, sorted by name.
public struct TupleValue: Sendable {
    private final class Storage: Sendable {
        let names: [String]
        let values: [Value]

        init(_ names: [String], _ values: [Value]) {
            self.names = names
            self.values = values
        }
    }

    private let storage: Storage

    /// Creates a tuple from elements in any order.
    public init(_ elements: [(name: String, value: Value)]) {
        let sorted = elements.sorted { $0.name < $1.name }
        storage = Storage(sorted.map(\.name), sorted.map(\.value))
    }

    /// Creates a tuple whose names are already sorted; the fast way, without a check.
    ///
    /// - Precondition: `names` is sorted, without duplicates, and as long as `values`.
    public init(sortedNames names: [String], values: [Value]) {
        precondition(names.count == values.count)
        storage = Storage(names, values)
    }

    /// The names, sorted.
    public var names: [String] { storage.names }

    /// The values, in the order of `names`.
    public var values: [Value] { storage.values }

    /// The value called `name`, or nil when the tuple has no such element.
    public subscript(_ name: String) -> Value? {
        storage.names.firstIndex(of: name).map { storage.values[$0] }
    }
}
