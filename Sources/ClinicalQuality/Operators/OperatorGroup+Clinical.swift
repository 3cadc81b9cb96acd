extension OperatorGroup {
    /// `InValueSet`, `AnyInValueSet`, `InCodeSystem`, `AnyInCodeSystem`, `ExpandValueSet`,
    /// `Message`; with a precision, `CalculateAge` and `CalculateAgeAt`.
    ///
    /// `AgeInYears()` is `CalculateAge` to the year of the birth date of the patient, which the
    /// engine takes from the record.
    static let clinical = OperatorGroup { unit in
        guard let unit else { return terminology + [message] }
        let types: [DataType] = unit <= .day ? [.date, .dateTime] : [.dateTime]
        return types.flatMap { type in
            [
                OperatorOverload(
                    "CalculateAge",
                    [type],
                    .integer,
                    .unary { operators, a throws(EvaluationError) in
                        a.isNull ? .null : try operators.age(unit, of: a)
                    }
                ),
                OperatorOverload(
                    "CalculateAgeAt",
                    [type, type],
                    .integer,
                    .binary { operators, a, b throws(EvaluationError) in
                        try operators.duration(unit, from: a, to: b)
                    }
                ),
            ]
        }
    }

    private static let message = OperatorOverload(
        "Message",
        [.variable("T"), .boolean, .string, .string, .string],
        .variable("T"),
        .variadic { _, values throws(EvaluationError) in
            guard values.count == 5 else { throw .typeMismatch(operator: "Message") }
            return try Operators.message(
                values[0],
                condition: values[1].truth,
                severity: values[3].text
            )
        }
    )

    private static let codeTypes: [DataType] = [.string, .code, .concept]

    private static let terminology =
        codeTypes.flatMap { type in
            [
                inValueSet("InValueSet", type),
                inValueSet("AnyInValueSet", .list(type)),
                inCodeSystem("InCodeSystem", type),
                inCodeSystem("AnyInCodeSystem", .list(type)),
            ]
        } + [
            OperatorOverload(
                "ExpandValueSet",
                [.valueSet],
                .list(.code),
                .unary { _, a throws(EvaluationError) in
                    guard case .valueSet(let set) = a else { return .null }
                    return .list(try Operators.expand(set).map { .code($0) })
                }
            )
        ]

    private static func inValueSet(_ name: String, _ type: DataType) -> OperatorOverload {
        OperatorOverload(
            name,
            [type, .valueSet],
            .boolean,
            .binary { _, a, b throws(EvaluationError) in
                guard case .valueSet(let set) = b else { return .null }
                return .boolean(try Operators.isIn(set, a))
            }
        )
    }

    private static func inCodeSystem(_ name: String, _ type: DataType) -> OperatorOverload {
        OperatorOverload(
            name,
            [type, .codeSystem],
            .boolean,
            .binary { _, a, b throws(EvaluationError) in
                guard case .codeSystem(let system) = b else { return .null }
                return .boolean(try Operators.isIn(system, a))
            }
        )
    }
}
