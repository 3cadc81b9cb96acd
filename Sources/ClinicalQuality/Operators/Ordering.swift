/// The result of comparing two values that may be known only in part.
public enum Ordering: Hashable, Sendable {
    /// The first comes before the second.
    case less
    /// Both are the same.
    case equal
    /// The first comes after the second.
    case greater
    /// Not greater; whether less or equal is not known.
    case lessOrEqual
    /// Not less; whether greater or equal is not known.
    case greaterOrEqual
    /// Nothing is known: a value is `null`, not precise enough, or of another dimension.
    case unknown

    /// Orders two comparable values.
    @inline(__always)
    init<T: Comparable>(_ left: T, _ right: T) {
        self = left < right ? .less : left == right ? .equal : .greater
    }

    /// Whether the first comes before the second; nil when that is not known.
    public var isLess: Bool? {
        switch self {
        case .less: true
        case .equal, .greater, .greaterOrEqual: false
        case .lessOrEqual, .unknown: nil
        }
    }

    /// Whether the first comes after the second; nil when that is not known.
    public var isGreater: Bool? { reversed.isLess }

    /// Whether the first is less or the same; nil when that is not known.
    public var isLessOrEqual: Bool? {
        switch self {
        case .less, .equal, .lessOrEqual: true
        case .greater: false
        case .greaterOrEqual, .unknown: nil
        }
    }

    /// Whether the first is greater or the same; nil when that is not known.
    public var isGreaterOrEqual: Bool? { reversed.isLessOrEqual }

    /// Whether both are the same; nil when that is not known.
    public var isEqual: Bool? {
        switch self {
        case .equal: true
        case .less, .greater: false
        case .lessOrEqual, .greaterOrEqual, .unknown: nil
        }
    }

    /// The ordering when a precision was asked for and the coarser value is known to `given` only:
    /// what agrees as far as both go is then not known to be the same.
    func known(to precision: CalendarUnit, _ given: CalendarUnit) -> Ordering {
        self == .equal && given < precision ? .unknown : self
    }

    /// The ordering with the arguments exchanged.
    public var reversed: Ordering {
        switch self {
        case .less: .greater
        case .greater: .less
        case .lessOrEqual: .greaterOrEqual
        case .greaterOrEqual: .lessOrEqual
        case .equal, .unknown: self
        }
    }
}
