extension UnitOfMeasure {
    /// The prepared conversion to another unit, from a bounded table of those used before.
    ///
    /// Throws `UnitError.incommensurable` for units of different kind.
    public func conversion(to target: UnitOfMeasure) throws(UnitError) -> UnitConversion {
        try ConversionCache.conversion(from: self, to: target)
    }

    /// Converts a value from one unit to another; see `UnitConversion` for exactness and errors.
    public static func convert(
        _ value: ExactDecimal,
        from source: UnitOfMeasure,
        to target: UnitOfMeasure
    ) throws(UnitError) -> ExactDecimal {
        if source == target { return value }
        return try ConversionCache.conversion(from: source, to: target)(value)
    }

    /// Compares two values in two units, without rounding.
    ///
    /// Gives -1, 0 or 1 when `left` is smaller than, equal to or greater than `right`. Throws
    /// `UnitError.incommensurable` for units of different kind.
    public static func compare(
        _ left: ExactDecimal,
        _ leftUnit: UnitOfMeasure,
        with right: ExactDecimal,
        _ rightUnit: UnitOfMeasure
    ) throws(UnitError) -> Int {
        if leftUnit == rightUnit { return left.compared(to: right) }
        let conversion = try ConversionCache.conversion(from: leftUnit, to: rightUnit)
        return try conversion.compare(left, with: right)
    }
}
