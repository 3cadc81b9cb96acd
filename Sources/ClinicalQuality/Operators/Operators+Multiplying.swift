import UnitsOfMeasure

extension Operators {
    /// CQL `*`; `null` when the result does not fit or the units cannot be multiplied.
    ///
    /// - Throws: `typeMismatch` for anything but numbers and quantities.
    public static func multiply(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.null, _), (_, .null): .null
        case (.integer(let a), .integer(let b)): integer(a.multipliedReportingOverflow(by: b))
        case (.long(let a), .long(let b)): long(a.multipliedReportingOverflow(by: b))
        case (.decimal(let a), .decimal(let b)):
            decimal(inRange(try? a.multiplied(by: b, scale: 8)))
        case (.quantity(let a), .quantity(let b)): multiply(a, b)
        default:
            try converted(left, right, "Multiply", applying: multiply) { multiply($0, $1) }
        }
    }

    /// CQL `/`: always a Decimal or a quantity; `null` when the divisor is zero.
    ///
    /// - Throws: `typeMismatch` for anything but numbers and quantities; `invalidArgument` for an
    ///   uncertainty.
    public static func divide(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        if left.isNull || right.isNull { return .null }
        if let a = left.number, let b = right.number {
            return decimal(inRange(try? a.divided(by: b, scale: 8)))
        }
        return switch (left, right) {
        case (.quantity(let a), .quantity(let b)): divide(a, b)
        default:
            try converted(left, right, "Divide", ofUncertainties: false, applying: divide) {
                divide($0, $1)
            }
        }
    }

    static func multiply(_ left: Quantity, _ right: Quantity) -> Value {
        if isSpecial(left.unit) || isSpecial(right.unit) { return .null }
        guard let unit = product(left.unit, right.unit) else { return .null }
        return quantity(try? left.value.multiplied(by: right.value, scale: 8), unit)
    }

    static func divide(_ left: Quantity, _ right: Quantity) -> Value {
        if isSpecial(left.unit) || isSpecial(right.unit) { return .null }
        if isOne(right.unit) {
            return quantity(try? left.value.divided(by: right.value, scale: 8), left.unit)
        }
        // Units of one kind cancel: 1 'm' / 1 'cm' is 100.
        if let (a, b) = commonScale(left, right) {
            return quantity(try? a.divided(by: b, scale: 8), .one)
        }
        guard let a = unit(left.unit), let b = unit(right.unit), let unit = try? a.divided(by: b)
        else { return .null }
        return quantity(try? left.value.divided(by: right.value, scale: 8), .ucum(unit))
    }

    private static func product(_ left: QuantityUnit, _ right: QuantityUnit) -> QuantityUnit? {
        if isOne(right) { return left }
        if isOne(left) { return right }
        guard let a = unit(left), let b = unit(right) else { return nil }
        return (try? a.multiplied(by: b)).map(QuantityUnit.ucum)
    }

    /// The UCUM unit, also of a calendar unit that always has the same length.
    private static func unit(_ unit: QuantityUnit) -> UnitOfMeasure? {
        switch unit {
        case .ucum(let unit): unit
        case .calendar(let unit): definiteUnit(unit)
        }
    }

    static func isOne(_ unit: QuantityUnit) -> Bool {
        if case .ucum(let unit) = unit { unit.code == "1" } else { false }
    }
}
