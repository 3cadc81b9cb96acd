extension ExactDecimal {
    /// The exact sum, at the greater of the two scales.
    ///
    /// Throws `DecimalError.overflow` when the sum at that scale has more digits than are kept.
    @inlinable
    public func adding(_ other: ExactDecimal) throws(DecimalError) -> ExactDecimal {
        if storedScale == other.storedScale {
            let (sum, overflow) = coefficient.addingReportingOverflow(other.coefficient)
            if overflow || sum == .min { throw .overflow }
            return ExactDecimal(uncheckedCoefficient: sum, scale: scale)
        }
        return try sumAtCommonScale(other)
    }

    /// The exact difference, at the greater of the two scales.
    ///
    /// Throws `DecimalError.overflow` when the difference at that scale has more digits than are
    /// kept.
    @inlinable
    public func subtracting(_ other: ExactDecimal) throws(DecimalError) -> ExactDecimal {
        try adding(other.negated)
    }

    /// The exact product; its scale is the sum of both scales, or less where that exceeds 28.
    ///
    /// Throws `DecimalError.overflow` when the exact product has more digits than are kept; see
    /// `multiplied(by:scale:_:)` for a rounded one.
    public func multiplied(by other: ExactDecimal) throws(DecimalError) -> ExactDecimal {
        let negative = (coefficient < 0) != (other.coefficient < 0)
        var product = WideProduct(coefficient.magnitude, times: other.coefficient.magnitude)
        var scale = scale + other.scale
        // Only trailing zeros can be given up without rounding.
        while scale > 0 && (scale > Self.maximumScale || !product.fitsCoefficient) {
            if product.divide(by: 10) != 0 { throw .overflow }
            scale -= 1
        }
        guard product.fitsCoefficient else { throw .overflow }
        return try ExactDecimal(negative: negative, magnitude: product.low, scale: scale)
    }

    /// The product, rounded to at most `scale` decimals (0...28); the intermediate is exact.
    ///
    /// Throws `DecimalError.overflow` when the rounded product has more digits than are kept or
    /// the scale is out of range.
    public func multiplied(
        by other: ExactDecimal,
        scale limit: Int,
        _ rule: RoundingRule = .halfAwayFromZero
    ) throws(DecimalError) -> ExactDecimal {
        guard 0...Self.maximumScale ~= limit else { throw .overflow }
        let negative = (coefficient < 0) != (other.coefficient < 0)
        var product = WideProduct(coefficient.magnitude, times: other.coefficient.magnitude)
        let full = scale + other.scale
        var left = RemainderSize.none
        var surplus = Swift.max(0, full - limit)
        while surplus > 0 {
            let step = Swift.min(surplus, 38)
            let divisor = powerOfTen(step)
            left = left.carried(into: product.divide(by: divisor), of: divisor)
            surplus -= step
        }
        guard product.high == 0 else { throw .overflow }
        let odd = product.low & 1 == 1
        // Whatever exceeds `Int128` is refused below, so the sum needs no check of its own.
        if rule.increments(negative: negative, odd: odd, remainder: left), product.low != .max {
            product.low += 1
        }
        return try ExactDecimal(
            negative: negative,
            magnitude: product.low,
            scale: Swift.min(full, limit)
        )
    }

    @usableFromInline
    func sumAtCommonScale(_ other: ExactDecimal) throws(DecimalError) -> ExactDecimal {
        let (fine, coarse) = scale > other.scale ? (self, other) : (other, self)
        if let wide = coarse.rescaled(to: fine.scale) { return try wide.adding(fine) }
        // Trailing zeros of the finer number may be all that stands in the way.
        let plain = fine.normalized
        guard plain.scale < fine.scale else { throw .overflow }
        return try coarse.adding(plain)
    }

    /// The same number with more decimals; nil when the coefficient would not fit.
    func rescaled(to scale: Int) -> ExactDecimal? {
        let factor = Int128(powerOfTen(scale - self.scale))
        let (result, overflow) = coefficient.multipliedReportingOverflow(by: factor)
        if overflow || result == .min { return nil }
        return ExactDecimal(uncheckedCoefficient: result, scale: scale)
    }
}
