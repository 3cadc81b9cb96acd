extension OperatorGroup {
    /// The operators on lists, without the aggregates.
    ///
    /// `In` and `Contains` (and their proper forms) take an element, `Includes` and `IncludedIn`
    /// (and theirs) a list; CQL's `includes` with an element is `Contains`.
    static let lists = OperatorGroup { unit in
        // CQL allows a precision on list membership nowhere.
        guard unit == nil else { return [] }
        return membership + sets + access
    }

    private static let element = DataType.variable("T")
    private static let list = DataType.list(.variable("T"))

    private static let membership = [
        OperatorOverload(
            "Contains",
            [list, element],
            .boolean,
            .binary { operators, a, b throws(EvaluationError) in
                try onList(a, "Contains", none: .boolean(false)) {
                    Value(operators.contains($0, b))
                }
            }
        ),
        OperatorOverload(
            "In",
            [element, list],
            .boolean,
            .binary { operators, a, b throws(EvaluationError) in
                try onList(b, "In", none: .boolean(false)) { Value(operators.contains($0, a)) }
            }
        ),
        OperatorOverload(
            "ProperContains",
            [list, element],
            .boolean,
            .binary { operators, a, b throws(EvaluationError) in
                try onList(a, "ProperContains", none: .boolean(false)) {
                    Value(operators.properlyContains($0, b))
                }
            }
        ),
        OperatorOverload(
            "ProperIn",
            [element, list],
            .boolean,
            .binary { operators, a, b throws(EvaluationError) in
                try onList(b, "ProperIn", none: .boolean(false)) {
                    Value(operators.properlyContains($0, a))
                }
            }
        ),
        pair("Includes", .boolean) { operators, a, b throws(EvaluationError) in
            Value(try operators.includes(a, b))
        },
        pair("IncludedIn", .boolean) { operators, a, b throws(EvaluationError) in
            Value(try operators.includes(b, a))
        },
        pair("ProperIncludes", .boolean) { operators, a, b throws(EvaluationError) in
            Value(try operators.properlyIncludes(a, b))
        },
        pair("ProperIncludedIn", .boolean) { operators, a, b throws(EvaluationError) in
            Value(try operators.properlyIncludes(b, a))
        },
    ]

    private static let sets = [
        one("Distinct", list) { operators, a throws(EvaluationError) in
            .list(try operators.distinct(a))
        },
        OperatorOverload(
            "Union",
            [list, list],
            list,
            .binary { operators, a, b throws(EvaluationError) in
                .list(
                    try operators.union(
                        try elements(a, "Union") ?? [],
                        try elements(b, "Union") ?? []
                    )
                )
            }
        ),
        pair("Intersect", list) { operators, a, b throws(EvaluationError) in
            .list(try operators.intersect(a, b))
        },
        OperatorOverload(
            "Except",
            [list, list],
            list,
            .binary { operators, a, b throws(EvaluationError) in
                let right = try elements(b, "Except") ?? []
                return try onList(a, "Except") { list throws(EvaluationError) in
                    .list(try operators.except(list, right))
                }
            }
        ),
    ]

    private static let access = [
        OperatorOverload(
            "Exists",
            [list],
            .boolean,
            .unary { _, a throws(EvaluationError) in
                try onList(a, "Exists", none: .boolean(false)) { .boolean(Operators.exists($0)) }
            }
        ),
        OperatorOverload(
            "Length",
            [list],
            .integer,
            .unary { _, a throws(EvaluationError) in
                try onList(a, "Length", none: .integer(0)) { .integer(Int32(clamping: $0.count)) }
            }
        ),
        OperatorOverload(
            "Flatten",
            [.list(list)],
            list,
            .unary { _, a throws(EvaluationError) in
                try onList(a, "Flatten") { list throws(EvaluationError) in
                    .list(try Operators.flatten(list))
                }
            }
        ),
        one("First", element) { $1.first ?? .null },
        one("Last", element) { $1.last ?? .null },
        one("Tail", list) { .list(Array($1.dropFirst())) },
        one("Slice", list) { .list($1) },
        OperatorOverload(
            "SingletonFrom",
            [list],
            element,
            .unary { _, a throws(EvaluationError) in
                try onList(a, "SingletonFrom") { list throws(EvaluationError) in
                    try Operators.singleton(list)
                }
            }
        ),
        OperatorOverload(
            "Indexer",
            [list, .integer],
            element,
            .binary { _, a, b throws(EvaluationError) in
                try onList(a, "Indexer") { list in
                    b.int.map { Operators.element(list, at: $0) } ?? .null
                }
            }
        ),
        OperatorOverload(
            "IndexOf",
            [list, element],
            .integer,
            .binary { operators, a, b throws(EvaluationError) in
                if b.isNull { return .null }
                return try onList(a, "IndexOf") { list in
                    .integer(operators.index(of: b, in: list).map { Int32(clamping: $0) } ?? -1)
                }
            }
        ),
        OperatorOverload(
            "Skip",
            [list, .integer],
            list,
            .binary { _, a, b throws(EvaluationError) in
                if b.isUncertain { return .null }
                return try onList(a, "Skip") { .list(Operators.skip($0, b.int ?? 0)) }
            }
        ),
        OperatorOverload(
            "Take",
            [list, .integer],
            list,
            .binary { _, a, b throws(EvaluationError) in
                if b.isUncertain { return .null }
                return try onList(a, "Take") { .list(Operators.take($0, b.int ?? 0)) }
            }
        ),
        OperatorOverload(
            "Slice",
            [list, .integer],
            list,
            .binary { _, a, b throws(EvaluationError) in
                if b.isUncertain { return .null }
                return try onList(a, "Slice") {
                    .list(Operators.slice($0, from: b.int, to: nil))
                }
            }
        ),
        OperatorOverload(
            "Slice",
            [list, .integer, .integer],
            list,
            .ternary { _, a, b, c throws(EvaluationError) in
                if b.isUncertain || c.isUncertain { return .null }
                return try onList(a, "Slice") {
                    .list(Operators.slice($0, from: b.int, to: c.int))
                }
            }
        ),
    ]
}

extension OperatorGroup {
    /// The elements of a list; nil for `null`.
    static func elements(
        _ value: Value,
        _ name: String
    ) throws(EvaluationError) -> [Value]? {
        switch value {
        case .null: nil
        case .list(let elements): elements
        default: throw .typeMismatch(operator: name)
        }
    }

    /// Applies a function to a list, or returns `none` for `null`.
    static func onList(
        _ value: Value,
        _ name: String,
        none: Value = .null,
        _ function: ([Value]) throws(EvaluationError) -> Value
    ) throws(EvaluationError) -> Value {
        guard let elements = try elements(value, name) else { return none }
        return try function(elements)
    }

    /// An operator on one list that is `null` for `null`.
    private static func one(
        _ name: String,
        _ result: DataType,
        _ function: @escaping @Sendable (Operators, [Value]) throws(EvaluationError) -> Value
    ) -> OperatorOverload {
        OperatorOverload(
            name,
            [list],
            result,
            .unary { operators, a throws(EvaluationError) in
                try onList(a, name) { list throws(EvaluationError) in try function(operators, list)
                }
            }
        )
    }

    /// An operator on two lists that is `null` when either is.
    private static func pair(
        _ name: String,
        _ result: DataType,
        _ function:
            @escaping @Sendable (Operators, [Value], [Value]) throws(EvaluationError) -> Value
    ) -> OperatorOverload {
        OperatorOverload(
            name,
            [list, list],
            result,
            .binary { operators, a, b throws(EvaluationError) in
                guard let left = try elements(a, name), let right = try elements(b, name) else {
                    return .null
                }
                return try function(operators, left, right)
            }
        )
    }
}
