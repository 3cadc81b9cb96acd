extension Operators {
    /// CQL `Interval[low, high]`: an interval whose ends are checked.
    ///
    /// `pointType` is the type of the points, needed only when both ends are `null`.
    ///
    /// Throws `invalidArgument` when it would begin after its end.
    public func interval(
        _ low: Value,
        _ high: Value,
        lowClosed: Bool,
        highClosed: Bool,
        pointType: DataType? = nil
    ) throws(EvaluationError) -> Value {
        let interval = Interval(
            low,
            high,
            lowClosed: lowClosed,
            highClosed: highClosed,
            pointType: pointType
        )
        if low.isNull || high.isNull { return .interval(interval) }
        let order = compare(Self.start(of: interval), Self.end(of: interval))
        guard order != .greater else {
            throw .invalidArgument(
                operator: "Interval",
                reason: "the low end is after the high end"
            )
        }
        return .interval(interval)
    }

    /// CQL `width of`: the last point less the first; `null` when one is not known.
    ///
    /// - Throws: `typeMismatch` for intervals of dates and times, which have durations instead.
    public static func width(of interval: Interval) throws(EvaluationError) -> Value {
        let (start, end) = (start(of: interval), end(of: interval))
        guard start.comparisonKind != .date, start.comparisonKind != .time else {
            throw .typeMismatch(operator: "Width")
        }
        return try subtract(end, start)
    }

    /// CQL `Size`: the width and one step of the point type.
    ///
    /// - Throws: As `width`.
    public static func size(of interval: Interval) throws(EvaluationError) -> Value {
        let width = try width(of: interval)
        guard !width.isNull, let least = minimum(of: width.dataType) else { return .null }
        let step = try subtract(try successor(least), least)
        if case .quantity(let width) = width, case .quantity(let step) = step {
            return add(width, Quantity(step.value, width.unit))
        }
        return try add(width, step)
    }

    /// CQL `point from`: the only point of an interval; `null` when its ends are not known.
    ///
    /// - Throws: `invalidArgument` when it has several.
    public func point(from interval: Interval) throws(EvaluationError) -> Value {
        let (start, end) = (Self.start(of: interval), Self.end(of: interval))
        guard let same = equal(start, end) else { return .null }
        guard same else {
            throw .invalidArgument(
                operator: "PointFrom",
                reason: "the interval has more than one point"
            )
        }
        return start
    }
}
