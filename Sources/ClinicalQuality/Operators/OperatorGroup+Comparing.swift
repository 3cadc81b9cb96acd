extension OperatorGroup {
    /// `Equal`, `NotEqual`, `Equivalent`, `NotEquivalent`, `Less`, `LessOrEqual`, `Greater`,
    /// `GreaterOrEqual`.
    static let comparing = OperatorGroup.plain(
        [
            same("Equal") { Value($0.equal($1, $2)) },
            same("NotEqual") { Value(Operators.not($0.equal($1, $2))) },
            same("Equivalent") { .boolean($0.equivalent($1, $2)) },
            same("NotEquivalent") { .boolean(!$0.equivalent($1, $2)) },
        ]
            + ordered("Less") { $0.isLess }
            + ordered("LessOrEqual") { $0.isLessOrEqual }
            + ordered("Greater") { $0.isGreater }
            + ordered("GreaterOrEqual") { $0.isGreaterOrEqual }
    )

    /// The types with an order, from the most special to the most general.
    static let orderedTypes: [DataType] = [
        .integer, .long, .decimal, .quantity, .date, .dateTime, .time, .string,
    ]

    private static func same(
        _ name: String,
        _ function: @escaping @Sendable (Operators, Value, Value) -> Value
    ) -> OperatorOverload {
        OperatorOverload(
            name,
            [.variable("T"), .variable("T")],
            .boolean,
            .binary { operators, a, b in function(operators, a, b) }
        )
    }

    private static func ordered(
        _ name: String,
        _ test: @escaping @Sendable (Ordering) -> Bool?
    ) -> [OperatorOverload] {
        orderedTypes.map { type in
            OperatorOverload(
                name,
                [type, type],
                .boolean,
                .binary { operators, a, b in Value(test(operators.compare(a, b))) }
            )
        }
    }
}
