extension Operators {
    /// CQL `union` on intervals: from the earlier start to the later end; `null` when they neither
    /// overlap nor meet, or that is not known.
    public func union(_ left: Interval, _ right: Interval) -> Value {
        let (a, b) = (IntervalBounds(left), IntervalBounds(right))
        guard
            Self.or(holds(.overlaps, a, b, nil), holds(.meets, a, b, nil)) == true
        else { return .null }
        let low = earlier(a.start, b.start)
        let high = later(a.end, b.end)
        return Self.interval(low, high, left.pointType)
    }

    /// CQL `intersect` on intervals: the points of both; `null` when there are none.
    ///
    /// An end that cannot be determined is an open `null`.
    public func intersect(_ left: Interval, _ right: Interval) -> Value {
        let (a, b) = (IntervalBounds(left), IntervalBounds(right))
        if left.pointType == .any || right.pointType == .any { return .null }
        if holds(.overlaps, a, b, nil) == false { return .null }
        let low = later(a.start, b.start)
        let high = earlier(a.end, b.end)
        return low.isNull && high.isNull ? .null : Self.interval(low, high, left.pointType)
    }

    /// CQL `except` on intervals: the points of `left` that are not in `right`; `null` when there
    /// are none, when two pieces would be left, or when that is not known.
    public func except(_ left: Interval, _ right: Interval) -> Value {
        let (a, b) = (IntervalBounds(left), IntervalBounds(right))
        guard let overlap = holds(.overlaps, a, b, nil) else { return .null }
        guard overlap else { return .interval(left) }
        let starts = compare(a.start, b.start, to: nil)
        let ends = compare(a.end, b.end, to: nil)
        if starts.isLess == true && ends.isLessOrEqual == true {
            let high = Self.predecessorOrNull(b.start.value)
            return Self.interval(a.start.value, high, left.pointType)
        }
        if ends.isGreater == true && starts.isGreaterOrEqual == true {
            let low = Self.successorOrNull(b.end.value)
            return Self.interval(low, a.end.value, left.pointType)
        }
        return .null
    }

    private func earlier(_ left: IntervalBounds.Point, _ right: IntervalBounds.Point) -> Value {
        switch compare(left, right, to: nil) {
        case .less, .equal, .lessOrEqual: left.value
        case .greater, .greaterOrEqual: right.value
        case .unknown: .null
        }
    }

    private func later(_ left: IntervalBounds.Point, _ right: IntervalBounds.Point) -> Value {
        switch compare(left, right, to: nil) {
        case .less, .lessOrEqual: right.value
        case .greater, .equal, .greaterOrEqual: left.value
        case .unknown: .null
        }
    }

    /// A closed interval; an end that is not known is open.
    static func interval(_ low: Value, _ high: Value, _ type: DataType) -> Value {
        .interval(
            Interval(
                low,
                high,
                lowClosed: !low.isNull,
                highClosed: !high.isNull,
                pointType: type
            )
        )
    }
}
