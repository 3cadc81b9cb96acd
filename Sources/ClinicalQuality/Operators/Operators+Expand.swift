import UnitsOfMeasure

extension Operators {
    /// The most intervals or points that `expand` makes.
    static let greatestExpansion = 1_000_000

    /// CQL `expand` on a list: all intervals of the size `per` in the intervals of the list.
    ///
    /// Without `per`, one unit of the least precise end. Overlapping intervals are joined first;
    /// intervals with an unknown end, and those known less precisely than `per`, add nothing. Nil
    /// when `per` does not fit the points.
    ///
    /// - Throws: `limitExceeded` for more than a million intervals.
    public func expand(
        _ list: [Value],
        per: Quantity? = nil
    ) throws(EvaluationError) -> [Value]? {
        try steps(list, per) { first, last in
            .interval(Interval(first, last))
        }
    }

    /// CQL `expand` on an interval: the first points of the intervals of the size `per` in it.
    ///
    /// - Throws: As for a list.
    public func expand(
        _ interval: Interval,
        per: Quantity? = nil
    ) throws(EvaluationError) -> [Value]? {
        try steps([.interval(interval)], per) { first, _ in first }
    }

    private func steps(
        _ list: [Value],
        _ per: Quantity?,
        _ make: (Value, Value) -> Value
    ) throws(EvaluationError) -> [Value]? {
        let intervals = try collapse(list)
        var ends: [Value] = []
        var type = DataType.any
        for case .interval(let interval) in intervals {
            ends += [Self.start(of: interval), Self.end(of: interval)]
            type = interval.pointType
        }
        guard !ends.isEmpty else { return [] }
        let step: IntervalStep?
        if let per {
            step = IntervalStep(per, for: type)
        } else {
            step = IntervalStep(coarsestOf: ends)
        }
        guard let step else { return nil }
        var result: [Value] = []
        for case .interval(let interval) in intervals {
            // A closed null end is the end of the domain: nobody wants all those points.
            if interval.low.isNull || interval.high.isNull { continue }
            let (start, end) = (Self.start(of: interval), Self.end(of: interval))
            switch step {
            case .calendar(let count, let unit):
                try append(from: start, to: end, count, unit, &result, make)
            case .number(let number):
                guard let low = start.number, let high = end.number else { return nil }
                try append(from: low, to: high, number, &result) { first, last in
                    make(Self.point(first, like: start), Self.point(last, like: start))
                }
            case .quantity(let quantity):
                guard case .quantity(let low) = start, case .quantity(let high) = end,
                    let first = Self.value(of: low, in: quantity.unit),
                    let last = Self.value(of: high, in: quantity.unit)
                else { return nil }
                try append(from: first, to: last, quantity.value, &result) { first, last in
                    make(
                        .quantity(Quantity(first, quantity.unit)),
                        .quantity(Quantity(last, quantity.unit))
                    )
                }
            }
        }
        return result
    }

    /// A whole number stays an Integer or Long where the interval has these.
    private static func point(_ number: ExactDecimal, like model: Value) -> Value {
        guard number.scale == 0, let whole = number.asInt64 else { return .decimal(number) }
        switch model {
        case .integer: return Int32(exactly: whole).map { .integer($0) } ?? .decimal(number)
        case .long: return .long(whole)
        default: return .decimal(number)
        }
    }

    private func append(
        from low: ExactDecimal,
        to high: ExactDecimal,
        _ step: ExactDecimal,
        _ result: inout [Value],
        _ make: (ExactDecimal, ExactDecimal) -> Value
    ) throws(EvaluationError) {
        let scale = step.scale
        let unit = ExactDecimal(uncheckedCoefficient: 1, scale: scale)
        do {
            var first = try low.rounded(toScale: scale, .towardZero).adding(
                ExactDecimal(uncheckedCoefficient: 0, scale: scale)
            )
            // 10 known to whole numbers reaches up to 10.9 when counted in tenths.
            var end = high.rounded(toScale: scale, .towardZero)
            if high.scale < scale {
                let own = ExactDecimal(uncheckedCoefficient: 1, scale: high.scale)
                end = try high.adding(own).subtracting(unit)
            }
            let length = try step.subtracting(unit)
            var last = try first.adding(length)
            while last <= end {
                try Self.checkExpansion(result.count)
                result.append(make(first, last))
                first = try first.adding(step)
                last = try first.adding(length)
            }
        } catch let error as EvaluationError {
            throw error
        } catch {
            throw .overflow(operator: "Expand")
        }
    }

    private func append(
        from low: Value,
        to high: Value,
        _ count: Int64,
        _ unit: CalendarUnit,
        _ result: inout [Value],
        _ make: (Value, Value) -> Value
    ) throws(EvaluationError) {
        let (size, precision) = unit == .week ? (count * 7, CalendarUnit.day) : (count, unit)
        guard Self.precision(of: low) >= precision, Self.precision(of: high) >= precision else {
            return
        }
        let start = Self.truncated(low, to: precision)
        let end = Self.truncated(high, to: precision)
        var previous: Value?
        var offset: Int64 = 0
        while let first = Self.stepped(start, offset, precision),
            let last = Self.stepped(start, offset + size - 1, precision)
        {
            // A time of day begins again at midnight, which is where the steps end.
            let isAhead = previous.map { compare($0, first).isLess == true } ?? true
            guard isAhead, compare(first, last).isLessOrEqual == true,
                compare(last, end).isLessOrEqual == true
            else { break }
            try Self.checkExpansion(result.count)
            result.append(make(first, last))
            previous = first
            offset += size
        }
    }

    private static func stepped(_ value: Value, _ count: Int64, _ unit: CalendarUnit) -> Value? {
        let quantity = Quantity(ExactDecimal(count), .calendar(unit))
        return try? move(value, by: quantity, 1, operator: "Expand")
    }

    private static func checkExpansion(_ count: Int) throws(EvaluationError) {
        guard count < greatestExpansion else {
            throw .limitExceeded(what: "the result of expand")
        }
    }

    static func precision(of value: Value) -> CalendarUnit {
        switch value {
        case .date(let date): date.precision
        case .dateTime(let moment): moment.precision
        case .time(let time): time.precision
        default: .year
        }
    }
}
