extension Operators {
    /// How two intervals can lie to each other.
    public enum IntervalRelation: String, Hashable, Sendable, CaseIterable {
        case before = "Before"
        case after = "After"
        case sameAs = "SameAs"
        case sameOrBefore = "SameOrBefore"
        case sameOrAfter = "SameOrAfter"
        case meets = "Meets"
        case meetsBefore = "MeetsBefore"
        case meetsAfter = "MeetsAfter"
        case overlaps = "Overlaps"
        case overlapsBefore = "OverlapsBefore"
        case overlapsAfter = "OverlapsAfter"
        case starts = "Starts"
        case ends = "Ends"
    }

    /// Whether two intervals lie in a relation, with comparisons to `precision`.
    public func holds(
        _ relation: IntervalRelation,
        _ left: Interval,
        _ right: Interval,
        to precision: CalendarUnit? = nil
    ) -> Bool? {
        holds(relation, IntervalBounds(left), IntervalBounds(right), precision)
    }

    func holds(
        _ relation: IntervalRelation,
        _ left: IntervalBounds,
        _ right: IntervalBounds,
        _ precision: CalendarUnit?
    ) -> Bool? {
        func starts() -> Ordering { compare(left.start, right.start, to: precision) }
        func ends() -> Ordering { compare(left.end, right.end, to: precision) }
        func endToStart() -> Ordering { compare(left.end, right.start, to: precision) }
        func startToEnd() -> Ordering { compare(left.start, right.end, to: precision) }
        func overlap() -> Bool? {
            Self.and(startToEnd().isLessOrEqual, endToStart().isGreaterOrEqual)
        }
        switch relation {
        case .before: return endToStart().isLess
        case .after: return startToEnd().isGreater
        case .sameAs: return Self.and(starts().isEqual, ends().isEqual)
        case .sameOrBefore: return endToStart().isLessOrEqual
        case .sameOrAfter: return startToEnd().isGreaterOrEqual
        case .meetsBefore: return follows(left.end, right.start, precision)
        case .meetsAfter: return follows(right.end, left.start, precision)
        case .meets:
            return Self.or(
                follows(left.end, right.start, precision),
                follows(right.end, left.start, precision)
            )
        case .overlaps: return overlap()
        case .overlapsBefore: return Self.and(overlap(), starts().isLess)
        case .overlapsAfter: return Self.and(overlap(), ends().isGreater)
        case .starts: return Self.and(starts().isEqual, ends().isLessOrEqual)
        case .ends: return Self.and(starts().isGreaterOrEqual, ends().isEqual)
        }
    }

    /// Whether `second` comes immediately after `first`.
    private func follows(
        _ first: IntervalBounds.Point,
        _ second: IntervalBounds.Point,
        _ precision: CalendarUnit?
    ) -> Bool? {
        let (first, second) = Self.sharpened(first, second, precision)
        let greatest = Self.successorOrNull(Self.truncated(first.high, to: precision))
        guard first.isExact else {
            let least = Self.successorOrNull(Self.truncated(first.low, to: precision))
            let range = IntervalBounds.Point(
                from: least,
                to: greatest.isNull ? first.high : greatest
            )
            return compare(range, second, to: precision).isEqual
        }
        // After the greatest value of a type nothing comes.
        if greatest.isNull { return first.high.isNull ? nil : false }
        return compare(IntervalBounds.Point(greatest), second, to: precision).isEqual
    }

    /// Points of different precision as the ranges of what they can stand for.
    ///
    /// Some day of March can follow an end that is known as 2012 only. Points of one precision meet
    /// at that precision, as CQL 1.5 has it.
    private static func sharpened(
        _ first: IntervalBounds.Point,
        _ second: IntervalBounds.Point,
        _ precision: CalendarUnit?
    ) -> (IntervalBounds.Point, IntervalBounds.Point) {
        guard first.isExact, second.isExact else { return (first, second) }
        let (a, b) = (truncated(first.low, to: precision), truncated(second.low, to: precision))
        guard let known = a.knownPrecision, let other = b.knownPrecision, known != other else {
            return (first, second)
        }
        return (a.range(to: precision), b.range(to: precision))
    }

    /// A date or time known to `precision` at best; other values unchanged.
    static func truncated(_ value: Value, to precision: CalendarUnit?) -> Value {
        guard let precision else { return value }
        switch value {
        case .date(let date): return .date(date.truncated(to: precision))
        case .dateTime(let moment):
            return .dateTime(
                DateTime(
                    milliseconds: moment.milliseconds,
                    precision: min(moment.precision, precision),
                    offsetMinutes: moment.offsetMinutes
                )
            )
        case .time(let time):
            return .time(
                TimeOfDay(
                    milliseconds: time.milliseconds,
                    precision: min(time.precision, precision)
                )
            )
        default: return value
        }
    }
}

extension Value {
    /// How well a date or time is known; nil for other values.
    fileprivate var knownPrecision: CalendarUnit? {
        switch self {
        case .date(let date): date.precision
        case .dateTime(let moment): moment.precision
        case .time(let time): time.precision
        default: nil
        }
    }

    /// The dates or times that this one can stand for, known to `precision` or, without one, as well
    /// as the type allows.
    fileprivate func range(to precision: CalendarUnit?) -> IntervalBounds.Point {
        func point(_ low: Value, _ high: Value) -> IntervalBounds.Point {
            IntervalBounds.Point(
                from: Operators.truncated(low, to: precision),
                to: Operators.truncated(high, to: precision)
            )
        }
        switch self {
        case .date(let date) where date.precision < precision ?? .day:
            return point(.date(date.earliest), .date(date.latest))
        case .dateTime(let moment) where moment.precision < precision ?? .millisecond:
            return point(.dateTime(moment.earliest), .dateTime(moment.latest))
        case .time(let time) where time.precision < precision ?? .millisecond:
            return point(.time(time.earliest), .time(time.latest))
        default: return IntervalBounds.Point(self)
        }
    }
}
