public import UnitsOfMeasure

extension Operators {
    /// CQL `~`: whether the values mean the same; never unknown, and `null ~ null` is true.
    public func equivalent(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.null, _), (_, .null): false
        case (.boolean(let a), .boolean(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.string(let a), .string(let b)): Self.equivalent(a, b)
        case (.code(let a), .code(let b)): a.isEquivalent(to: b)
        case (.concept(let a), .concept(let b)): a.isEquivalent(to: b)
        case (.concept(let a), .code(let b)): a.codes.contains { $0.isEquivalent(to: b) }
        case (.code(let a), .concept(let b)): b.codes.contains { $0.isEquivalent(to: a) }
        case (.quantity(let a), .quantity(let b)): Self.equivalent(a, b)
        case (.ratio(let a), .ratio(let b)): Self.equivalent(a, b)
        case (.list(let a), .list(let b)): equivalent(a, b)
        case (.tuple(let a), .tuple(let b)):
            a.names == b.names && equivalent(a.values, b.values)
        case (.interval(let a), .interval(let b)): equivalent(a, b)
        case (.instance(let a), .instance(let b)):
            a === b || (a.type == b.type && equivalent(a.elements, b.elements))
        default: equivalentOther(left, right)
        }
    }

    private func equivalentOther(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.valueSet(let a), .valueSet(let b)): return a.id == b.id && a.version == b.version
        case (.codeSystem(let a), .codeSystem(let b)):
            return a.id == b.id && a.version == b.version
        default:
            if let a = left.number, let b = right.number { return Self.equivalent(a, b) }
            return equal(left, right) == true
        }
    }

    /// Lists are equivalent when they have equivalent elements in the same order.
    public func equivalent(_ left: [Value], _ right: [Value]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { equivalent($0, $1) }
    }

    /// Intervals are equivalent when they begin and end at equivalent points.
    public func equivalent(_ left: Interval, _ right: Interval) -> Bool {
        equivalent(Self.start(of: left), Self.start(of: right))
            && equivalent(Self.end(of: left), Self.end(of: right))
    }

    /// Decimals are equivalent when they are the same after rounding both to the decimals of the
    /// one that has fewer; trailing zeros do not count.
    public static func equivalent(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
        let scale = min(left.normalized.scale, right.normalized.scale)
        return left.rounded(toScale: scale) == right.rounded(toScale: scale)
    }

    /// Strings are equivalent when they differ only in case and in the kind of white space.
    public static func equivalent(_ left: String, _ right: String) -> Bool {
        if left.utf8.elementsEqual(right.utf8) { return true }
        return normalized(left) == normalized(right)
    }

    static func normalized(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                result.append(" ")
                continue
            }
            // By way of the capital, so that both forms of a small sigma are one letter.
            for capital in scalar.properties.uppercaseMapping.unicodeScalars {
                result.append(contentsOf: capital.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(result)
    }

    /// Quantities are equivalent when their numbers are, in the same unit; a calendar year is then
    /// 12 months or 365 days, a month 30 days, and either is the UCUM unit of that name.
    public static func equivalent(_ left: Quantity, _ right: Quantity) -> Bool {
        if left.unit == right.unit { return equivalent(left.value, right.value) }
        if let (a, b) = commonScale(left, right) { return equivalent(a, b) }
        guard case .calendar(let leftUnit) = left.unit else {
            guard case .calendar = right.unit else { return false }
            return equivalent(right, left)
        }
        if case .calendar(let rightUnit) = right.unit {
            return equivalentDays(left.value, leftUnit, right.value, rightUnit)
        }
        // A year or month against a UCUM unit: `1 year ~ 1 'a'`.
        let unit = leftUnit == .year ? CalendarUnitCodes.year : CalendarUnitCodes.month
        guard let unit, let (a, b) = commonScale(Quantity(left.value, .ucum(unit)), right) else {
            return false
        }
        return equivalent(a, b)
    }

    private static func equivalentDays(
        _ left: ExactDecimal,
        _ leftUnit: CalendarUnit,
        _ right: ExactDecimal,
        _ rightUnit: CalendarUnit
    ) -> Bool {
        let perDay = CivilCalendar.millisecondsPerDay
        func nominal(_ unit: CalendarUnit) -> Int64 {
            unit.milliseconds ?? (unit == .year ? 365 : 30) * perDay
        }
        do {
            return equivalent(
                try left.multiplied(by: ExactDecimal(nominal(leftUnit))),
                try right.multiplied(by: ExactDecimal(nominal(rightUnit)))
            )
        } catch {
            return false
        }
    }

    /// Ratios are equivalent when they are the same proportion: `1:100 ~ 10:1000`.
    public static func equivalent(_ left: Ratio, _ right: Ratio) -> Bool {
        // a/b ~ c/d when a·d ~ c·b, with units compared pairwise so that no unit is multiplied.
        guard let (a, c) = commonScale(left.numerator, right.numerator),
            let (b, d) = commonScale(left.denominator, right.denominator)
        else { return equivalentAcross(left, right) }
        do {
            return try equivalent(a.multiplied(by: d), c.multiplied(by: b))
        } catch {
            return false
        }
    }

    /// Ratios whose numerators have another dimension can still be the same: `1 'mg':1 'mg'` and
    /// `1 'L':1 'L'`.
    private static func equivalentAcross(_ left: Ratio, _ right: Ratio) -> Bool {
        guard let (a, b) = commonScale(left.numerator, left.denominator),
            let (c, d) = commonScale(right.numerator, right.denominator)
        else { return false }
        do {
            return try equivalent(a.multiplied(by: d), c.multiplied(by: b))
        } catch {
            return false
        }
    }
}
