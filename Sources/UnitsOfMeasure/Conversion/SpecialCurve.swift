/// A conversion from or to a logarithmic, trigonometric or root scale.
struct SpecialCurve: Sendable {
    private let from: SpecialScale?
    private let to: SpecialScale?
    private let fromFactor: Double
    private let toFactor: Double
    /// The proper unit of the source in proper units of the target.
    private let ratio: Double

    init(from: CanonicalUnit, to: CanonicalUnit) throws(UnitError) {
        self.from = from.scale
        self.to = to.scale
        fromFactor = from.scale?.factor.doubleValue ?? 1
        toFactor = to.scale?.factor.doubleValue ?? 1
        ratio = try from.magnitude.multiplied(by: to.magnitude.inverted).doubleValue
        guard ratio.isFinite, ratio > 0, fromFactor.isFinite, fromFactor > 0,
            toFactor.isFinite, toFactor > 0
        else { throw .overflow }
    }

    /// Converts, and rounds to 15 significant digits.
    func callAsFunction(_ value: ExactDecimal) throws(UnitError) -> ExactDecimal {
        let scaled = value.doubleValue * fromFactor
        let proper = from?.function.proper(scaled) ?? scaled
        let other = proper * ratio
        let result = (to?.function.special(other) ?? other) / toFactor
        if result.isNaN { throw .outOfDomain }
        guard result.isFinite else { throw proper == 0 ? .outOfDomain : .outOfRange }
        return try Self.decimal(result)
    }

    /// The number with 15 significant digits.
    private static func decimal(_ value: Double) throws(UnitError) -> ExactDecimal {
        if value == 0 { return .zero }
        guard value.magnitude < 1e37, value.magnitude >= 1e-18 else { throw .outOfRange }
        var digitsBeforePoint = 0
        var rest = value.magnitude
        while rest >= 1 {
            rest /= 10
            digitsBeforePoint += 1
        }
        while rest < 0.1 {
            rest *= 10
            digitsBeforePoint -= 1
        }
        let scale = min(max(15 - digitsBeforePoint, 0), ExactDecimal.maximumScale)
        do {
            return try ExactDecimal(value, scale: scale).normalized
        } catch {
            throw .outOfRange
        }
    }
}

extension ExactRatio {
    /// The nearest binary floating-point number, within rounding; not finite when out of range.
    var doubleValue: Double {
        let (numerator, denominator) = fraction
        let top = numerator.doubleValue
        let bottom = denominator.doubleValue
        return top / bottom
    }
}
