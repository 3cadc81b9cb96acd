extension OperatorGroup {
    /// `And`, `Or`, `Xor`, `Implies`, `Not`, `IsNull`, `IsTrue`, `IsFalse`.
    static let logic = OperatorGroup.plain([
        binary("And", Operators.and),
        binary("Or", Operators.or),
        binary("Xor", Operators.xor),
        binary("Implies", Operators.implies),
        OperatorOverload(
            "Not",
            [.boolean],
            .boolean,
            .unary { _, a in Value(Operators.not(a.truth)) }
        ),
        OperatorOverload(
            "IsNull",
            [.variable("T")],
            .boolean,
            .unary { _, a in .boolean(a.isNull) }
        ),
        OperatorOverload(
            "IsTrue",
            [.boolean],
            .boolean,
            .unary { _, a in .boolean(a.truth == true) }
        ),
        OperatorOverload(
            "IsFalse",
            [.boolean],
            .boolean,
            .unary { _, a in .boolean(a.truth == false) }
        ),
    ])

    private static func binary(
        _ name: String,
        _ function: @escaping @Sendable (Bool?, Bool?) -> Bool?
    ) -> OperatorOverload {
        OperatorOverload(
            name,
            [.boolean, .boolean],
            .boolean,
            .binary { _, a, b in Value(function(a.truth, b.truth)) }
        )
    }
}
