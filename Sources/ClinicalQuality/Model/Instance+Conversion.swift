import UnitsOfMeasure

extension Instance {
    /// The implicit conversions of FHIRHelpers 4.0.1.
    static func convert(_ type: ClassType, _ elements: [Value]) -> Result<Value, EvaluationError> {
        func element(_ name: String) -> Value { type.index(of: name).map { elements[$0] } ?? .null }
        guard let conversion = type.conversion else { return .success(.null) }
        return Result { () throws(EvaluationError) -> Value in
            switch conversion {
            case .quantity:
                guard element("comparator").isNull else { throw .quantityHasComparator }
                return try quantity(element)
            case .code: return .code(code(element))
            case .concept:
                guard case .list(let codings) = element("coding") else {
                    return .concept(Concept(codes: []))
                }
                var codes: [Code] = []
                for coding in codings {
                    guard case .instance(let coding) = coding,
                        case .code(let code) = try coding.systemValue()
                    else { continue }
                    codes.append(code)
                }
                return .concept(Concept(codes: codes))
            case .period:
                let start = element("start")
                return .interval(
                    Interval(
                        start,
                        element("end"),
                        lowClosed: !start.isNull,
                        highClosed: true,
                        pointType: .dateTime
                    )
                )
            case .range:
                return .interval(
                    Interval(
                        try system(element("low")),
                        try system(element("high")),
                        pointType: .quantity
                    )
                )
            case .ratio:
                guard case .quantity(let numerator) = try system(element("numerator")),
                    case .quantity(let denominator) = try system(element("denominator"))
                else { return .null }
                return .ratio(Ratio(numerator: numerator, denominator: denominator))
            }
        }
    }

    /// A quantity as an interval: `< 5` has no lower end, an exact one is a single point.
    func quantityInterval() throws(EvaluationError) -> Value {
        // Without a comparator it was converted when it was read.
        if case .success(let exact) = converted {
            return exact.isNull ? .null : .interval(Interval(exact, exact))
        }
        let exact = try Self.quantity { self[$0] }
        guard !exact.isNull else { return .null }
        guard case .string(let comparator) = self["comparator"] else {
            return .interval(Interval(exact, exact))
        }
        return switch comparator {
        case "<": .interval(Interval(.null, exact, highClosed: false, pointType: .quantity))
        case "<=": .interval(Interval(.null, exact, pointType: .quantity))
        case ">=": .interval(Interval(exact, .null, pointType: .quantity))
        case ">": .interval(Interval(exact, .null, lowClosed: false, pointType: .quantity))
        default: throw .quantityHasComparator
        }
    }

    private static func system(_ value: Value) throws(EvaluationError) -> Value {
        guard case .instance(let instance) = value else { return value }
        return try instance.systemValue()
    }

    private static func quantity(_ element: (String) -> Value) throws(EvaluationError) -> Value {
        guard case .decimal(let number) = element("value") else { return .null }
        if case .string(let system) = element("system"), system != "http://unitsofmeasure.org",
            system != "http://hl7.org/fhirpath/CodeSystem/calendar-units"
        {
            throw .invalidUnit
        }
        let text =
            switch (element("code"), element("unit")) {
            case (.string(let code), _): code
            case (_, .string(let unit)): unit
            default: "1"
            }
        if let unit = calendarUnits[text] { return .quantity(Quantity(number, .calendar(unit))) }
        guard let unit = try? QuantityUnit(text) else { throw .invalidUnit }
        return .quantity(Quantity(number, unit))
    }

    /// FHIR writes durations in UCUM; FHIRHelpers reads them as calendar durations.
    private static let calendarUnits: [String: CalendarUnit] = [
        "ms": .millisecond, "s": .second, "min": .minute, "h": .hour, "d": .day, "wk": .week,
        "mo": .month, "a": .year,
    ]

    private static func code(_ element: (String) -> Value) -> Code {
        func text(_ name: String) -> String? {
            if case .string(let text) = element(name) { text } else { nil }
        }
        return Code(code: text("code"), system: text("system"), version: text("version"))
    }
}
