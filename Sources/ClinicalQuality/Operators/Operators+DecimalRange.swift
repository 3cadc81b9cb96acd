import UnitsOfMeasure

extension Operators {
    /// What a decimal result may be: at most 8 decimals and less than 10^30 in magnitude; nil when
    /// the result is out of range.
    ///
    /// CQL asks for 28 digits at least (`Limits.decimal`) and allows more. All numbers below 10^30
    /// can be kept with all 8 decimals, so sums and differences within the range are exact.
    static func inRange(_ result: ExactDecimal?) -> ExactDecimal? {
        guard let rounded = result?.rounded(toScale: 8), rounded.magnitude < decimalBound else {
            return nil
        }
        return rounded
    }

    private static let decimalBound = ExactDecimal(
        uncheckedCoefficient: 1_000_000_000_000_000_000_000_000_000_000,
        scale: 0
    )
}
