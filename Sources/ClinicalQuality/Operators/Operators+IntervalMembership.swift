extension Operators {
    /// CQL `contains` on an interval: whether `point` lies in it, with comparisons to `precision`.
    ///
    /// An open end is compared exclusively, a closed `null` end lets everything pass. An interval
    /// of unknown point type, `Interval[null, null]`, is as good as `null` and contains nothing.
    public func contains(
        _ interval: Interval,
        _ point: Value,
        to precision: CalendarUnit? = nil
    ) -> Bool? {
        if interval.pointType == .any { return false }
        if point.isNull { return nil }
        return Self.and(
            isAtOrAfterStart(point, of: interval, precision),
            isAtOrBeforeEnd(point, of: interval, precision)
        )
    }

    private func isAtOrAfterStart(
        _ point: Value,
        of interval: Interval,
        _ precision: CalendarUnit?
    ) -> Bool? {
        if interval.low.isNull { return interval.lowClosed ? true : nil }
        let order = compare(point, interval.low, to: precision)
        return interval.lowClosed ? order.isGreaterOrEqual : order.isGreater
    }

    private func isAtOrBeforeEnd(
        _ point: Value,
        of interval: Interval,
        _ precision: CalendarUnit?
    ) -> Bool? {
        if interval.high.isNull { return interval.highClosed ? true : nil }
        let order = compare(point, interval.high, to: precision)
        return interval.highClosed ? order.isLessOrEqual : order.isLess
    }

    /// CQL `properly includes` with a point: it lies between the first and the last point.
    ///
    /// The public test cases exclude the ends themselves ("TimeProperContainsPrecisionFalse").
    public func properlyContains(
        _ interval: Interval,
        _ point: Value,
        to precision: CalendarUnit? = nil
    ) -> Bool? {
        if interval.pointType == .any { return false }
        let bounds = IntervalBounds(interval)
        let point = IntervalBounds.Point(point)
        return Self.and(
            compare(bounds.start, point, to: precision).isLess,
            compare(bounds.end, point, to: precision).isGreater
        )
    }

    /// CQL `includes` on intervals: `left` begins no later and ends no earlier than `right`.
    public func includes(
        _ left: Interval,
        _ right: Interval,
        to precision: CalendarUnit? = nil
    ) -> Bool? {
        let (a, b) = Self.bounds(left, right)
        return includes(a, b, precision)
    }

    /// CQL `properly includes` on intervals: includes, and is larger.
    public func properlyIncludes(
        _ left: Interval,
        _ right: Interval,
        to precision: CalendarUnit? = nil
    ) -> Bool? {
        let (a, b) = Self.bounds(left, right)
        let isLarger = Self.or(
            compare(a.start, b.start, to: precision).isLess,
            compare(a.end, b.end, to: precision).isGreater
        )
        return Self.and(includes(a, b, precision), isLarger)
    }

    private func includes(
        _ left: IntervalBounds,
        _ right: IntervalBounds,
        _ precision: CalendarUnit?
    ) -> Bool? {
        Self.and(
            compare(left.start, right.start, to: precision).isLessOrEqual,
            compare(left.end, right.end, to: precision).isGreaterOrEqual
        )
    }

    /// The bounds of two intervals; one of unknown point type has the points of the other.
    private static func bounds(
        _ left: Interval,
        _ right: Interval
    ) -> (IntervalBounds, IntervalBounds) {
        let type = left.pointType == .any ? right.pointType : left.pointType
        func bounds(_ interval: Interval) -> IntervalBounds {
            guard interval.pointType == .any else { return IntervalBounds(interval) }
            return IntervalBounds(
                Interval(
                    .null,
                    .null,
                    lowClosed: interval.lowClosed,
                    highClosed: interval.highClosed,
                    pointType: type
                )
            )
        }
        return (bounds(left), bounds(right))
    }
}
