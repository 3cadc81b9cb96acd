import UnitsOfMeasure

/// The UCUM units that mean the same as a calendar unit.
///
/// Source: CQL 1.5, "Equal" (definite-time durations).
enum CalendarUnitCodes {
    static let year = unit("a")
    static let month = unit("mo")
    static let week = unit("wk")
    static let day = unit("d")
    static let hour = unit("h")
    static let minute = unit("min")
    static let second = unit("s")
    static let millisecond = unit("ms")

    private static func unit(_ code: String) -> UnitOfMeasure? {
        try? UnitOfMeasure(code)
    }
}
