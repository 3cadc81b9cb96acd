/// The conversion of values from one unit to another, worked out in advance.
///
/// The arithmetic is exact, and rounded once at the end where the result does not end: to 28
/// significant digits. Only logarithmic and similar units go through binary floating point, and
/// give 15 digits.
public struct UnitConversion: Sendable {
    /// The unit of the values that go in.
    public let source: UnitOfMeasure

    /// The unit of the values that come out.
    public let target: UnitOfMeasure

    let method: Method

    /// The fastest exact way for the two units.
    enum Method: Sendable {
        case identity
        /// × coefficient × 10^exponent
        case power(coefficient: Int128, exponent: Int)
        /// × numerator / denominator
        case ratio(numerator: UInt128, denominator: UInt128)
        /// × factor + offset, / divisor
        case line(factor: Int128, offset: Int128, divisor: UInt128)
        case map(RationalMap)
        case curve(SpecialCurve)
    }

    /// Prepares the conversion between two units.
    ///
    /// Throws `UnitError.incommensurable` for units of different kind.
    public init(from source: UnitOfMeasure, to target: UnitOfMeasure) throws(UnitError) {
        self.source = source
        self.target = target
        guard source.dimension == target.dimension else {
            throw .incommensurable(source.dimension, target.dimension)
        }
        let (from, to) = (source.storage.canonical, target.storage.canonical)
        if source.isEquivalent(to: target) {
            method = .identity
        } else if from.scale == nil && to.scale == nil {
            let ratio = try from.magnitude.multiplied(by: to.magnitude.inverted)
            method = Self.method(for: ratio)
        } else if let first = AffineScale(from), let second = AffineScale(to) {
            method = Self.method(for: try RationalMap(from: first, to: second))
        } else {
            method = .curve(try SpecialCurve(from: from, to: to))
        }
    }

    private static func method(for ratio: ExactRatio) -> Method {
        let (numerator, denominator) = ratio.fraction
        if ratio.denominator.isOne {
            // 2^a × 5^b × n is a coefficient without trailing zeros times a power of ten.
            let exponent = min(ratio.twos, ratio.fives)
            let two = BigNatural(2).raised(to: ratio.twos - exponent)
            let five = BigNatural(5).raised(to: ratio.fives - exponent)
            if let small = (ratio.numerator * two * five).small, abs(exponent) <= 38,
                let coefficient = Int128(exactly: small)
            {
                return .power(coefficient: coefficient, exponent: exponent)
            }
        }
        if let small = numerator.small, let other = denominator.small {
            return .ratio(numerator: small, denominator: other)
        }
        return .map(RationalMap(ratio))
    }

    private static func method(for map: RationalMap) -> Method {
        guard let small = map.small else { return .map(map) }
        return .line(factor: small.factor, offset: small.offset, divisor: small.divisor)
    }

    /// Converts a value.
    ///
    /// The decimals that a value was written with are kept where the factor is a power of ten.
    /// Throws `UnitError.outOfRange` for a result that is too great, or that is not exact and so
    /// small that fewer than 18 digits are left within 28 decimals; `.outOfDomain` where a
    /// logarithm does not exist.
    public func callAsFunction(_ value: ExactDecimal) throws(UnitError) -> ExactDecimal {
        switch method {
        case .identity:
            return value
        case .power(let coefficient, let exponent):
            if let result = value.multiplied(by: coefficient, timesTenTo: exponent) {
                return result
            }
        case .ratio(let numerator, let denominator):
            if let result = try Self.divide(value, numerator, denominator) { return result }
        case .line(let factor, let offset, let divisor):
            if let result = try Self.line(value, factor, offset, divisor) { return result }
        case .curve(let curve):
            return try curve(value)
        case .map:
            break
        }
        let (negative, numerator, denominator) = try fraction(of: value)
        return try SignificantQuotient.decimal(
            negative: negative,
            numerator: numerator,
            denominator: denominator
        )
    }

    private static func divide(
        _ value: ExactDecimal,
        _ numerator: UInt128,
        _ denominator: UInt128
    ) throws(UnitError) -> ExactDecimal? {
        let product = value.coefficient.magnitude.multipliedReportingOverflow(by: numerator)
        let divisor = denominator.multipliedReportingOverflow(by: powerOfTen(value.scale))
        if product.overflow || divisor.overflow { return nil }
        return try SignificantQuotient.decimal(
            negative: value.isNegative,
            numerator: product.partialValue,
            denominator: divisor.partialValue
        )
    }

    private static func line(
        _ value: ExactDecimal,
        _ factor: Int128,
        _ offset: Int128,
        _ divisor: UInt128
    ) throws(UnitError) -> ExactDecimal? {
        let scale = powerOfTen(value.scale)
        let product = value.coefficient.multipliedReportingOverflow(by: factor)
        let shift = offset.multipliedReportingOverflow(by: Int128(scale))
        let sum = product.partialValue.addingReportingOverflow(shift.partialValue)
        let bottom = divisor.multipliedReportingOverflow(by: scale)
        if product.overflow || shift.overflow || sum.overflow || bottom.overflow { return nil }
        return try SignificantQuotient.decimal(
            negative: sum.partialValue < 0,
            numerator: sum.partialValue.magnitude,
            denominator: bottom.partialValue
        )
    }

    /// The converted value as a fraction: exact, but for a curve, which gives its 15 digits.
    func fraction(
        of value: ExactDecimal
    ) throws(UnitError) -> (negative: Bool, numerator: BigNatural, denominator: BigNatural) {
        switch method {
        case .map(let map):
            return map.fraction(of: value)
        case .curve(let curve):
            let result = try curve(value)
            let magnitude = BigNatural(result.coefficient.magnitude)
            return (result.isNegative, magnitude, BigNatural(powerOfTen(result.scale)))
        case .identity:
            return RationalMap(.one).fraction(of: value)
        case .line:
            let (from, to) = (source.storage.canonical, target.storage.canonical)
            guard let first = AffineScale(from), let second = AffineScale(to) else {
                throw .incommensurable(source.dimension, target.dimension)
            }
            return try RationalMap(from: first, to: second).fraction(of: value)
        case .power, .ratio:
            let (from, to) = (source.storage.canonical, target.storage.canonical)
            let ratio = try from.magnitude.multiplied(by: to.magnitude.inverted)
            return RationalMap(ratio).fraction(of: value)
        }
    }
}
