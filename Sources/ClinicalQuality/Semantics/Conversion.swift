import UnitsOfMeasure

/// How a value of one type becomes one of another without being asked to.
///
/// Source: CQL 1.5, chapter 3, "Implicit Conversions" and "Conversion Precedence".
indirect enum Conversion: Sendable {
    case identity
    /// The value when it is of that type, else null.
    case cast(DataType)
    case toLong
    case toDecimal
    case toQuantity
    case dateToDateTime
    case codeToConcept
    case valueSetToCodes
    /// A class of the data model to the type of CQL that it stands for.
    case system
    /// A FHIR quantity to an interval, where a comparator makes an open end.
    case quantityInterval
    case list(Conversion)
    case interval(Conversion, DataType)
    /// The first alternative that the value is an instance of; null when it is none.
    case alternatives([Alternative])
    case promoteToInterval
    case promoteToList
    case demoteList

    struct Alternative: Sendable {
        let type: DataType
        let conversion: Conversion
    }

    var isIdentity: Bool {
        if case .identity = self { true } else { false }
    }
}

extension Conversion {
    /// Converts a value.
    ///
    /// - Throws: When a quantity of the record has a comparator or a unit that is no unit.
    func apply(_ value: Value) throws(EvaluationError) -> Value {
        if value.isNull { return .null }
        switch self {
        case .identity: return value
        case .cast(let type): return value.isInstance(of: type) ? value : .null
        case .toLong, .toDecimal, .toQuantity: return scalar(value)
        case .dateToDateTime:
            if case .date(let date) = value { return .dateTime(DateTime(date)) }
            return value
        case .codeToConcept:
            if case .code(let code) = value {
                return .concept(Concept(codes: [code], display: code.display))
            }
            return value
        case .valueSetToCodes:
            guard case .valueSet(let set) = value else { return value }
            guard let codes = set.expansion else { throw .valueSetUnknown(id: set.id) }
            return .list(codes.map(Value.code))
        case .system:
            if case .instance(let instance) = value { return try instance.systemValue() }
            return value
        case .quantityInterval:
            if case .instance(let instance) = value { return try instance.quantityInterval() }
            return value
        case .list(let element):
            guard case .list(let values) = value else { return value }
            var converted: [Value] = []
            converted.reserveCapacity(values.count)
            for value in values { converted.append(try element.apply(value)) }
            return .list(converted)
        case .interval(let point, let type):
            guard case .interval(let interval) = value else { return value }
            return .interval(
                Interval(
                    try point.apply(interval.low),
                    try point.apply(interval.high),
                    lowClosed: interval.lowClosed,
                    highClosed: interval.highClosed,
                    pointType: type
                )
            )
        case .alternatives(let alternatives):
            for alternative in alternatives where value.isInstance(of: alternative.type) {
                return try alternative.conversion.apply(value)
            }
            return .null
        case .promoteToInterval: return .interval(Interval(value, value))
        case .promoteToList: return .list([value])
        case .demoteList:
            guard case .list(let values) = value else { return value }
            guard values.count < 2 else { throw .notASingleton }
            return values.first ?? .null
        }
    }

    /// Numbers; an uncertain integer becomes an uncertain number.
    private func scalar(_ value: Value) -> Value {
        if case .interval(let interval) = value, interval.isUncertainty {
            return .interval(
                Interval(uncertainFrom: scalar(interval.low), to: scalar(interval.high))
            )
        }
        switch (self, value) {
        case (.toLong, .integer(let number)): return .long(Int64(number))
        case (.toDecimal, .integer(let number)): return .decimal(ExactDecimal(number))
        case (.toDecimal, .long(let number)): return .decimal(ExactDecimal(number))
        case (.toQuantity, _):
            return value.number.map { .quantity(Quantity($0)) } ?? value
        default: return value
        }
    }
}
