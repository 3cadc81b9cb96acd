extension DataType: CustomStringConvertible {
    /// The type as a CQL type specifier, for example `List<System.Integer>` without `System.`.
    public var description: String {
        switch self {
        case .any: "Any"
        case .boolean: "Boolean"
        case .integer: "Integer"
        case .long: "Long"
        case .decimal: "Decimal"
        case .string: "String"
        case .date: "Date"
        case .dateTime: "DateTime"
        case .time: "Time"
        case .quantity: "Quantity"
        case .ratio: "Ratio"
        case .code: "Code"
        case .concept: "Concept"
        case .valueSet: "ValueSet"
        case .codeSystem: "CodeSystem"
        case .vocabulary: "Vocabulary"
        case .interval(let point): "Interval<\(point)>"
        case .list(let element): "List<\(element)>"
        case .tuple(let elements):
            "Tuple{\(elements.map { "\($0.name) \($0.type)" }.joined(separator: ", "))}"
        case .choice(let types): "Choice<\(types.map(\.description).joined(separator: ", "))>"
        case .instance(let type): type.name
        case .variable(let name): name
        }
    }

    /// The types of CQL itself, by name.
    static let system: [String: DataType] = [
        "Any": .any, "Boolean": .boolean, "Integer": .integer, "Long": .long,
        "Decimal": .decimal, "String": .string, "Date": .date, "DateTime": .dateTime,
        "Time": .time, "Quantity": .quantity, "Ratio": .ratio, "Code": .code,
        "Concept": .concept, "ValueSet": .valueSet, "CodeSystem": .codeSystem,
        "Vocabulary": .vocabulary,
    ]
}
