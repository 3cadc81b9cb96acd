import ClinicalQuality
import UnitsOfMeasure

/// The operators of an evaluation at a fixed time, in UTC.
func operators(at text: String = "2024-03-01T10:00:00.000+00:00") throws -> Operators {
    Operators(at: try DateTime(text))
}

/// Applies an operator of the table to arguments that are written as CQL literals and returns the
/// literal of the result, or `error` when the operator throws.
///
/// The overload is chosen by the types of the values, as far as values tell their types; a name
/// such as `Before day` asks for the overload with that precision.
func apply(
    _ name: String,
    _ arguments: [String],
    at now: String = "2024-03-01T10:00:00.000+00:00"
) throws -> String {
    let values = try arguments.map { try LiteralReader.value($0) }
    let parts = name.split(separator: " ").map(String.init)
    let precision = parts.count > 1 ? CalendarUnit(keyword: parts[1]) : nil
    let overloads = OperatorTable.standard.overloads(of: parts[0], precision: precision)
    // The most special one: `T` matches anything, so an overload with fewer of them is better.
    let candidates = overloads.filter { matches($0.parameters, values) }
    guard
        let overload = candidates.min(by: {
            $0.parameters.filter(isVariable).count < $1.parameters.filter(isVariable).count
        })
    else { return "no overload" }
    do {
        return try overload(try operators(at: now), values).description
    } catch {
        return "error"
    }
}

private func matches(_ parameters: [DataType], _ values: [Value]) -> Bool {
    parameters.count == values.count && zip(parameters, values).allSatisfy(matches)
}

private func matches(_ parameter: DataType, _ value: Value) -> Bool {
    switch (parameter, value) {
    case (_, .null), (.any, _): true
    case (.variable, _): true
    case (.interval(let point), .interval(let interval)):
        interval.pointType == .any || isVariable(point) || point == interval.pointType
    case (.list(let element), .list(let values)): values.allSatisfy { matches(element, $0) }
    case (.choice(let types), _): types.contains { matches($0, value) }
    default: parameter == value.dataType
    }
}

private func isVariable(_ type: DataType) -> Bool {
    if case .variable = type { true } else { false }
}

/// Reads the CQL literals and selectors that the tables of the tests are written in.
struct LiteralReader {
    struct Malformed: Error {
        let text: String
    }

    private var rest: Substring

    static func value(_ text: String) throws -> Value {
        var reader = LiteralReader(rest: Substring(text))
        let value = try reader.value()
        reader.skipSpace()
        guard reader.rest.isEmpty else { throw Malformed(text: text) }
        return value
    }

    private mutating func skipSpace() {
        rest = rest.drop { $0 == " " }
    }

    private mutating func take(_ prefix: String) -> Bool {
        skipSpace()
        guard rest.hasPrefix(prefix) else { return false }
        rest = rest.dropFirst(prefix.count)
        return true
    }

    private mutating func value() throws -> Value {
        if take("null") { return .null }
        if take("true") { return .boolean(true) }
        if take("false") { return .boolean(false) }
        if take("Interval") { return try interval() }
        if take("Tuple {") { return .tuple(TupleValue(try elements(until: "}"))) }
        if take("Code {") { return .code(try code()) }
        if take("{") { return .list(try list(until: "}")) }
        if take("@T") { return .time(try TimeOfDay(word(".:"))) }
        if take("@") {
            let text = word("-:+.")
            return text.contains("T")
                ? .dateTime(try DateTime(text)) : .date(try CalendarDate(text))
        }
        if rest.hasPrefix("'") { return .string(try string()) }
        return try number()
    }

    private mutating func word(_ others: String) -> String {
        let text = rest.prefix { $0.isLetter || $0.isNumber || others.contains($0) }
        rest = rest.dropFirst(text.count)
        return String(text)
    }

    private mutating func string() throws -> String {
        guard take("'") else { throw Malformed(text: String(rest)) }
        var result = ""
        while let character = rest.popFirst() {
            if character == "'" { return result }
            result.append(character == "\\" ? rest.popFirst() ?? "\\" : character)
        }
        throw Malformed(text: result)
    }

    private mutating func number() throws -> Value {
        let text = word("-.")
        if text.hasSuffix("L"), let long = Int64(text.dropLast()) { return .long(long) }
        guard let decimal = ExactDecimal(text) else { throw Malformed(text: text) }
        skipSpace()
        let quantity: Value
        if rest.hasPrefix("'") {
            quantity = .quantity(Quantity(decimal, try QuantityUnit(try string())))
        } else if let unit = CalendarUnit(keyword: String(rest.prefix { $0.isLetter })) {
            _ = word("")
            quantity = .quantity(Quantity(decimal, .calendar(unit)))
        } else {
            return text.contains(".") ? .decimal(decimal) : .integer(Int32(text) ?? 0)
        }
        guard take(":") else { return quantity }
        guard case .quantity(let first) = quantity, case .quantity(let second) = try value() else {
            throw Malformed(text: text)
        }
        return .ratio(Ratio(numerator: first, denominator: second))
    }

    private mutating func interval() throws -> Value {
        let closed = take("[")
        guard closed || take("(") else { throw Malformed(text: String(rest)) }
        let low = try value()
        guard take(",") else { throw Malformed(text: String(rest)) }
        let high = try value()
        let highClosed = take("]")
        guard highClosed || take(")") else { throw Malformed(text: String(rest)) }
        // `Interval[null, null] of Integer` gives the type of the points.
        let type: DataType? = take("of Integer") ? .integer : nil
        return .interval(
            Interval(low, high, lowClosed: closed, highClosed: highClosed, pointType: type)
        )
    }

    private mutating func list(until end: String) throws -> [Value] {
        var values: [Value] = []
        while !take(end) {
            values.append(try value())
            _ = take(",")
        }
        return values
    }

    private mutating func elements(until end: String) throws -> [(name: String, value: Value)] {
        var result: [(name: String, value: Value)] = []
        while !take(end) {
            skipSpace()
            let name = word("")
            guard take(":") else { throw Malformed(text: String(rest)) }
            result.append((name, try value()))
            _ = take(",")
        }
        return result
    }

    private mutating func code() throws -> Code {
        var parts: [String: String] = [:]
        for (name, value) in try elements(until: "}") {
            if case .string(let text) = value { parts[name] = text }
        }
        return Code(
            code: parts["code"],
            system: parts["system"],
            version: parts["version"],
            display: parts["display"]
        )
    }
}
