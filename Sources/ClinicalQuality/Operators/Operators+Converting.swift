import UnitsOfMeasure

extension Operators {
    /// Applies a numeric operator to arguments of different types.
    ///
    /// Both become Longs, Decimals or quantities, whatever is the more general; or, when one is an
    /// uncertainty, the operator is applied to the ends.
    ///
    /// The type checker inserts conversions, so this is for values whose type is known at run time
    /// only.
    static func converted(
        _ left: Value,
        _ right: Value,
        _ name: String,
        ofUncertainties: Bool = true,
        applying function: (Value, Value) throws(EvaluationError) -> Value,
        _ ofQuantities: (Quantity, Quantity) -> Value
    ) throws(EvaluationError) -> Value {
        if left.isUncertain || right.isUncertain {
            guard ofUncertainties else {
                throw .invalidArgument(
                    operator: name,
                    reason: "a date is not known precisely enough to divide by or with the result"
                )
            }
            return try overEnds(left, right, function)
        }
        switch (left, right) {
        case (.quantity(let a), _):
            guard let b = right.number else { throw .typeMismatch(operator: name) }
            return ofQuantities(a, Quantity(b))
        case (_, .quantity(let b)):
            guard let a = left.number else { throw .typeMismatch(operator: name) }
            return ofQuantities(Quantity(a), b)
        case (.integer(let a), .long): return try function(.long(Int64(a)), right)
        case (.long, .integer(let b)): return try function(left, .long(Int64(b)))
        default:
            guard let a = left.number, let b = right.number, left.numberRank != right.numberRank
            else { throw .typeMismatch(operator: name) }
            return try function(.decimal(a), .decimal(b))
        }
    }

    /// Applies an operator to the ends of uncertainties; the result lies between the least and
    /// the greatest of the four results.
    private static func overEnds(
        _ left: Value,
        _ right: Value,
        _ function: (Value, Value) throws(EvaluationError) -> Value
    ) throws(EvaluationError) -> Value {
        let (a, b) = (left.uncertainBounds, right.uncertainBounds)
        var least = Value.null
        var greatest = Value.null
        for first in [a.low, a.high] {
            for second in [b.low, b.high] {
                let value = try function(first, second)
                guard let number = value.number else { return .null }
                if least.number.map({ number < $0 }) ?? true { least = value }
                if greatest.number.map({ $0 < number }) ?? true { greatest = value }
            }
        }
        return uncertainty(least, greatest)
    }

    /// Some value from `low` to `high`; the value itself when they are the same.
    static func uncertainty(_ low: Value, _ high: Value) -> Value {
        low.number == high.number ? low : .interval(Interval(uncertainFrom: low, to: high))
    }
}

extension Value {
    /// How general the type of a number is: Integer, Long, Decimal.
    var numberRank: Int {
        switch self {
        case .integer: 0
        case .long: 1
        case .decimal: 2
        default: 3
        }
    }
}
