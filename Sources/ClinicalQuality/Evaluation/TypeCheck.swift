/// A type, prepared for asking many values whether they are of it.
struct TypeCheck: Sendable {
    private enum Kind: Sendable {
        case boolean, decimal, string, date, dateTime, time, quantity, code, concept
        case instance(ClassType)
        /// Anything else takes the long way.
        case general
    }

    let type: DataType
    private let kind: Kind

    init(_ type: DataType) {
        self.type = type
        kind =
            switch type {
            case .boolean: .boolean
            case .decimal: .decimal
            case .string: .string
            case .date: .date
            case .dateTime: .dateTime
            case .time: .time
            case .quantity: .quantity
            case .code: .code
            case .concept: .concept
            case .instance(let type): .instance(type)
            default: .general
            }
    }

    /// Whether the value can stand where the type is declared; null always can.
    @inline(__always)
    func accepts(_ value: Value) -> Bool {
        switch kind {
        case .general: return value.isInstance(of: type)
        case .instance(let type):
            if case .instance(let instance) = value {
                return instance.type === type || instance.type.isKind(of: type)
            }
            return value.isNull
        case .boolean: if case .boolean = value { return true }
        case .decimal: if case .decimal = value { return true }
        case .string: if case .string = value { return true }
        case .date: if case .date = value { return true }
        case .dateTime: if case .dateTime = value { return true }
        case .time: if case .time = value { return true }
        case .quantity: if case .quantity = value { return true }
        case .code: if case .code = value { return true }
        case .concept: if case .concept = value { return true }
        }
        return value.isNull
    }
}
