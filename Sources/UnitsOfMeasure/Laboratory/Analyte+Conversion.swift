extension Analyte {
    /// Converts a result between mass and amount of substance by volume, either way.
    ///
    /// Between two units of mass, or two of amount, this is plain unit conversion. Throws
    /// `UnitError.notMassOrAmount` where one of the units is neither: a count of cells is not
    /// an amount of substance, although UCUM could convert it. Throws further what
    /// `UnitConversion` throws.
    public func convert(
        _ value: ExactDecimal,
        from source: UnitOfMeasure,
        to target: UnitOfMeasure
    ) throws(UnitError) -> AnalyteConversion {
        guard let from = side(of: source), let to = side(of: target) else {
            throw .notMassOrAmount
        }
        if from == to {
            let result = try UnitOfMeasure.convert(value, from: source, to: target)
            let note = "\(source) to \(target), unit conversion"
            return AnalyteConversion(value: result, factor: nil, note: note)
        }
        let (anchor, other) = from == .mass ? (massUnit, amountUnit) : (amountUnit, massUnit)
        let anchored = try UnitOfMeasure.convert(value, from: source, to: anchor)
        let crossed = try cross(anchored, from: from)
        let result = try UnitOfMeasure.convert(crossed, from: other, to: target)
        let mark = isVerified ? "" : "; not verified"
        let note = "\(name): 1 \(massUnit) = \(factor) \(amountUnit) (\(self.source)\(mark))"
        return AnalyteConversion(value: result, factor: factor, note: note)
    }

    private enum Side { case mass, amount }

    private func side(of unit: UnitOfMeasure) -> Side? {
        if unit.isSpecial { return nil }
        if unit.amountOfSubstance == 0, unit.isCommensurable(with: massUnit) { return .mass }
        if unit.amountOfSubstance == 1, unit.isCommensurable(with: amountUnit) { return .amount }
        return nil
    }

    private func cross(_ value: ExactDecimal, from side: Side) throws(UnitError) -> ExactDecimal {
        do {
            return side == .mass
                ? try value.multiplied(by: factor)
                : try SignificantQuotient.quotient(value, factor)
        } catch {
            throw .outOfRange
        }
    }
}

extension SignificantQuotient {
    /// `dividend / divisor` to 28 significant digits; the divisor is positive.
    static func quotient(
        _ dividend: ExactDecimal,
        _ divisor: ExactDecimal
    ) throws(UnitError) -> ExactDecimal {
        try decimal(
            negative: dividend.isNegative,
            numerator: BigNatural(dividend.coefficient.magnitude)
                * BigNatural(powerOfTen(divisor.scale)),
            denominator: BigNatural(divisor.coefficient.magnitude)
                * BigNatural(powerOfTen(dividend.scale))
        )
    }
}
