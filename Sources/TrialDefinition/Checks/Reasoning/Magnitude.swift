import ClinicalQuality
import UnitsOfMeasure

/// A number with or without a unit, or a text: what a term is compared with.
enum Magnitude: Hashable {
    case number(ExactDecimal)
    case quantity(Quantity)
    case text(String)

    init?(_ value: Value) {
        switch value {
        case .integer(let value): self = .number(ExactDecimal(Int(value)))
        case .long(let value): self = .number(ExactDecimal(Int(value)))
        case .decimal(let value): self = .number(value)
        case .quantity(let value): self = .quantity(value)
        case .string(let value): self = .text(value)
        default: return nil
        }
    }

    /// -1, 0 or 1, or nil when the two cannot be compared.
    func compared(to other: Magnitude) -> Int? {
        switch (self, other) {
        case (.number(let left), .number(let right)): left.compared(to: right)
        case (.quantity(let left), .quantity(let right)): Self.compare(left, right)
        case (.text(let left), .text(let right)): left == right ? 0 : (left < right ? -1 : 1)
        default: nil
        }
    }

    private static func compare(_ left: Quantity, _ right: Quantity) -> Int? {
        switch (left.unit, right.unit) {
        case (.ucum(let a), .ucum(let b)):
            return try? UnitOfMeasure.compare(left.value, a, with: right.value, b)
        case (.calendar(let a), .calendar(let b)):
            guard let first = span(left.value, a), let second = span(right.value, b),
                first.isMonths == second.isMonths
            else { return nil }
            return first.length.compared(to: second.length)
        default: return nil
        }
    }

    /// Years and months in months, everything finer in milliseconds.
    private static func span(
        _ value: ExactDecimal,
        _ unit: CalendarUnit
    ) -> (length: ExactDecimal, isMonths: Bool)? {
        let factor = unit == .year ? 12 : (unit == .month ? 1 : unit.milliseconds ?? 1)
        guard let length = try? value.multiplied(by: ExactDecimal(Int(factor))) else { return nil }
        return (length, unit <= .month)
    }
}

extension Magnitude: CustomStringConvertible {
    /// The number with its unit, or the text, as CQL writes it.
    var description: String {
        switch self {
        case .number(let value): value.description
        case .quantity(let value): value.description
        case .text(let value): "'\(value)'"
        }
    }
}
