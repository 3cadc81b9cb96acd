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

    /// CQL `start of`: the first point, as `start(of:)`; a number that is not known is an
    /// uncertainty from the least value of its type to the last point.
    public static func uncertainStart(of interval: Interval) -> Value {
        let first = start(of: interval)
        guard first.isNull, interval.low.isNull, let (least, greatest) = range(of: interval) else {
            return first
        }
        let last = end(of: interval)
        return uncertainty(least, last.isNull ? greatest : last)
    }

    /// CQL `end of`: the last point, as `end(of:)`; a number that is not known is an uncertainty
    /// from the first point to the greatest value of its type.
    public static func uncertainEnd(of interval: Interval) -> Value {
        let last = end(of: interval)
        guard last.isNull, interval.high.isNull, let (least, greatest) = range(of: interval) else {
            return last
        }
        let first = start(of: interval)
        return uncertainty(first.isNull ? least : first, greatest)
    }

    /// All numbers of the point type; nil for other types.
    private static func range(of interval: Interval) -> (Value, Value)? {
        switch interval.pointType {
        case .integer, .long, .decimal:
            guard let least = minimum(of: interval.pointType),
                let greatest = maximum(of: interval.pointType)
            else { return nil }
            return (least, greatest)
        default: return nil
        }
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
