import UnitsOfMeasure

extension Operators {
    /// Compares two quantities, converting units; `.unknown` when their dimensions differ, or when
    /// one is a calendar year or month and the other is not.
    public static func compare(_ left: Quantity, _ right: Quantity) -> Ordering {
        if left.unit == right.unit { return Ordering(left.value, right.value) }
        if case .ucum(let a) = left.unit, case .ucum(let b) = right.unit {
            guard areOfOneKind(a, b),
                let order = try? UnitOfMeasure.compare(left.value, a, with: right.value, b)
            else { return .unknown }
            return Ordering(order, 0)
        }
        guard let (a, b) = commonScale(left, right) else { return .unknown }
        return Ordering(a, b)
    }

    /// The numbers of both quantities in one unit, or nil when there is no such unit.
    static func commonScale(
        _ left: Quantity,
        _ right: Quantity
    ) -> (ExactDecimal, ExactDecimal)? {
        switch (left.unit, right.unit) {
        case (.calendar(let a), .calendar(let b)):
            guard a != b else { return (left.value, right.value) }
            return calendarScale(left.value, a, right.value, b)
        case (.ucum(let a), .ucum(let b)):
            return a == b ? (left.value, right.value) : unitScale(left.value, a, right.value, b)
        case (.calendar(let a), .ucum(let b)):
            guard let unit = definiteUnit(a) else { return nil }
            return unitScale(left.value, unit, right.value, b)
        case (.ucum(let a), .calendar(let b)):
            guard let unit = definiteUnit(b) else { return nil }
            return unitScale(left.value, a, right.value, unit)
        }
    }

    private static func calendarScale(
        _ left: ExactDecimal,
        _ leftUnit: CalendarUnit,
        _ right: ExactDecimal,
        _ rightUnit: CalendarUnit
    ) -> (ExactDecimal, ExactDecimal)? {
        let (a, b): (Int64, Int64)
        if let first = leftUnit.milliseconds, let second = rightUnit.milliseconds {
            (a, b) = (first, second)
        } else if leftUnit <= .month && rightUnit <= .month {
            (a, b) = (leftUnit == .year ? 12 : 1, rightUnit == .year ? 12 : 1)
        } else {
            return nil
        }
        do {
            return (
                try left.multiplied(by: ExactDecimal(a)),
                try right.multiplied(by: ExactDecimal(b))
            )
        } catch {
            return nil
        }
    }

    private static func unitScale(
        _ left: ExactDecimal,
        _ leftUnit: UnitOfMeasure,
        _ right: ExactDecimal,
        _ rightUnit: UnitOfMeasure
    ) -> (ExactDecimal, ExactDecimal)? {
        guard areOfOneKind(leftUnit, rightUnit),
            let converted = try? UnitOfMeasure.convert(right, from: rightUnit, to: leftUnit)
        else { return nil }
        return (left, converted)
    }

    /// Whether both units measure the same kind of quantity.
    ///
    /// UCUM defines the mole as a plain number, so that `mmol/L` and `10*9/L` have one dimension;
    /// a concentration is not a cell count, so here they are of different kind.
    static func areOfOneKind(_ left: UnitOfMeasure, _ right: UnitOfMeasure) -> Bool {
        left.isCommensurable(with: right) && left.amountOfSubstance == right.amountOfSubstance
    }

    /// The UCUM unit that is the same as a calendar unit; nil for year and month, whose length
    /// varies.
    static func definiteUnit(_ unit: CalendarUnit) -> UnitOfMeasure? {
        switch unit {
        case .year, .month: nil
        case .week: CalendarUnitCodes.week
        case .day: CalendarUnitCodes.day
        case .hour: CalendarUnitCodes.hour
        case .minute: CalendarUnitCodes.minute
        case .second: CalendarUnitCodes.second
        case .millisecond: CalendarUnitCodes.millisecond
        }
    }
}
