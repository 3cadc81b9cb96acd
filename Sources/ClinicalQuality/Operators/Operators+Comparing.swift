import UnitsOfMeasure

extension Operators {
    /// Compares two values of any ordered type; `.unknown` for `null`, for types without an order
    /// and for values that are not known well enough.
    ///
    /// Numbers of different types are compared as decimals, a Date with a DateTime as DateTimes,
    /// and an uncertainty (see `Interval.isUncertainty`) as "some value from low to high".
    public func compare(_ left: Value, _ right: Value) -> Ordering {
        switch (left, right) {
        case (.integer(let a), .integer(let b)): Ordering(a, b)
        case (.decimal(let a), .decimal(let b)): Ordering(a, b)
        case (.quantity(let a), .quantity(let b)): Self.compare(a, b)
        case (.date(let a), .date(let b)): Self.compare(a, b)
        case (.dateTime(let a), .dateTime(let b)): compare(a, b)
        case (.long(let a), .long(let b)): Ordering(a, b)
        case (.time(let a), .time(let b)): Self.compare(a, b)
        case (.string(let a), .string(let b)): Self.compare(a, b)
        default: compareConverting(left, right)
        }
    }

    /// Compares two values to a precision, which counts for dates and times only.
    public func compare(_ left: Value, _ right: Value, to precision: CalendarUnit?) -> Ordering {
        guard let precision else { return compare(left, right) }
        switch (left, right) {
        case (.date(let a), .date(let b)): return Self.compare(a, b, to: precision)
        case (.dateTime(let a), .dateTime(let b)): return compare(a, b, to: precision)
        case (.time(let a), .time(let b)): return Self.compare(a, b, to: precision)
        case (.date(let a), .dateTime(let b)): return compare(DateTime(a), b, to: precision)
        case (.dateTime(let a), .date(let b)): return compare(a, DateTime(b), to: precision)
        default: return compare(left, right)
        }
    }

    /// Compares two strings by the Unicode values of their characters.
    public static func compare(_ left: String, _ right: String) -> Ordering {
        // The order of UTF-8 bytes is the order of Unicode scalar values.
        if left.utf8.elementsEqual(right.utf8) { return .equal }
        return left.utf8.lexicographicallyPrecedes(right.utf8) ? .less : .greater
    }

    private func compareConverting(_ left: Value, _ right: Value) -> Ordering {
        if let a = left.number, let b = right.number { return Ordering(a, b) }
        switch (left, right) {
        case (.date(let a), .dateTime(let b)): return compare(DateTime(a), b)
        case (.dateTime(let a), .date(let b)): return compare(a, DateTime(b))
        case (.quantity(let a), _):
            guard let b = right.number else { return .unknown }
            return Self.compare(a, Quantity(b))
        case (_, .quantity(let b)):
            guard let a = left.number else { return .unknown }
            return Self.compare(Quantity(a), b)
        case (.interval(let a), _) where a.isUncertainty: return compareUncertain(left, right)
        case (_, .interval(let b)) where b.isUncertainty: return compareUncertain(left, right)
        default: return .unknown
        }
    }

    /// Compares "some value from low to high" with another such value or a number.
    private func compareUncertain(_ left: Value, _ right: Value) -> Ordering {
        let (a, b) = (left.uncertainBounds, right.uncertainBounds)
        let first = compare(a.high, b.low)
        if first == .less { return .less }
        let second = compare(a.low, b.high)
        if second == .greater { return .greater }
        if first == .equal { return second == .equal ? .equal : .lessOrEqual }
        if second == .equal { return .greaterOrEqual }
        return .unknown
    }
}

extension Value {
    /// The number of an Integer, Long or Decimal.
    var number: ExactDecimal? {
        switch self {
        case .integer(let value): ExactDecimal(value)
        case .long(let value): ExactDecimal(value)
        case .decimal(let value): value
        default: nil
        }
    }

    /// The ends of an uncertainty; a value that is certain stands for both.
    var uncertainBounds: (low: Value, high: Value) {
        if case .interval(let interval) = self, interval.isUncertainty {
            return (interval.low, interval.high)
        }
        return (self, self)
    }

    /// Whether this is an uncertainty.
    var isUncertain: Bool {
        if case .interval(let interval) = self { interval.isUncertainty } else { false }
    }
}
