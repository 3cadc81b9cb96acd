public import UnitsOfMeasure

/// A decimal number with a unit.
///
/// Swift's `==` means "same number and same unit code"; for the comparison of CQL, which converts
/// units, see `Operators`.
public struct Quantity: Hashable, Sendable {
    // The number is kept as its two parts so that a `Value` with a quantity needs 32 bytes.
    private let coefficient: Int128
    /// The unit.
    public let unit: QuantityUnit
    private let scale: UInt8

    /// Creates a quantity; without a unit it has the default unit `1`.
    public init(_ value: ExactDecimal, _ unit: QuantityUnit = .one) {
        coefficient = value.coefficient
        scale = UInt8(truncatingIfNeeded: value.scale)
        self.unit = unit
    }

    /// The number.
    public var value: ExactDecimal {
        // Both parts come from a valid decimal.
        ExactDecimal(uncheckedCoefficient: coefficient, scale: Int(scale))
    }

    /// Whether both have the same number and the same unit code.
    public static func == (left: Quantity, right: Quantity) -> Bool {
        left.value == right.value && left.unit == right.unit
    }

    /// Feeds the number and the unit code.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(value)
        hasher.combine(unit)
    }
}

extension Quantity: CustomStringConvertible {
    /// The CQL form, for example `5.5 'cm'`, `1 month` or `3 months`.
    public var description: String {
        if case .calendar(let unit) = unit, value == 1 { return "\(value) \(unit.keyword)" }
        return "\(value) \(unit)"
    }
}
