import UnitsOfMeasure

extension Operators {
    /// CQL `+` on numbers, quantities, and on a Date, DateTime or Time with a quantity.
    ///
    /// `null` when a number does not fit its type or the dimensions differ.
    ///
    /// - Throws: `overflow` when a date would leave the years 0001...9999; `invalidArgument` when
    ///   a quantity is no duration that can be added.
    public static func add(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.null, _), (_, .null): .null
        case (.integer(let a), .integer(let b)):
            integer(a.addingReportingOverflow(b))
        case (.long(let a), .long(let b)): long(a.addingReportingOverflow(b))
        case (.decimal(let a), .decimal(let b)): decimal(inRange(try? a.adding(b)))
        case (.quantity(let a), .quantity(let b)): add(a, b)
        case (.date, .quantity(let b)), (.dateTime, .quantity(let b)), (.time, .quantity(let b)):
            try move(left, by: b, 1, operator: "Add")
        default: try converted(left, right, "Add", applying: add) { add($0, $1) }
        }
    }

    /// CQL `-` with two arguments; as `add`.
    ///
    /// - Throws: As `add`.
    public static func subtract(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.null, _), (_, .null): .null
        case (.integer(let a), .integer(let b)):
            integer(a.subtractingReportingOverflow(b))
        case (.long(let a), .long(let b)): long(a.subtractingReportingOverflow(b))
        case (.decimal(let a), .decimal(let b)): decimal(inRange(try? a.subtracting(b)))
        case (.quantity(let a), .quantity(let b)): add(a, Quantity(b.value.negated, b.unit))
        case (.date, .quantity(let b)), (.dateTime, .quantity(let b)), (.time, .quantity(let b)):
            try move(left, by: b, -1, operator: "Subtract")
        default:
            try converted(left, right, "Subtract", applying: subtract) {
                add($0, Quantity($1.value.negated, $1.unit))
            }
        }
    }

    /// The sum in the finer of the two units; `null` when the dimensions differ or a unit is special.
    static func add(_ left: Quantity, _ right: Quantity) -> Value {
        if isSpecial(left.unit) || isSpecial(right.unit) { return .null }
        if left.unit == right.unit {
            return quantity(try? left.value.adding(right.value), left.unit)
        }
        guard let (a, b, unit) = inFinerUnit(left, right) else { return .null }
        return quantity(try? a.adding(b), unit)
    }

    /// Both numbers in the finer of the two units ("most granular" in the words of CQL).
    static func inFinerUnit(
        _ left: Quantity,
        _ right: Quantity
    ) -> (ExactDecimal, ExactDecimal, QuantityUnit)? {
        let ones = (Quantity(1, left.unit), Quantity(1, right.unit))
        let order = compare(ones.0, ones.1)
        if order == .unknown { return nil }
        let unit = order == .greater ? right.unit : left.unit
        guard let a = value(of: left, in: unit), let b = value(of: right, in: unit) else {
            return nil
        }
        return (a, b, unit)
    }

    /// The number of a quantity in another unit, to 8 decimals or as exact as it was; nil when the
    /// dimensions differ or a calendar year or month is involved.
    static func value(of quantity: Quantity, in unit: QuantityUnit) -> ExactDecimal? {
        if quantity.unit == unit { return quantity.value }
        if case .ucum(let source) = quantity.unit, case .ucum(let target) = unit,
            source.isSpecial || target.isSpecial
        {
            // No factor leads from one scale to the other.
            guard areOfOneKind(source, target) else { return nil }
            return try? UnitOfMeasure.convert(quantity.value, from: source, to: target)
        }
        guard let (value, one) = commonScale(quantity, Quantity(1, unit)) else { return nil }
        return try? value.divided(by: one, scale: max(18, quantity.value.scale))
    }

    /// Whether a unit is on a scale of its own, as `Cel` or `[pH]`: such quantities are compared and
    /// converted, but not added or multiplied.
    static func isSpecial(_ unit: QuantityUnit) -> Bool {
        if case .ucum(let unit) = unit { unit.isSpecial } else { false }
    }

    static func integer(_ result: (partialValue: Int32, overflow: Bool)) -> Value {
        result.overflow ? .null : .integer(result.partialValue)
    }

    static func long(_ result: (partialValue: Int64, overflow: Bool)) -> Value {
        result.overflow ? .null : .long(result.partialValue)
    }

    static func decimal(_ result: ExactDecimal?) -> Value {
        // Not `map(Value.decimal)`: unoptimized code of Swift 6.3 misaligns the 128 bits in there.
        guard let result else { return .null }
        return .decimal(result)
    }

    static func quantity(_ value: ExactDecimal?, _ unit: QuantityUnit) -> Value {
        guard let value = inRange(value) else { return .null }
        return .quantity(Quantity(value, unit))
    }
}
