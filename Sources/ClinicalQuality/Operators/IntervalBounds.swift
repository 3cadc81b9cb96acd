/// The first and last point of an interval, each known exactly or only to lie in a range.
///
/// An open `null` end is some point from the other end on. The range of an exact point is the
/// point itself.
struct IntervalBounds {
    let start: Point
    let end: Point

    /// A point that lies from `low` to `high`.
    struct Point {
        let low: Value
        let high: Value
        let isExact: Bool

        init(_ exact: Value) {
            low = exact
            high = exact
            isExact = true
        }

        init(from low: Value, to high: Value) {
            self.low = low
            self.high = high
            isExact = false
        }

        /// The point, or `null` when it is not known exactly.
        var value: Value { isExact ? low : .null }
    }

    init(_ interval: Interval) {
        let first = Operators.start(of: interval)
        let last = Operators.end(of: interval)
        let type = interval.pointType
        let least = first.isNull ? Operators.minimum(of: type) ?? .null : first
        let greatest = last.isNull ? Operators.maximum(of: type) ?? .null : last
        start = first.isNull ? Point(from: least, to: greatest) : Point(first)
        end = last.isNull ? Point(from: least, to: greatest) : Point(last)
    }

    /// The bounds of an interval that is one point.
    init(point: Value) {
        start = Point(point)
        end = Point(point)
    }
}

extension Operators {
    /// Compares two points to a precision; `.lessOrEqual` and `.greaterOrEqual` where the ranges
    /// touch.
    func compare(
        _ left: IntervalBounds.Point,
        _ right: IntervalBounds.Point,
        to precision: CalendarUnit?
    ) -> Ordering {
        if left.isExact && right.isExact { return compare(left.low, right.low, to: precision) }
        switch compare(left.high, right.low, to: precision) {
        case .less: return .less
        case .equal: return .lessOrEqual
        default: break
        }
        switch compare(left.low, right.high, to: precision) {
        case .greater: return .greater
        case .equal: return .greaterOrEqual
        default: return .unknown
        }
    }
}
