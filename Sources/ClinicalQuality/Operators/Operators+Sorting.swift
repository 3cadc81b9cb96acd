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
    /// less comes first. Values that cannot be compared are ordered by type and unit, so that the
    /// result never depends on the order of the input.
    public func sortOrder(_ left: Value, _ right: Value) -> Int {
        switch (left, right) {
        case (.null, .null): return 0
        case (.null, _): return -1
        case (_, .null): return 1
        case (.date(let a), .date(let b)): return momentOrder(DateTime(a), DateTime(b))
        case (.dateTime(let a), .dateTime(let b)): return momentOrder(a, b)
        case (.date(let a), .dateTime(let b)): return momentOrder(DateTime(a), b)
        case (.dateTime(let a), .date(let b)): return momentOrder(a, DateTime(b))
        case (.time(let a), .time(let b)):
            if a.milliseconds != b.milliseconds { return a.milliseconds < b.milliseconds ? -1 : 1 }
            return Self.order(a.precision.rawValue, b.precision.rawValue)
        case (.boolean(let a), .boolean(let b)): return Self.order(a ? 1 : 0, b ? 1 : 0)
        default: break
        }
        switch compare(left, right) {
        case .less: return -1
        case .equal: return 0
        case .greater: return 1
        case .lessOrEqual, .greaterOrEqual, .unknown:
            return Self.order(left.sortKey, right.sortKey)
        }
    }

    private func momentOrder(_ left: DateTime, _ right: DateTime) -> Int {
        let (a, b) = (localMilliseconds(left), localMilliseconds(right))
        return a == b
            ? Self.order(left.precision.rawValue, right.precision.rawValue)
            : Self.order(a, b)
    }

    private static func order<T: Comparable>(_ left: T, _ right: T) -> Int {
        left < right ? -1 : left == right ? 0 : 1
    }
}

extension Value {
    /// What orders values that cannot be compared: quantities by unit, the rest by their text.
    fileprivate var sortKey: String {
        if case .quantity(let quantity) = self { quantity.unit.code } else { description }
    }
}
