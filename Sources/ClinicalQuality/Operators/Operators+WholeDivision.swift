import UnitsOfMeasure

extension Operators {
    /// CQL `div`: the quotient without its fraction; `null` when the divisor is zero.
    ///
    /// - Throws: `typeMismatch` for anything but numbers and quantities; `invalidArgument` for an
    ///   uncertainty.
    public static func truncatedDivide(
        _ left: Value,
        _ right: Value
    ) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.null, _), (_, .null): .null
        case (.integer(let a), .integer(let b)):
            b == 0 ? .null : integer(a.dividedReportingOverflow(by: b))
        case (.long(let a), .long(let b)):
            b == 0 ? .null : long(a.dividedReportingOverflow(by: b))
        case (.decimal(let a), .decimal(let b)):
            decimal(inRange(wholeDivision(a, b)?.quotient))
        case (.quantity(let a), .quantity(let b)): wholeDivision(a, b) { $0.quotient }
        default:
            try converted(
                left,
                right,
                "TruncatedDivide",
                ofUncertainties: false,
                applying: truncatedDivide
            ) {
                wholeDivision($0, $1) { $0.quotient }
            }
        }
    }

    /// CQL `mod`: the remainder of `div`, with the sign of the first argument; `null` when the
    /// divisor is zero.
    ///
    /// - Throws: As `truncatedDivide`.
    public static func modulo(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.null, _), (_, .null): .null
        case (.integer(let a), .integer(let b)):
            b == 0 ? .null : .integer(a.remainderReportingOverflow(dividingBy: b).partialValue)
        case (.long(let a), .long(let b)):
            b == 0 ? .null : .long(a.remainderReportingOverflow(dividingBy: b).partialValue)
        case (.decimal(let a), .decimal(let b)):
            decimal(inRange(wholeDivision(a, b)?.remainder))
        case (.quantity(let a), .quantity(let b)): wholeDivision(a, b) { $0.remainder }
        default:
            try converted(
                left,
                right,
                "Modulo",
                ofUncertainties: false,
                applying: modulo
            ) {
                wholeDivision($0, $1) { $0.remainder }
            }
        }
    }

    private static func wholeDivision(
        _ left: ExactDecimal,
        _ right: ExactDecimal
    ) -> (quotient: ExactDecimal, remainder: ExactDecimal)? {
        try? left.quotientAndRemainder(dividingBy: right)
    }

    /// The result has the unit of the first argument, as the public test cases have it.
    private static func wholeDivision(
        _ left: Quantity,
        _ right: Quantity,
        _ part: ((quotient: ExactDecimal, remainder: ExactDecimal)) -> ExactDecimal
    ) -> Value {
        if isSpecial(left.unit) || isSpecial(right.unit) { return .null }
        let divisor = isOne(right.unit) ? right.value : value(of: right, in: left.unit)
        guard let divisor, let parts = wholeDivision(left.value, divisor) else { return .null }
        return quantity(part(parts), left.unit)
    }
}
