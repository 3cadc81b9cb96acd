extension OperatorGroup {
    /// `Start`, `End`, `Width`, `Size`, `PointFrom`, `Union`, `Intersect`, `Except`, `Collapse`,
    /// `Expand`.
    static let intervals = OperatorGroup.plain(
        [
            one("Start", point) { _, interval in Operators.uncertainStart(of: interval) },
            one("End", point) { _, interval in Operators.uncertainEnd(of: interval) },
            one("PointFrom", point) { operators, interval throws(EvaluationError) in
                try operators.point(from: interval)
            },
            two("Union") { $0.union($1, $2) },
            two("Intersect") { $0.intersect($1, $2) },
            two("Except") { $0.except($1, $2) },
        ]
            + measures + collapses + expansions
    )

    private static let point = DataType.variable("T")
    private static let interval = DataType.interval(.variable("T"))
    private static let list = DataType.list(.interval(.variable("T")))

    private static let measures = [DataType.integer, .long, .decimal, .quantity].flatMap { type in
        [
            OperatorOverload(
                "Width",
                [.interval(type)],
                type,
                .unary { _, a throws(EvaluationError) in
                    guard let interval = try argument(a, "Width") else { return .null }
                    return try Operators.width(of: interval)
                }
            ),
            OperatorOverload(
                "Size",
                [.interval(type)],
                type,
                .unary { _, a throws(EvaluationError) in
                    guard let interval = try argument(a, "Size") else { return .null }
                    return try Operators.size(of: interval)
                }
            ),
        ]
    }

    private static let collapses = [
        OperatorOverload(
            "Collapse",
            [list],
            list,
            .unary { operators, a throws(EvaluationError) in
                try onList(a, "Collapse") { elements throws(EvaluationError) in
                    .list(try operators.collapse(elements))
                }
            }
        ),
        OperatorOverload(
            "Collapse",
            [list, .quantity],
            list,
            .binary { operators, a, b throws(EvaluationError) in
                let per = b.quantityOrNil
                return try onList(a, "Collapse") { elements throws(EvaluationError) in
                    .list(try operators.collapse(elements, per: per))
                }
            }
        ),
    ]

    private static let expansions = [
        OperatorOverload(
            "Expand",
            [list],
            list,
            .unary { operators, a throws(EvaluationError) in try expand(operators, a, nil) }
        ),
        OperatorOverload(
            "Expand",
            [list, .quantity],
            list,
            .binary { operators, a, b throws(EvaluationError) in
                try expand(operators, a, b.quantityOrNil)
            }
        ),
        OperatorOverload(
            "Expand",
            [interval],
            .list(point),
            .unary { operators, a throws(EvaluationError) in try expand(operators, a, nil) }
        ),
        OperatorOverload(
            "Expand",
            [interval, .quantity],
            .list(point),
            .binary { operators, a, b throws(EvaluationError) in
                try expand(operators, a, b.quantityOrNil)
            }
        ),
    ]

    private static func expand(
        _ operators: Operators,
        _ value: Value,
        _ per: Quantity?
    ) throws(EvaluationError) -> Value {
        let result: [Value]?
        switch value {
        case .null: return .null
        case .list(let list): result = try operators.expand(list, per: per)
        case .interval(let interval): result = try operators.expand(interval, per: per)
        default: throw .typeMismatch(operator: "Expand")
        }
        guard let result else { return .null }
        return .list(result)
    }

    /// The interval of an argument; nil for `null`.
    static func argument(
        _ value: Value,
        _ name: String
    ) throws(EvaluationError) -> Interval? {
        switch value {
        case .null: nil
        case .interval(let interval): interval
        default: throw .typeMismatch(operator: name)
        }
    }

    private static func one(
        _ name: String,
        _ result: DataType,
        _ function: @escaping @Sendable (Operators, Interval) throws(EvaluationError) -> Value
    ) -> OperatorOverload {
        OperatorOverload(
            name,
            [interval],
            result,
            .unary { operators, a throws(EvaluationError) in
                guard let interval = try argument(a, name) else { return .null }
                return try function(operators, interval)
            }
        )
    }

    private static func two(
        _ name: String,
        _ function: @escaping @Sendable (Operators, Interval, Interval) -> Value
    ) -> OperatorOverload {
        OperatorOverload(
            name,
            [interval, interval],
            interval,
            .binary { operators, a, b throws(EvaluationError) in
                guard let left = try argument(a, name), let right = try argument(b, name) else {
                    return .null
                }
                return function(operators, left, right)
            }
        )
    }
}

extension Value {
    /// The quantity; nil for anything else.
    var quantityOrNil: Quantity? {
        switch self {
        case .quantity(let quantity): quantity
        default: number.map { Quantity($0) }
        }
    }
}
