import UnitsOfMeasure

/// The `per` argument of `collapse` and `expand`: a number, a quantity, or a count of calendar
/// units.
enum IntervalStep {
    case number(ExactDecimal)
    case quantity(Quantity)
    case calendar(Int64, CalendarUnit)

    /// The step that a quantity means for intervals of `points`; nil when it fits none of them.
    init?(_ quantity: Quantity, for points: DataType) {
        guard quantity.value > 0 else { return nil }
        switch points {
        case .integer, .long, .decimal:
            guard Operators.isOne(quantity.unit) else { return nil }
            self = .number(quantity.value)
        case .quantity: self = .quantity(quantity)
        case .date, .dateTime, .time:
            guard let (count, unit) = try? Operators.steps(quantity, operator: "Expand"),
                count > 0
            else { return nil }
            self = .calendar(count, unit)
        default: return nil
        }
    }

    /// The step for intervals without a `per`: one unit of the least precise end.
    init?(coarsestOf ends: [Value]) {
        var unit: CalendarUnit?
        var scale: Int?
        var measure: QuantityUnit?
        for end in ends {
            switch end {
            case .integer, .long: scale = 0
            case .decimal(let value): scale = min(scale ?? 8, value.scale)
            case .quantity(let quantity):
                scale = min(scale ?? 8, quantity.value.scale)
                measure = measure ?? quantity.unit
            case .date(let date): unit = min(unit ?? .millisecond, date.precision)
            case .dateTime(let moment): unit = min(unit ?? .millisecond, moment.precision)
            case .time(let time): unit = min(unit ?? .millisecond, time.precision)
            default: continue
            }
        }
        if let unit {
            self = .calendar(1, unit)
        } else if let scale {
            let step = ExactDecimal(uncheckedCoefficient: 1, scale: scale)
            self = measure.map { .quantity(Quantity(step, $0)) } ?? .number(step)
        } else {
            return nil
        }
    }

    /// The precision that a step of calendar units has; a week counts in days.
    var precision: CalendarUnit? {
        guard case .calendar(_, let unit) = self else { return nil }
        return unit == .week ? .day : unit
    }
}
