import UnitsOfMeasure

extension Operators {
    /// CQL `Date(year, month, day)`; `null` when the year is `null`.
    ///
    /// - Throws: `invalidArgument` when there is no such date, or a finer component is given
    ///   without the coarser one.
    public static func date(_ components: [Value]) throws(EvaluationError) -> Value {
        let parts = try integers(components, operator: "Date")
        guard let year = parts[0] else {
            return try nothing(parts, operator: "Date")
        }
        do {
            return .date(try CalendarDate(year: year, month: part(parts, 1), day: part(parts, 2)))
        } catch {
            throw .invalidArgument(operator: "Date", reason: error.description)
        }
    }

    /// CQL `DateTime(year, …, millisecond, timezoneOffset)`; `null` when all are `null`.
    ///
    /// - Throws: As `date`.
    public static func dateTime(_ components: [Value]) throws(EvaluationError) -> Value {
        let parts = try integers(Array(components.prefix(7)), operator: "DateTime")
        guard let year = parts[0] else {
            return try nothing(parts, operator: "DateTime")
        }
        var offset: Int?
        if components.count == 8, let hours = components[7].number {
            let minutes = (try? hours.multiplied(by: 60))?.rounded(toScale: 0).asInt64
            // What is no number of minutes is no offset either.
            offset = minutes.map { Int(clamping: $0) } ?? .max
        }
        do {
            return .dateTime(
                try DateTime(
                    year: year,
                    month: part(parts, 1),
                    day: part(parts, 2),
                    hour: part(parts, 3),
                    minute: part(parts, 4),
                    second: part(parts, 5),
                    millisecond: part(parts, 6),
                    offsetMinutes: offset
                )
            )
        } catch {
            throw .invalidArgument(operator: "DateTime", reason: error.description)
        }
    }

    /// CQL `Time(hour, minute, second, millisecond)`; `null` when all are `null`.
    ///
    /// - Throws: As `date`.
    public static func time(_ components: [Value]) throws(EvaluationError) -> Value {
        let parts = try integers(components, operator: "Time")
        guard let hour = parts[0] else {
            return try nothing(parts, operator: "Time")
        }
        do {
            return .time(
                try TimeOfDay(
                    hour: hour,
                    minute: part(parts, 1),
                    second: part(parts, 2),
                    millisecond: part(parts, 3)
                )
            )
        } catch {
            throw .invalidArgument(operator: "Time", reason: error.description)
        }
    }

    private static func part(_ parts: [Int?], _ index: Int) -> Int? {
        index < parts.count ? parts[index] : nil
    }

    private static func integers(
        _ values: [Value],
        operator name: String
    ) throws(EvaluationError) -> [Int?] {
        var result: [Int?] = []
        for value in values {
            guard value.isNull || value.int != nil else { throw .typeMismatch(operator: name) }
            result.append(value.int)
        }
        guard !result.isEmpty else { throw .typeMismatch(operator: name) }
        return result
    }

    /// The result without the coarsest component: `null` if no other is given either.
    private static func nothing(
        _ parts: [Int?],
        operator name: String
    ) throws(EvaluationError) -> Value {
        guard parts.allSatisfy({ $0 == nil }) else {
            throw .invalidArgument(
                operator: name,
                reason: TemporalError.componentMissing.description
            )
        }
        return .null
    }
}
