public import UnitsOfMeasure

extension Operators {
    /// CQL `Abs`; `null` for the least Integer or Long.
    ///
    /// - Throws: `typeMismatch` for anything but numbers and quantities.
    public static func abs(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .integer(let number): return number < 0 ? try negate(value) : value
        case .long(let number): return number < 0 ? try negate(value) : value
        case .decimal(let number): return .decimal(number.magnitude)
        case .quantity(let quantity):
            return .quantity(Quantity(quantity.value.magnitude, quantity.unit))
        case .null: return .null
        default:
            if value.isUncertain { return .null }
            throw .typeMismatch(operator: "Abs")
        }
    }

    /// CQL `-` with one argument; `null` for the least Integer or Long.
    ///
    /// - Throws: `typeMismatch` for anything but numbers and quantities.
    public static func negate(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .integer(let number): return integer(Int32(0).subtractingReportingOverflow(number))
        case .long(let number): return long(Int64(0).subtractingReportingOverflow(number))
        case .decimal(let number): return .decimal(number.negated)
        case .quantity(let quantity):
            return .quantity(Quantity(quantity.value.negated, quantity.unit))
        case .null: return .null
        default:
            guard value.isUncertain else { throw .typeMismatch(operator: "Negate") }
            return try subtract(.integer(0), value)
        }
    }

    /// The least integer that is not less; nil when it does not fit.
    public static func ceiling(_ value: ExactDecimal) -> Int32? {
        Int32(exactly: value.rounded(toScale: 0, .up).integerPart)
    }

    /// The greatest integer that is not greater; nil when it does not fit.
    public static func floor(_ value: ExactDecimal) -> Int32? {
        Int32(exactly: value.rounded(toScale: 0, .down).integerPart)
    }

    /// The integer part; nil when it does not fit.
    public static func truncate(_ value: ExactDecimal) -> Int32? {
        Int32(exactly: value.integerPart)
    }

    /// CQL `Round`: to the nearest at `scale` decimals, a half away from zero.
    public static func round(_ value: ExactDecimal, scale: Int) -> ExactDecimal {
        value.rounded(toScale: scale, .halfAwayFromZero)
    }

    /// CQL `Power` and `^`; `null` when the result does not fit.
    ///
    /// A whole base with a negative exponent gives a Decimal.
    ///
    /// - Throws: `typeMismatch` for anything but numbers.
    public static func power(_ base: Value, _ exponent: Value) throws(EvaluationError) -> Value {
        switch (base, exponent) {
        case (.null, _), (_, .null): return .null
        case (.integer(let a), .integer(let b)) where b >= 0:
            return whole(Int64(a), Int64(b)).flatMap(Int32.init(exactly:)).map(Value.integer)
                ?? .null
        case (.long(let a), .long(let b)) where b >= 0:
            return whole(a, b).map(Value.long) ?? .null
        case (.integer(let a), .long): return try power(.long(Int64(a)), exponent)
        case (.long, .integer(let b)): return try power(base, .long(Int64(b)))
        default:
            guard let a = base.number, let b = exponent.number else {
                if base.isUncertain || exponent.isUncertain { return .null }
                throw .typeMismatch(operator: "Power")
            }
            return decimal(inRange(power(a, b)))
        }
    }

    /// Exponentiation by squaring; nil on overflow.
    private static func whole(_ base: Int64, _ exponent: Int64) -> Int64? {
        var result: Int64 = 1
        var square = base
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 {
                let product = result.multipliedReportingOverflow(by: square)
                if product.overflow { return nil }
                result = product.partialValue
            }
            rest >>= 1
            if rest > 0 {
                let product = square.multipliedReportingOverflow(by: square)
                if product.overflow { return nil }
                square = product.partialValue
            }
        }
        return result
    }

    /// The power of decimals: exact for small whole exponents, else through binary floating point.
    private static func power(_ base: ExactDecimal, _ exponent: ExactDecimal) -> ExactDecimal? {
        if let whole = exponent.asInt64, whole.magnitude <= 256,
            let result = exactPower(base, whole.magnitude)
        {
            return whole >= 0 ? result : try? ExactDecimal.one.divided(by: result, scale: 8)
        }
        let result = RealFunctions.power(base.doubleValue, exponent.doubleValue)
        return result.isFinite ? try? ExactDecimal(result, scale: 8) : nil
    }

    private static func exactPower(_ base: ExactDecimal, _ exponent: UInt64) -> ExactDecimal? {
        var result = ExactDecimal.one
        var square = base
        var rest = exponent
        do {
            while rest > 0 {
                if rest & 1 == 1 { result = try result.multiplied(by: square) }
                rest >>= 1
                if rest > 0 { square = try square.multiplied(by: square) }
            }
            return result
        } catch {
            return nil
        }
    }
}
