extension Operators {
    /// The first point of an interval; `null` when it is not known (an open `null`).
    ///
    /// A closed `null` is the least value of the point type. Quantities have the unit of the other
    /// end.
    public static func start(of interval: Interval) -> Value {
        if interval.lowClosed {
            return interval.low.isNull ? limit(minimum, interval, interval.high) : interval.low
        }
        return successorOrNull(interval.low)
    }

    /// The last point of an interval; `null` when it is not known (an open `null`).
    ///
    /// A closed `null` is the greatest value of the point type. Quantities have the unit of the
    /// other end.
    public static func end(of interval: Interval) -> Value {
        if interval.highClosed {
            return interval.high.isNull ? limit(maximum, interval, interval.low) : interval.high
        }
        return predecessorOrNull(interval.high)
    }

    private static func limit(
        _ limit: (DataType) -> Value?,
        _ interval: Interval,
        _ other: Value
    ) -> Value {
        let value = limit(interval.pointType) ?? .null
        if case .quantity(let quantity) = value, case .quantity(let model) = other {
            return .quantity(Quantity(quantity.value, model.unit))
        }
        return value
    }
}
