import UnitsOfMeasure

extension ExpressionCompiler {
    func literal(_ expression: ExpressionSyntax) throws(Reported) -> Typed {
        let span = expression.span
        func constant(_ value: Value, _ type: DataType) -> Typed {
            Typed(ConstantNode(span, value), type)
        }
        switch expression.form {
        case .boolean(let value): return constant(.boolean(value), .boolean)
        case .string(let text): return constant(.string(text), .string)
        case .integer(let text):
            guard let value = Int32(text) else {
                throw syntaxFailure("an Integer lies from -2147483648 to 2147483647", span)
            }
            return constant(.integer(value), .integer)
        case .long(let text):
            guard let value = Int64(text) else {
                throw syntaxFailure("a Long has at most 64 bits", span)
            }
            return constant(.long(value), .long)
        case .decimal(let text): return constant(.decimal(try decimal(text, span)), .decimal)
        case .date(let text):
            return constant(
                .date(try temporal(span) { () throws(TemporalError) in try CalendarDate(text) }),
                .date
            )
        case .dateTime(let text):
            return constant(
                .dateTime(try temporal(span) { () throws(TemporalError) in try dateTime(text) }),
                .dateTime
            )
        case .time(let text):
            return constant(
                .time(
                    try temporal(span) { () throws(TemporalError) in
                        try TimeOfDay(text.hasPrefix("T") ? String(text.dropFirst()) : text)
                    }
                ),
                .time
            )
        case .quantity(let syntax): return try quantity(syntax)
        case .ratio(let first, let second):
            guard case .quantity(let numerator)? = try quantity(first).constant,
                case .quantity(let denominator)? = try quantity(second).constant
            else { throw Reported() }
            return constant(
                .ratio(Ratio(numerator: numerator, denominator: denominator)),
                .ratio
            )
        default: return constant(.null, .any)
        }
    }

    func quantity(_ syntax: QuantitySyntax) throws(Reported) -> Typed {
        let number = try decimal(syntax.number, syntax.span, decimals: 28)
        let unit: QuantityUnit
        switch syntax.unit {
        case .none: unit = .one
        case .calendar(let calendar): unit = .calendar(calendar)
        case .ucum(let code, let span): unit = try self.unit(code, span)
        }
        return Typed(
            ConstantNode(syntax.span, .quantity(Quantity(number, unit))),
            .quantity,
            unit: unit
        )
    }

    func unit(_ code: String, _ span: Span) throws(Reported) -> QuantityUnit {
        do throws(UnitError) {
            return try QuantityUnit(code)
        } catch {
            throw fail("unknown-unit", "'\(code)' is not a unit of UCUM: \(error)", span)
        }
    }

    /// A number with a point.
    ///
    /// The suite of conformance tests allows 28 digits before the point, more than the standard's
    /// own maximum, and in a quantity more than 8 behind it.
    private func decimal(
        _ text: String,
        _ span: Span,
        decimals: Int = 8
    ) throws(Reported) -> ExactDecimal {
        let parts = text.split(separator: ".")
        let whole = parts[0].drop { $0 == "0" || $0 == "-" }
        guard whole.utf8.count <= 28, parts.count < 2 || parts[1].utf8.count <= decimals,
            let value = ExactDecimal(text)
        else {
            throw syntaxFailure(
                "a Decimal has at most 28 digits before and \(decimals) after the point",
                span
            )
        }
        return value
    }

    /// A date-time; the grammar allows an offset without a time of day (`2014-01T+01:00`).
    private func dateTime(_ text: String) throws(TemporalError) -> DateTime {
        guard let separator = text.firstIndex(of: "T") else { return try DateTime(text) }
        let zone = text[text.index(after: separator)...]
        guard let first = zone.first, "Z+-".contains(first) else { return try DateTime(text) }
        let midnight = try DateTime("2000-01-01T00:00:00.000\(zone)")
        return try DateTime(text[...separator]).settingOffset(minutes: midnight.offsetMinutes)
    }

    private func temporal<Result>(
        _ span: Span,
        _ parse: () throws(TemporalError) -> Result
    ) throws(Reported) -> Result {
        do throws(TemporalError) {
            return try parse()
        } catch {
            throw fail("invalid-literal", "\(error)", span)
        }
    }

    private func syntaxFailure(_ message: String, _ span: Span) -> Reported {
        compilation.report("literal-out-of-range", message, span, phase: .syntax)
        return Reported()
    }
}
