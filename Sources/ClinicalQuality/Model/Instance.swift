/// An object of the data model: its class and the values of its elements, in the order in which
/// the class declares them (inherited elements first); an element without a value is `.null`.
public final class Instance: Sendable {
    /// The class.
    public let type: ClassType
    /// The values, in the order in which the class declares the elements.
    public let elements: [Value]
    /// The object as a value of CQL itself, made once so that no evaluation parses a unit again.
    let converted: Result<Value, EvaluationError>
    /// The codes in the element that a retrieve of this class compares.
    public let codeKeys: [CodeKey]

    /// - Precondition: `elements.count == type.elements.count`.
    public init(type: ClassType, elements: [Value]) {
        precondition(elements.count == type.elements.count)
        self.type = type
        self.elements = elements
        converted = Self.convert(type, elements)
        codeKeys =
            type.primaryCode.flatMap { type.index(of: $0) }
            .map { Self.codeKeys(in: elements[$0]) } ?? []
    }

    /// The value of the element called `name`; `.null` when it has none or there is no such
    /// element.
    public subscript(_ name: String) -> Value {
        type.index(of: name).map { elements[$0] } ?? .null
    }

    /// The object as a value of CQL itself, as the implicit conversions of FHIRHelpers make it.
    ///
    /// - Throws: `EvaluationError.quantityHasComparator` or `.invalidUnit` where the object can't
    ///   be converted without loss.
    public func systemValue() throws(EvaluationError) -> Value { try converted.get() }
}
