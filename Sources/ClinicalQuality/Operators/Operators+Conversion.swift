import UnitsOfMeasure

extension Operators {
    /// CQL `ToBoolean`; `null` when the value stands for no Boolean.
    public static func toBoolean(_ value: Value) -> Value {
        switch value {
        case .boolean: value
        case .string(let text): Value(boolean(from: text))
        default:
            value.number.map { $0 == 1 ? .boolean(true) : $0.isZero ? .boolean(false) : .null }
                ?? .null
        }
    }

    /// CQL `ToInteger`; `null` when the value stands for no Integer.
    public static func toInteger(_ value: Value) -> Value {
        switch value {
        case .integer: return value
        case .boolean(let truth): return .integer(truth ? 1 : 0)
        case .long(let number): return Int32(exactly: number).map { .integer($0) } ?? .null
        case .string(let text):
            guard let number: Int32 = whole(from: text) else { return .null }
            return .integer(number)
        default: return .null
        }
    }

    /// CQL `ToLong`; `null` when the value stands for no Long.
    public static func toLong(_ value: Value) -> Value {
        switch value {
        case .long: return value
        case .boolean(let truth): return .long(truth ? 1 : 0)
        case .integer(let number): return .long(Int64(number))
        case .string(let text):
            guard let number: Int64 = whole(from: text) else { return .null }
            return .long(number)
        case .interval(let interval) where interval.isUncertainty:
            return uncertainty(toLong(interval.low), toLong(interval.high))
        default: return .null
        }
    }

    /// CQL `ToDecimal`; `null` when the value stands for no Decimal.
    public static func toDecimal(_ value: Value) -> Value {
        switch value {
        case .boolean(let truth): .decimal(truth ? 1 : 0)
        case .string(let text): decimal(decimal(from: text))
        case .interval(let interval) where interval.isUncertainty:
            uncertainty(toDecimal(interval.low), toDecimal(interval.high))
        default: decimal(value.number)
        }
    }

    /// CQL `ToQuantity`; `null` when the value stands for no quantity.
    public static func toQuantity(_ value: Value) -> Value {
        switch value {
        case .quantity: return value
        case .ratio(let ratio): return divide(ratio.numerator, ratio.denominator)
        case .string(let text):
            guard let quantity = quantity(from: text) else { return .null }
            return .quantity(quantity)
        default:
            guard let number = value.number else { return .null }
            return .quantity(Quantity(number))
        }
    }

    /// CQL `ToRatio`; `null` when the value stands for no ratio.
    public static func toRatio(_ value: Value) -> Value {
        switch value {
        case .ratio: return value
        case .string(let text):
            guard let ratio = ratio(from: text) else { return .null }
            return .ratio(ratio)
        default: return .null
        }
    }

    /// CQL `ToConcept`: of a code, with its display text, or of a list of codes.
    public static func toConcept(_ value: Value) -> Value {
        switch value {
        case .concept: return value
        case .code(let code):
            return .concept(Concept(codes: [code], display: code.display))
        case .list(let elements):
            var codes: [Code] = []
            for element in elements where !element.isNull {
                guard case .code(let code) = element else { return .null }
                codes.append(code)
            }
            return .concept(Concept(codes: codes))
        default: return .null
        }
    }

    /// CQL `ToString`; `null` for values without a text of their own.
    public static func toString(_ value: Value) -> Value {
        switch value {
        case .string: value
        case .boolean, .integer, .decimal, .quantity: .string(value.description)
        case .long(let number): .string(String(number))
        case .date(let date): .string(date.description)
        case .dateTime(let moment): .string(moment.description)
        case .time(let time): .string(time.description)
        case .ratio(let ratio): .string("\(ratio.numerator):\(ratio.denominator)")
        default: .null
        }
    }

    /// CQL `ToDate`: of a DateTime in the offset of the evaluation, or of a text, whose time is
    /// left out; `null` when the value stands for no date.
    public func toDate(_ value: Value) -> Value {
        switch value {
        case .date: return value
        case .dateTime(let moment): return .date(date(from: moment))
        case .string(let text):
            guard let moment = try? DateTime(text) else { return .null }
            return .date(moment.date)
        default: return .null
        }
    }

    /// CQL `ToDateTime`; `null` when the value stands for no DateTime.
    public static func toDateTime(_ value: Value) -> Value {
        switch value {
        case .dateTime: return value
        case .date(let date): return .dateTime(DateTime(date))
        case .string(let text):
            guard let moment = try? DateTime(text) else { return .null }
            return .dateTime(moment)
        default: return .null
        }
    }

    /// CQL `ToTime`; an offset in the text is left out; `null` when the value stands for no time.
    public static func toTime(_ value: Value) -> Value {
        switch value {
        case .time: return value
        case .string(let text):
            guard let time = try? TimeOfDay(ignoringOffset: text) else { return .null }
            return .time(time)
        default: return .null
        }
    }

    /// CQL `ConvertQuantity`: the same quantity in another unit; nil when it cannot be converted.
    public static func convert(_ quantity: Quantity, to unit: String) -> Quantity? {
        guard let unit = try? QuantityUnit(unit), let value = value(of: quantity, in: unit) else {
            return nil
        }
        return Quantity(value, unit)
    }
}
