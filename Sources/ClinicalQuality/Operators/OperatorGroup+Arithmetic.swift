import UnitsOfMeasure

extension OperatorGroup {
    /// `Add`, `Subtract`, `Multiply`, `Divide`, `TruncatedDivide`, `Modulo`, `Power`, `Negate`,
    /// `Abs`, `Successor`, `Predecessor`.
    static let arithmetic = OperatorGroup.plain(
        binary("Add", numbers + [.quantity], Operators.add)
            + moving("Add", Operators.add)
            + binary("Subtract", numbers + [.quantity], Operators.subtract)
            + moving("Subtract", Operators.subtract)
            + binary("Multiply", numbers + [.quantity], Operators.multiply)
            + binary("Divide", [.decimal, .quantity], Operators.divide)
            + binary("TruncatedDivide", numbers + [.quantity], Operators.truncatedDivide)
            + binary("Modulo", numbers + [.quantity], Operators.modulo)
            + binary("Power", numbers, Operators.power)
            + unary("Negate", numbers + [.quantity], Operators.negate)
            + unary("Abs", numbers + [.quantity], Operators.abs)
            + unary("Successor", steppable, Operators.successor)
            + unary("Predecessor", steppable, Operators.predecessor)
    )

    /// `Ceiling`, `Floor`, `Truncate`, `Round`, `Exp`, `Ln`, `Log`, `Precision`, `LowBoundary`,
    /// `HighBoundary`.
    static let rounding = OperatorGroup.plain(
        [
            onDecimal("Ceiling", .integer) { number($0, Operators.ceiling) },
            onDecimal("Floor", .integer) { number($0, Operators.floor) },
            onDecimal("Truncate", .integer) { number($0, Operators.truncate) },
            onDecimal("Round", .decimal) { .decimal(Operators.round($0, scale: 0)) },
            onDecimal("Exp", .decimal) { value throws(EvaluationError) in
                .decimal(try Operators.exp(value))
            },
            onDecimal("Ln", .decimal) { value throws(EvaluationError) in
                Operators.decimal(try Operators.ln(value))
            },
            OperatorOverload(
                "Round",
                [.decimal, .integer],
                .decimal,
                .binary { _, a, b throws(EvaluationError) in
                    guard let value = try decimal(a, "Round") else { return .null }
                    if b.isUncertain { return .null }
                    return .decimal(Operators.round(value, scale: b.int ?? 0))
                }
            ),
            OperatorOverload(
                "Round",
                [.quantity],
                .quantity,
                .unary { _, a throws(EvaluationError) in try round(a, 0) }
            ),
            OperatorOverload(
                "Round",
                [.quantity, .integer],
                .quantity,
                .binary { _, a, b throws(EvaluationError) in try round(a, b.int ?? 0) }
            ),
            OperatorOverload(
                "Log",
                [.decimal, .decimal],
                .decimal,
                .binary { _, a, b throws(EvaluationError) in
                    guard let value = try decimal(a, "Log"), let base = try decimal(b, "Log")
                    else { return .null }
                    return Operators.decimal(Operators.log(value, base: base))
                }
            ),
        ]
            + unary("Precision", bounded, result: .integer, Operators.precision)
            + boundaries("LowBoundary", Operators.lowBoundary)
            + boundaries("HighBoundary", Operators.highBoundary)
    )

    private static let numbers: [DataType] = [.integer, .long, .decimal]
    private static let moments: [DataType] = [.date, .dateTime, .time]
    private static let steppable: [DataType] = numbers + [.quantity] + moments
    private static let bounded: [DataType] = [.decimal] + moments

    private typealias Unary = @Sendable (Value) throws(EvaluationError) -> Value
    private typealias Binary = @Sendable (Value, Value) throws(EvaluationError) -> Value
    private typealias Boundary = @Sendable (Value, Int?) throws(EvaluationError) -> Value

    private static func unary(
        _ name: String,
        _ types: [DataType],
        result: DataType? = nil,
        _ function: @escaping Unary
    ) -> [OperatorOverload] {
        types.map { type in
            OperatorOverload(
                name,
                [type],
                result ?? type,
                .unary { _, a throws(EvaluationError) in try function(a) }
            )
        }
    }

    private static func binary(
        _ name: String,
        _ types: [DataType],
        _ function: @escaping Binary
    ) -> [OperatorOverload] {
        types.map { type in
            OperatorOverload(
                name,
                [type, type],
                type,
                .binary { _, a, b throws(EvaluationError) in try function(a, b) }
            )
        }
    }

    /// A date or time moved by a quantity.
    private static func moving(
        _ name: String,
        _ function: @escaping Binary
    ) -> [OperatorOverload] {
        moments.map { type in
            OperatorOverload(
                name,
                [type, .quantity],
                type,
                .binary { _, a, b throws(EvaluationError) in try function(a, b) }
            )
        }
    }

    private static func onDecimal(
        _ name: String,
        _ result: DataType,
        _ function: @escaping @Sendable (ExactDecimal) throws(EvaluationError) -> Value
    ) -> OperatorOverload {
        OperatorOverload(
            name,
            [.decimal],
            result,
            .unary { _, a throws(EvaluationError) in
                guard let value = try decimal(a, name) else { return .null }
                return try function(value)
            }
        )
    }

    private static func boundaries(
        _ name: String,
        _ function: @escaping Boundary
    ) -> [OperatorOverload] {
        bounded.map { type in
            OperatorOverload(
                name,
                [type, .integer],
                type,
                .binary { _, a, b throws(EvaluationError) in try function(a, b.int) }
            )
        }
    }

    private static func number(
        _ value: ExactDecimal,
        _ function: (ExactDecimal) -> Int32?
    ) -> Value {
        function(value).map(Value.integer) ?? .null
    }

    /// A quantity with its number rounded.
    private static func round(_ value: Value, _ scale: Int) throws(EvaluationError) -> Value {
        switch value {
        case .null: return .null
        case .quantity(let quantity):
            let number = Operators.round(quantity.value, scale: scale)
            return .quantity(Quantity(number, quantity.unit))
        default: throw .typeMismatch(operator: "Round")
        }
    }

    private static func decimal(
        _ value: Value,
        _ name: String
    ) throws(EvaluationError) -> ExactDecimal? {
        if value.isNull || value.isUncertain { return nil }
        guard let number = value.number else { throw .typeMismatch(operator: name) }
        return number
    }
}

extension Value {
    /// The number of an Integer; nil for anything else.
    var int: Int? {
        if case .integer(let value) = self { Int(value) } else { nil }
    }
}
