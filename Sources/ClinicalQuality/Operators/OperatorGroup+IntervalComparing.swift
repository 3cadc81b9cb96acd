extension OperatorGroup {
    /// The relations of intervals and points, without or with precision: `Before`, `After`,
    /// `SameAs`, `SameOrBefore`, `SameOrAfter`, `Meets…`, `Overlaps…`, `Starts`, `Ends`,
    /// `Contains`, `In`, `Includes`, `IncludedIn` and their proper forms.
    static let intervalComparing = OperatorGroup { unit in
        pointTypes(unit).flatMap { type in
            relations(type, unit) + memberships(type, unit) + inclusions(type, unit)
        }
    }

    private static func pointTypes(_ unit: CalendarUnit?) -> [DataType] {
        switch unit {
        case nil: [.variable("T")]
        case .week?: []
        case .year?, .month?, .day?: [.date, .dateTime]
        default: [.dateTime, .time]
        }
    }

    /// The relations that also hold between a point and an interval.
    private static let pointRelations: Set<Operators.IntervalRelation> = [
        .before, .after, .sameOrBefore, .sameOrAfter,
    ]

    private static func relations(
        _ type: DataType,
        _ unit: CalendarUnit?
    ) -> [OperatorOverload] {
        let interval = DataType.interval(type)
        return Operators.IntervalRelation.allCases.flatMap { relation in
            let signatures =
                pointRelations.contains(relation)
                ? [[interval, interval], [type, interval], [interval, type]]
                : [[interval, interval]]
            return signatures.map { parameters in
                OperatorOverload(
                    relation.rawValue,
                    parameters,
                    .boolean,
                    .binary { operators, a, b in
                        guard let left = bounds(a), let right = bounds(b) else { return .null }
                        return Value(operators.holds(relation, left, right, unit))
                    }
                )
            }
        }
    }

    private static func bounds(_ value: Value) -> IntervalBounds? {
        switch value {
        case .null: nil
        case .interval(let interval): IntervalBounds(interval)
        default: IntervalBounds(point: value)
        }
    }

    private typealias Membership = @Sendable (Operators, Interval, Value) -> Bool?
    private typealias Inclusion = @Sendable (Operators, Interval, Interval) -> Bool?

    private static func memberships(
        _ type: DataType,
        _ unit: CalendarUnit?
    ) -> [OperatorOverload] {
        let contains: Membership = { $0.contains($1, $2, to: unit) }
        let properlyContains: Membership = { $0.properlyContains($1, $2, to: unit) }
        return membership("Contains", "In", type, contains)
            + membership("ProperContains", "ProperIn", type, properlyContains)
    }

    /// An operator and its reverse; a `null` interval contains nothing.
    private static func membership(
        _ name: String,
        _ reverse: String,
        _ type: DataType,
        _ function: @escaping Membership
    ) -> [OperatorOverload] {
        [
            OperatorOverload(
                name,
                [.interval(type), type],
                .boolean,
                .binary { operators, a, b throws(EvaluationError) in
                    guard let interval = try argument(a, name) else { return .boolean(false) }
                    return Value(function(operators, interval, b))
                }
            ),
            OperatorOverload(
                reverse,
                [type, .interval(type)],
                .boolean,
                .binary { operators, a, b throws(EvaluationError) in
                    guard let interval = try argument(b, reverse) else { return .boolean(false) }
                    return Value(function(operators, interval, a))
                }
            ),
        ]
    }

    private static func inclusions(
        _ type: DataType,
        _ unit: CalendarUnit?
    ) -> [OperatorOverload] {
        let includes: Inclusion = { $0.includes($1, $2, to: unit) }
        let properlyIncludes: Inclusion = { $0.properlyIncludes($1, $2, to: unit) }
        return [
            inclusion("Includes", type, includes),
            inclusion("IncludedIn", type) { includes($0, $2, $1) },
            inclusion("ProperIncludes", type, properlyIncludes),
            inclusion("ProperIncludedIn", type) { properlyIncludes($0, $2, $1) },
        ]
    }

    private static func inclusion(
        _ name: String,
        _ type: DataType,
        _ function: @escaping Inclusion
    ) -> OperatorOverload {
        OperatorOverload(
            name,
            [.interval(type), .interval(type)],
            .boolean,
            .binary { operators, a, b throws(EvaluationError) in
                guard let left = try argument(a, name), let right = try argument(b, name) else {
                    return .null
                }
                return Value(function(operators, left, right))
            }
        )
    }
}
