import UnitsOfMeasure

extension Operators {
    /// CQL `collapse`: the least set of intervals that covers the same points, sorted.
    ///
    /// Intervals are joined when they overlap or meet, or, with `per`, when less than a step lies
    /// between them. Intervals with an unknown end are left out together with `null`.
    ///
    /// - Throws: `typeMismatch` for lists with anything but intervals.
    public func collapse(
        _ list: [Value],
        per: Quantity? = nil
    ) throws(EvaluationError) -> [Value] {
        var intervals: [Interval] = []
        for element in list where !element.isNull {
            guard case .interval(let interval) = element else {
                throw .typeMismatch(operator: "Collapse")
            }
            let ends = (Self.start(of: interval), Self.end(of: interval))
            if !ends.0.isNull && !ends.1.isNull { intervals.append(interval) }
        }
        guard let type = intervals.first?.pointType else { return [] }
        let step: IntervalStep?
        if let per {
            step = IntervalStep(per, for: type)
        } else {
            step = IntervalStep(coarsestOf: intervals.flatMap { [$0.low, $0.high] })
        }
        return joined(sorted(intervals), step: step, isGiven: per != nil)
            .map { .interval($0) }
    }

    /// The intervals by their starts, then by their ends.
    private func sorted(_ intervals: [Interval]) -> [Interval] {
        let ends = intervals.map { (Self.start(of: $0), Self.end(of: $0)) }
        let places = intervals.indices.sorted { a, b in
            let starts = sortOrder(ends[a].0, ends[b].0)
            let order = starts != 0 ? starts : sortOrder(ends[a].1, ends[b].1)
            return order == 0 ? a < b : order < 0
        }
        return places.map { intervals[$0] }
    }

    private func joined(
        _ intervals: [Interval],
        step: IntervalStep?,
        isGiven: Bool
    ) -> [Interval] {
        var result: [Interval] = []
        for interval in intervals {
            guard let last = result.last, areJoined(last, interval, step, isGiven) else {
                result.append(interval)
                continue
            }
            let (end, other) = (Self.end(of: last), Self.end(of: interval))
            let isLater = compare(other, end).isGreater == true
            result[result.count - 1] = Interval(
                Self.start(of: last),
                isLater ? other : end,
                pointType: last.pointType
            )
        }
        return result
    }

    private func areJoined(
        _ first: Interval,
        _ second: Interval,
        _ step: IntervalStep?,
        _ isGiven: Bool
    ) -> Bool {
        let (a, b) = (IntervalBounds(first), IntervalBounds(second))
        let precision = step?.precision
        // Months that overlap do so whatever the step, also where days are not known.
        if holds(.overlaps, a, b, nil) == true { return true }
        if holds(.overlaps, a, b, precision) == true { return true }
        if holds(.meetsBefore, a, b, precision) == true { return true }
        guard isGiven, let step else { return false }
        switch step {
        case .calendar(let count, let unit):
            let gap = try? difference(unit, from: a.end.value, to: b.start.value)
            guard case .integer(let units)? = gap else { return false }
            return Int64(units) <= count
        case .number(let number):
            let reach = try? Self.add(a.end.value, .decimal(number))
            return reach.map { compare(b.start.value, $0).isLessOrEqual == true } ?? false
        case .quantity(let quantity):
            let reach = try? Self.add(a.end.value, .quantity(quantity))
            return reach.map { compare(b.start.value, $0).isLessOrEqual == true } ?? false
        }
    }
}
