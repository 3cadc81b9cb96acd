import UnitsOfMeasure

extension Operators {
    /// The list in ascending or descending order; equal elements keep their order.
    public func sorted(_ list: [Value], descending: Bool = false) -> [Value] {
        let places = list.indices.sorted { a, b in
            let order = sortOrder(list[a], list[b])
            if order == 0 { return a < b }
            return descending ? order > 0 : order < 0
        }
        return places.map { list[$0] }
    }

    /// Compares for sorting: below, equal to or above zero, for any two values.
    ///
    /// `null` comes first; of two dates that agree as far as both are known, the one that is known
    /// less comes first. Values that cannot be compared are ordered by type and by dimension, so
    /// that the result never depends on the order of the input.
    public func sortOrder(_ left: Value, _ right: Value) -> Int {
        let (first, second) = (left.sortRank, right.sortRank)
        guard first == second else { return Self.order(first, second) }
        switch (left, right) {
        case (.null, .null): return 0
        case (.boolean(let a), .boolean(let b)): return Self.order(a ? 1 : 0, b ? 1 : 0)
        case (.string(let a), .string(let b)): return Self.number(Self.compare(a, b))
        case (.time(let a), .time(let b)):
            let order = Self.order(a.milliseconds, b.milliseconds)
            return order != 0 ? order : Self.order(a.precision.rawValue, b.precision.rawValue)
        case (.quantity(let a), .quantity(let b)) where a.unit == b.unit:
            return Self.order(a.value, b.value)
        default: break
        }
        if let a = left.moment, let b = right.moment {
            let order = Self.order(localMilliseconds(a), localMilliseconds(b))
            return order != 0 ? order : Self.order(a.precision.rawValue, b.precision.rawValue)
        }
        if let a = left.number, let b = right.number { return Self.order(a, b) }
        if first == Value.numberRank { return numberOrder(left, right) }
        return Self.order(left.description, right.description)
    }

    /// Orders numbers and quantities by dimension, then by value, uncertainties by their ends.
    private func numberOrder(_ left: Value, _ right: Value) -> Int {
        let order = Self.order(left.dimensionKey, right.dimensionKey)
        if order != 0 { return order }
        let (a, b) = (left.uncertainBounds, right.uncertainBounds)
        let lows = Self.number(compare(a.low, b.low))
        return lows != 0 ? lows : Self.number(compare(a.high, b.high))
    }

    private static func order<T: Comparable>(_ left: T, _ right: T) -> Int {
        left < right ? -1 : left == right ? 0 : 1
    }

    private static func number(_ order: Ordering) -> Int {
        order == .less ? -1 : order == .greater ? 1 : 0
    }
}

extension Value {
    fileprivate static let numberRank = 2

    /// What is sorted before what, when types differ.
    fileprivate var sortRank: Int {
        switch self {
        case .null: 0
        case .boolean: 1
        case .integer, .long, .decimal, .quantity: Self.numberRank
        case .interval(let interval): interval.isUncertainty ? Self.numberRank : 6
        case .date, .dateTime: 3
        case .time: 4
        case .string: 5
        case .ratio, .code, .concept, .valueSet, .codeSystem, .list, .tuple, .instance: 6
        }
    }

    fileprivate var moment: DateTime? {
        switch self {
        case .date(let date): DateTime(date)
        case .dateTime(let moment): moment
        default: nil
        }
    }

    /// The same text for all quantities that can be compared; plain numbers are quantities of `1`.
    fileprivate var dimensionKey: String {
        guard case .quantity(let quantity) = self else { return Self.key(.one) }
        switch quantity.unit {
        case .ucum(let unit): return Self.key(unit)
        case .calendar(let unit): return Operators.definiteUnit(unit).map(Self.key) ?? "calendar"
        }
    }

    private static func key(_ unit: UnitOfMeasure) -> String {
        "\(unit.dimension) \(unit.amountOfSubstance)"
    }
}
