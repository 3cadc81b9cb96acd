extension OperatorGroup {
    /// `Date`, `DateTime`, `Time`, `Now`, `Today`, `TimeOfDay`, `DateFrom`, `TimeFrom`,
    /// `TimezoneOffsetFrom`.
    static let timeSelectors = OperatorGroup.plain(
        (1...3).map { count in
            OperatorOverload(
                "Date",
                Array(repeating: .integer, count: count),
                .date,
                .variadic { _, values throws(EvaluationError) in try Operators.date(values) }
            )
        }
            + (1...8).map { count in
                OperatorOverload(
                    "DateTime",
                    Array(repeating: .integer, count: min(count, 7))
                        + (count == 8 ? [.decimal] : []),
                    .dateTime,
                    .variadic { _, values throws(EvaluationError) in
                        try Operators.dateTime(values)
                    }
                )
            }
            + (1...4).map { count in
                OperatorOverload(
                    "Time",
                    Array(repeating: .integer, count: count),
                    .time,
                    .variadic { _, values throws(EvaluationError) in try Operators.time(values) }
                )
            }
            + [
                OperatorOverload("Now", [], .dateTime, .nullary { .dateTime($0.now) }),
                OperatorOverload("Today", [], .date, .nullary { .date($0.today) }),
                OperatorOverload(
                    "TimeOfDay",
                    [],
                    .time,
                    .nullary { $0.timeOfDay.map(Value.time) ?? .null }
                ),
                onDateTime("DateFrom", .date) { .date($0.date(from: $1)) },
                onDateTime("TimeFrom", .time) { $0.time(from: $1).map(Value.time) ?? .null },
                onDateTime("TimezoneOffsetFrom", .decimal) { $0.offset(from: $1) },
            ]
    )

    /// The operators on two dates, DateTimes or times: `SameAs`, `SameOrBefore`, `SameOrAfter`,
    /// `Before`, `After` with or without precision; `DateTimeComponentFrom`, `DurationBetween` and
    /// `DifferenceBetween` with one.
    static let timeComparing = OperatorGroup { unit in
        let comparisons =
            comparison("SameAs", unit) { $0.isEqual }
            + comparison("SameOrBefore", unit) { $0.isLessOrEqual }
            + comparison("SameOrAfter", unit) { $0.isGreaterOrEqual }
            + comparison("Before", unit) { $0.isLess }
            + comparison("After", unit) { $0.isGreater }
        guard let unit else { return comparisons }
        let components = types(unit, counting: false).map { type in
            OperatorOverload(
                "DateTimeComponentFrom",
                [type],
                .integer,
                .unary { _, a throws(EvaluationError) in try Operators.component(unit, from: a) }
            )
        }
        return comparisons + components
            + types(unit, counting: true).flatMap { type in
                [
                    OperatorOverload(
                        "DurationBetween",
                        [type, type],
                        .integer,
                        .binary { operators, a, b throws(EvaluationError) in
                            try operators.duration(unit, from: a, to: b)
                        }
                    ),
                    OperatorOverload(
                        "DifferenceBetween",
                        [type, type],
                        .integer,
                        .binary { operators, a, b throws(EvaluationError) in
                            try operators.difference(unit, from: a, to: b)
                        }
                    ),
                ]
            }
    }

    /// The types that have a precision; weeks can be counted only.
    private static func types(_ unit: CalendarUnit?, counting: Bool) -> [DataType] {
        guard let unit else { return [.date, .dateTime, .time] }
        if unit == .week && !counting { return [] }
        return (unit <= .day ? [.date] : []) + [.dateTime] + (unit >= .hour ? [.time] : [])
    }

    private static func comparison(
        _ name: String,
        _ unit: CalendarUnit?,
        _ test: @escaping @Sendable (Ordering) -> Bool?
    ) -> [OperatorOverload] {
        types(unit, counting: false).map { type in
            OperatorOverload(
                name,
                [type, type],
                .boolean,
                .binary { operators, a, b in Value(test(operators.compare(a, b, to: unit))) }
            )
        }
    }

    private static func onDateTime(
        _ name: String,
        _ result: DataType,
        _ function: @escaping @Sendable (Operators, DateTime) -> Value
    ) -> OperatorOverload {
        OperatorOverload(
            name,
            [.dateTime],
            result,
            .unary { operators, a throws(EvaluationError) in
                switch a {
                case .null: return .null
                case .dateTime(let moment): return function(operators, moment)
                case .date(let date): return function(operators, DateTime(date))
                default: throw .typeMismatch(operator: name)
                }
            }
        )
    }
}
