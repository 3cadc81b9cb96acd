/// Why an object of the data model could not be built.
///
/// No case contains a value.
public enum InstanceError: Error, Sendable, Hashable {
    /// The class has no such element.
    case unknownElement(class: String, element: String)
    /// The value does not have the type that the element is declared with.
    case wrongType(class: String, element: String)
}

/// Builds an object of the data model, checking every element against its declared type.
public struct InstanceBuilder: Sendable {
    private let type: ClassType
    private var elements: [Value]

    /// Starts an object of which no element is set.
    public init(_ type: ClassType) {
        self.type = type
        elements = Array(repeating: .null, count: type.elements.count)
    }

    /// Sets an element; a repeating one takes a `.list`.
    public mutating func set(_ element: String, to value: Value) throws(InstanceError) {
        let index = try index(of: element)
        guard value.isInstance(of: type.elements[index].type) else {
            throw .wrongType(class: type.name, element: element)
        }
        elements[index] = value
    }

    /// Adds one value to a repeating element.
    public mutating func append(_ element: String, _ value: Value) throws(InstanceError) {
        let index = try index(of: element)
        guard case .list(let item) = type.elements[index].type, value.isInstance(of: item) else {
            throw .wrongType(class: type.name, element: element)
        }
        guard case .list(var values) = elements[index] else {
            elements[index] = .list([value])
            return
        }
        elements[index] = .null
        values.append(value)
        elements[index] = .list(values)
    }

    /// The object; elements that were not set are null.
    public func build() -> Instance { Instance(type: type, elements: elements) }

    private func index(of element: String) throws(InstanceError) -> Int {
        guard let index = type.index(of: element) else {
            throw .unknownElement(class: type.name, element: element)
        }
        return index
    }
}
