public import UnitsOfMeasure

/// The unit of a CQL quantity: a calendar duration or a UCUM unit.
///
/// A calendar `month` is not the UCUM unit `mo`: the first has 28 to 31 days, the second is a
/// fixed number of seconds. Source: CQL 1.5, "Quantities".
public enum QuantityUnit: Hashable, Sendable {
    case calendar(CalendarUnit)
    case ucum(UnitOfMeasure)

    /// The default unit, `1`.
    public static let one = QuantityUnit.ucum(.one)

    /// Reads what stands in the `unit` element of a quantity: a calendar keyword (`month`,
    /// `months`) or a UCUM code.
    ///
    /// - Throws: The error of the unit parser when it is neither.
    public init(_ text: String) throws(UnitError) {
        if let calendar = CalendarUnit(keyword: text) {
            self = .calendar(calendar)
        } else {
            self = .ucum(try UnitOfMeasure(text))
        }
    }

    /// What the `unit` element of a quantity contains: a keyword in the singular, or a UCUM code.
    public var code: String {
        switch self {
        case .calendar(let unit): unit.keyword
        case .ucum(let unit): unit.code
        }
    }
}

extension QuantityUnit {
    /// Tells units apart as long as they live: the same identity is the same unit.
    var identity: UInt64 {
        switch self {
        case .calendar(let unit): UInt64(unit.rawValue)
        case .ucum(let unit): UInt64(UInt(bitPattern: unit.identity))
        }
    }
}

extension QuantityUnit: CustomStringConvertible {
    /// The unit as it stands in a CQL literal: a keyword, or a UCUM code in quotes.
    public var description: String {
        switch self {
        case .calendar(let unit): unit.pluralKeyword
        case .ucum(let unit): "'\(unit.code)'"
        }
    }
}
