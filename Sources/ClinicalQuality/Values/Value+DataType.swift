extension Value {
    /// The type of this value as far as the value itself tells: `any` for `null`, and for lists
    /// without an element that has a type.
    public var dataType: DataType {
        switch self {
        case .null: .any
        case .boolean: .boolean
        case .integer: .integer
        case .long: .long
        case .decimal: .decimal
        case .string: .string
        case .date: .date
        case .dateTime: .dateTime
        case .time: .time
        case .quantity: .quantity
        case .ratio: .ratio
        case .code: .code
        case .concept: .concept
        case .valueSet: .valueSet
        case .codeSystem: .codeSystem
        case .interval(let interval): .interval(interval.pointType)
        case .list(let elements): .list(Self.commonType(of: elements))
        case .tuple(let tuple):
            .tuple(
                zip(tuple.names, tuple.values).map { name, value in
                    TupleElementType(name: name, type: value.dataType)
                }
            )
        case .instance(let instance): .instance(instance.type)
        }
    }

    private static func commonType(of elements: [Value]) -> DataType {
        var common = DataType.any
        for element in elements {
            let type = element.dataType
            if common == .any {
                common = type
            } else if type != .any, type != common {
                return .any
            }
        }
        return common
    }
}
