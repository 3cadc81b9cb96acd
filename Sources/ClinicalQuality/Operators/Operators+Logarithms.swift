public import UnitsOfMeasure

extension Operators {
    /// CQL `Exp`, to 8 decimals.
    ///
    /// - Throws: `overflow` when the result is too great for a Decimal.
    public static func exp(_ value: ExactDecimal) throws(EvaluationError) -> ExactDecimal {
        guard let result = inRange(real(RealFunctions.exp(value.doubleValue))) else {
            throw .overflow(operator: "Exp")
        }
        return result
    }

    /// CQL `Ln`, to 8 decimals; nil for a negative number.
    ///
    /// - Throws: `undefined` for zero.
    public static func ln(_ value: ExactDecimal) throws(EvaluationError) -> ExactDecimal? {
        if value.isZero { throw .undefined(operator: "Ln") }
        return real(RealFunctions.log(value.doubleValue))
    }

    /// CQL `Log`, to 8 decimals; nil when there is no such logarithm.
    public static func log(_ value: ExactDecimal, base: ExactDecimal) -> ExactDecimal? {
        let divisor = RealFunctions.log(base.doubleValue)
        // There is no base 0 or 1, nor a negative one.
        guard divisor.isFinite, divisor != 0 else { return nil }
        return inRange(real(RealFunctions.log(value.doubleValue) / divisor))
    }

    private static func real(_ value: Double) -> ExactDecimal? {
        value.isFinite ? try? ExactDecimal(value, scale: 8) : nil
    }
}
