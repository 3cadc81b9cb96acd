extension OperatorGroup {
    /// The conversions `ToX`, `ConvertsToX`, `ConvertQuantity` and `CanConvertQuantity`, and
    /// `ToChars`.
    static let conversions = OperatorGroup.plain(
        conversion("Boolean", from: [.boolean, .integer, .long, .decimal, .string], .boolean) {
            Operators.toBoolean($1)
        }
            + conversion("Integer", from: [.integer, .boolean, .long, .string], .integer) {
                Operators.toInteger($1)
            }
            + conversion("Long", from: [.long, .boolean, .integer, .string], .long) {
                Operators.toLong($1)
            }
            + conversion(
                "Decimal",
                from: [.decimal, .boolean, .integer, .long, .string],
                .decimal
            ) { Operators.toDecimal($1) }
            + conversion(
                "Quantity",
                from: [.quantity, .integer, .long, .decimal, .ratio, .string],
                .quantity
            ) { Operators.toQuantity($1) }
            + conversion("Ratio", from: [.ratio, .string], .ratio) { Operators.toRatio($1) }
            + conversion("Date", from: [.date, .dateTime, .string], .date) { $0.toDate($1) }
            + conversion("DateTime", from: [.dateTime, .date, .string], .dateTime) {
                Operators.toDateTime($1)
            }
            + conversion("Time", from: [.time, .string], .time) { Operators.toTime($1) }
            + conversion("String", from: printable, .string) { Operators.toString($1) }
            + others
    )

    private static let printable: [DataType] = [
        .string, .boolean, .integer, .long, .decimal, .quantity, .ratio, .date, .dateTime, .time,
    ]

    private static let others = [
        OperatorOverload(
            "ToConcept",
            [.code],
            .concept,
            .unary { _, a in Operators.toConcept(a) }
        ),
        OperatorOverload(
            "ToConcept",
            [.list(.code)],
            .concept,
            .unary { _, a in Operators.toConcept(a) }
        ),
        OperatorOverload(
            "ToChars",
            [.string],
            .list(.string),
            .unary { _, a in
                guard let text = a.text else { return .null }
                return .list(text.unicodeScalars.map { .string(String(Character($0))) })
            }
        ),
        OperatorOverload(
            "ConvertQuantity",
            [.quantity, .string],
            .quantity,
            .binary { _, a, b in
                guard case .quantity(let quantity) = a, let unit = b.text,
                    let result = Operators.convert(quantity, to: unit)
                else { return .null }
                return .quantity(result)
            }
        ),
        OperatorOverload(
            "CanConvertQuantity",
            [.quantity, .string],
            .boolean,
            .binary { _, a, b in
                guard case .quantity(let quantity) = a, let unit = b.text else { return .null }
                return .boolean(Operators.convert(quantity, to: unit) != nil)
            }
        ),
    ]

    /// `ToX` for each type that X can be made from, and `ConvertsToX` for any value.
    private static func conversion(
        _ name: String,
        from types: [DataType],
        _ result: DataType,
        _ function: @escaping @Sendable (Operators, Value) -> Value
    ) -> [OperatorOverload] {
        types.map { type in
            OperatorOverload(
                "To\(name)",
                [type],
                result,
                .unary { operators, a in function(operators, a) }
            )
        } + [
            OperatorOverload(
                "ConvertsTo\(name)",
                [.any],
                .boolean,
                .unary { operators, a in
                    a.isNull ? .null : .boolean(!function(operators, a).isNull)
                }
            )
        ]
    }
}
