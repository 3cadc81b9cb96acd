extension OperatorGroup {
    /// `Combine`, `Concatenate`, `EndsWith`, `Indexer`, `LastPositionOf`, `Length`, `Lower`,
    /// `Matches`, `MatchesFull`, `PositionOf`, `ReplaceMatches`, `Split`, `SplitOnMatches`,
    /// `StartsWith`, `Substring`, `Upper`.
    ///
    /// `Concatenate` is CQL's `+`, which is `null` when an argument is; `ConcatenateWithNull` is
    /// CQL's `&`, which takes `null` for an empty text.
    static let strings = OperatorGroup.plain(texts + searches + parts + patterns)

    private static let texts = [
        two("Concatenate", .string) { .string($0 + $1) },
        OperatorOverload(
            "ConcatenateWithNull",
            [.string, .string],
            .string,
            .binary { _, a, b in .string((a.text ?? "") + (b.text ?? "")) }
        ),
        one("Lower", .string) { .string($0.lowercased()) },
        one("Upper", .string) { .string($0.uppercased()) },
        one("Length", .integer) { .integer(Int32(clamping: Operators.length($0))) },
        OperatorOverload(
            "Combine",
            [.list(.string)],
            .string,
            .unary { _, a throws(EvaluationError) in try combine(a, "") }
        ),
        OperatorOverload(
            "Combine",
            [.list(.string), .string],
            .string,
            .binary { _, a, b throws(EvaluationError) in try combine(a, b.text ?? "") }
        ),
    ]

    private static let searches = [
        two("StartsWith", .boolean) { .boolean(Operators.starts($0, with: $1)) },
        two("EndsWith", .boolean) { .boolean(Operators.ends($0, with: $1)) },
        two("PositionOf", .integer) {
            .integer(Int32(clamping: Operators.position(of: $0, in: $1)))
        },
        two("LastPositionOf", .integer) {
            .integer(Int32(clamping: Operators.lastPosition(of: $0, in: $1)))
        },
    ]

    private static let parts = [
        OperatorOverload(
            "Indexer",
            [.string, .integer],
            .string,
            .binary { _, a, b in
                guard let text = a.text, let index = b.int else { return .null }
                return Value(Operators.character(of: text, at: index))
            }
        ),
        OperatorOverload(
            "Substring",
            [.string, .integer],
            .string,
            .binary { _, a, b in substring(a, b, nil) }
        ),
        OperatorOverload(
            "Substring",
            [.string, .integer, .integer],
            .string,
            .ternary { _, a, b, c in c.isUncertain ? .null : substring(a, b, c.int) }
        ),
        OperatorOverload(
            "Split",
            [.string, .string],
            .list(.string),
            .binary { _, a, b in
                guard let text = a.text else { return .null }
                return list(Operators.split(text, by: b.text ?? ""))
            }
        ),
    ]

    private static let patterns = [
        OperatorOverload(
            "Matches",
            [.string, .string],
            .boolean,
            .binary { _, a, b throws(EvaluationError) in
                guard let text = a.text, let pattern = b.text else { return .null }
                return .boolean(try Operators.matches(text, pattern))
            }
        ),
        OperatorOverload(
            "MatchesFull",
            [.string, .string],
            .boolean,
            .binary { _, a, b throws(EvaluationError) in
                guard let text = a.text, let pattern = b.text else { return .null }
                return .boolean(try Operators.matches(text, "^(?:" + pattern + ")$"))
            }
        ),
        OperatorOverload(
            "ReplaceMatches",
            [.string, .string, .string],
            .string,
            .ternary { _, a, b, c throws(EvaluationError) in
                guard let text = a.text, let pattern = b.text, let replacement = c.text else {
                    return .null
                }
                return .string(
                    try Operators.replaceMatches(text, pattern, with: replacement)
                )
            }
        ),
        OperatorOverload(
            "SplitOnMatches",
            [.string, .string],
            .list(.string),
            .binary { _, a, b throws(EvaluationError) in
                guard let text = a.text else { return .null }
                guard let pattern = b.text else { return list([text]) }
                return list(try Operators.splitOnMatches(text, pattern))
            }
        ),
    ]

    private static func combine(
        _ value: Value,
        _ separator: String
    ) throws(EvaluationError) -> Value {
        try onList(value, "Combine") { list throws(EvaluationError) in
            Value(try Operators.combine(list, separator: separator))
        }
    }

    private static func substring(_ text: Value, _ start: Value, _ length: Int?) -> Value {
        guard let text = text.text, let start = start.int else { return .null }
        return Value(Operators.substring(text, from: start, length: length))
    }

    private static func list(_ texts: [String]) -> Value {
        .list(texts.map { .string($0) })
    }

    private static func one(
        _ name: String,
        _ result: DataType,
        _ function: @escaping @Sendable (String) -> Value
    ) -> OperatorOverload {
        OperatorOverload(
            name,
            [.string],
            result,
            .unary { _, a in
                guard let text = a.text else { return .null }
                return function(text)
            }
        )
    }

    private static func two(
        _ name: String,
        _ result: DataType,
        _ function: @escaping @Sendable (String, String) -> Value
    ) -> OperatorOverload {
        OperatorOverload(
            name,
            [.string, .string],
            result,
            .binary { _, a, b in
                guard let left = a.text, let right = b.text else { return .null }
                return function(left, right)
            }
        )
    }
}
