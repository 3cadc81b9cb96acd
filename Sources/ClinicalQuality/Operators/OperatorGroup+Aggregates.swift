extension OperatorGroup {
    /// `Count`, `AllTrue`, `AnyTrue`, `Sum`, `Product`, `Min`, `Max`, `Mode`, `Avg`, `Median`,
    /// `Variance`, `StdDev`, `PopulationVariance`, `PopulationStdDev`, `GeometricMean`.
    static let aggregates = OperatorGroup.plain(
        [
            OperatorOverload(
                "Count",
                [.list(.variable("T"))],
                .integer,
                .unary { _, a throws(EvaluationError) in
                    try onList(a, "Count", none: .integer(0)) {
                        .integer(Int32(clamping: Operators.count($0)))
                    }
                }
            ),
            truth("AllTrue", none: true, Operators.allTrue),
            truth("AnyTrue", none: false, Operators.anyTrue),
        ]
            + onElements("Sum", numbers) { _, list throws(EvaluationError) in
                try Operators.sum(list)
            }
            + onElements("Product", numbers) { _, list throws(EvaluationError) in
                try Operators.product(list)
            }
            + onElements("Min", orderedTypes) { $0.minimum($1) }
            + onElements("Max", orderedTypes) { $0.maximum($1) }
            + onElements("Mode", [.variable("T")]) { operators, list throws(EvaluationError) in
                try operators.mode(list)
            }
            + statistics
    )

    private static let numbers: [DataType] = [.integer, .long, .decimal, .quantity]

    private static let statistics =
        onElements("Avg", measures) { _, list throws(EvaluationError) in
            try Operators.average(list)
        }
        + onElements("Median", measures) { _, list throws(EvaluationError) in
            try Operators.median(list)
        }
        + onElements("Variance", measures) { _, list throws(EvaluationError) in
            try Operators.variance(list, ofPopulation: false)
        }
        + onElements("PopulationVariance", measures) { _, list throws(EvaluationError) in
            try Operators.variance(list, ofPopulation: true)
        }
        + onElements("StdDev", measures) { _, list throws(EvaluationError) in
            try Operators.standardDeviation(list, ofPopulation: false)
        }
        + onElements("PopulationStdDev", measures) { _, list throws(EvaluationError) in
            try Operators.standardDeviation(list, ofPopulation: true)
        }
        + onElements("GeometricMean", [.decimal]) { _, list throws(EvaluationError) in
            try Operators.geometricMean(list)
        }

    private static let measures: [DataType] = [.decimal, .quantity]

    private typealias Aggregate =
        @Sendable (Operators, [Value]) throws(EvaluationError) -> Value

    /// An aggregate that has the type of the elements and is `null` for `null`.
    private static func onElements(
        _ name: String,
        _ types: [DataType],
        _ function: @escaping Aggregate
    ) -> [OperatorOverload] {
        types.map { type in
            OperatorOverload(
                name,
                [.list(type)],
                type,
                .unary { operators, a throws(EvaluationError) in
                    try onList(a, name) { list throws(EvaluationError) in
                        try function(operators, list)
                    }
                }
            )
        }
    }

    private static func truth(
        _ name: String,
        none: Bool,
        _ function: @escaping @Sendable ([Value]) -> Bool
    ) -> OperatorOverload {
        OperatorOverload(
            name,
            [.list(.boolean)],
            .boolean,
            .unary { _, a throws(EvaluationError) in
                try onList(a, name, none: .boolean(none)) { .boolean(function($0)) }
            }
        )
    }
}
