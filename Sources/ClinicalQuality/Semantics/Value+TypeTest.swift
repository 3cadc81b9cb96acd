extension Value {
    /// Whether this value can stand where the type `type` is declared; `null` always can.
    func isInstance(of type: DataType) -> Bool {
        switch (self, type) {
        case (.null, _), (_, .any), (.boolean, .boolean), (.integer, .integer), (.long, .long),
            (.decimal, .decimal), (.string, .string), (.date, .date), (.dateTime, .dateTime),
            (.time, .time), (.quantity, .quantity), (.ratio, .ratio), (.code, .code),
            (.concept, .concept), (.valueSet, .valueSet), (.valueSet, .vocabulary),
            (.codeSystem, .codeSystem), (.codeSystem, .vocabulary):
            true
        case (.interval(let interval), .integer): interval.isUncertainty
        case (.interval(let interval), .interval(let point)):
            interval.low.isInstance(of: point) && interval.high.isInstance(of: point)
                && interval.pointType.isSubtype(of: point)
        case (.list(let elements), .list(let element)):
            elements.allSatisfy { $0.isInstance(of: element) }
        case (.tuple(let tuple), .tuple(let elements)):
            tuple.names == elements.map(\.name)
                && zip(tuple.values, elements).allSatisfy { $0.isInstance(of: $1.type) }
        case (.instance(let instance), .instance(let type)): instance.type.isKind(of: type)
        case (_, .choice(let types)): types.contains { isInstance(of: $0) }
        default: false
        }
    }
}
