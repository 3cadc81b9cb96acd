import ClinicalQuality
import Testing
import UnitsOfMeasure

/// Laws that hold for all values, tried on values from a generator with a fixed seed.
struct OperatorsPropertyTests {
    /// SplitMix64: the same values on every machine.
    private struct Generator {
        var state: UInt64

        mutating func next(_ range: ClosedRange<Int>) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var bits = state
            bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
            bits ^= bits >> 31
            return range.lowerBound + Int(bits % UInt64(range.count))
        }

        mutating func date() throws -> CalendarDate {
            let (year, month) = (next(1890...2110), next(1...12))
            switch next(0...9) {
            case 0: return try CalendarDate(year: year)
            case 1: return try CalendarDate(year: year, month: month)
            // Days that some months do not have are the ones that matter.
            case 2:
                return try CalendarDate(year: year / 4 * 4, month: 2, day: year == 1900 ? 28 : 27)
            default: return try CalendarDate(year: year, month: month, day: next(1...28))
            }
        }

        mutating func fullDate() throws -> CalendarDate {
            while true {
                let (year, month, day) = (next(1890...2110), next(1...12), next(1...31))
                if let date = try? CalendarDate(year: year, month: month, day: day) { return date }
            }
        }

        mutating func dateTime() throws -> DateTime {
            let date = try fullDate()
            let offset = next(0...2) == 0 ? nil : next(-14...14) * 60
            let precision = next(0...3)
            return try DateTime(
                year: date.year,
                month: date.month,
                day: date.day,
                hour: next(0...23),
                minute: precision > 0 ? next(0...59) : nil,
                second: precision > 1 ? next(0...59) : nil,
                millisecond: precision > 2 ? next(0...999) : nil,
                offsetMinutes: offset
            )
        }
    }

    @Test func `a duration in years is the greatest number of years that can be added`() throws {
        var generator = Generator(state: 1)
        let operators = try operators()
        for _ in 0..<5000 {
            let (a, b) = (try generator.fullDate(), try generator.fullDate())
            guard Operators.compare(a, b).isLessOrEqual == true else { continue }
            let years = try operators.duration(.year, from: .date(a), to: .date(b))
            guard case .integer(let count) = years else {
                Issue.record("a duration between full dates is a number")
                return
            }
            let reached = try added(a, count)
            let beyond = try added(a, count + 1)
            #expect(operators.compare(reached, .date(b)).isLessOrEqual == true)
            #expect(operators.compare(beyond, .date(b)).isGreater == true)
        }
    }

    private func added(_ date: CalendarDate, _ years: Int32) throws -> Value {
        try Operators.add(
            .date(date),
            .quantity(Quantity(ExactDecimal(years), .calendar(.year)))
        )
    }

    @Test func `moving by days and counting the days are inverse`() throws {
        var generator = Generator(state: 2)
        let operators = try operators()
        for _ in 0..<5000 {
            let date = Value.date(try generator.fullDate())
            let days = generator.next(-50_000...50_000)
            let quantity = Value.quantity(Quantity(ExactDecimal(days), .calendar(.day)))
            let moved = try Operators.add(date, quantity)
            let counted = try operators.duration(.day, from: date, to: moved)
            #expect(counted.description == String(days))
            let back = try Operators.subtract(moved, quantity)
            #expect(operators.equal(back, date) == true)
        }
    }

    @Test func `comparing is antisymmetric and transitive as far as it is known`() throws {
        var generator = Generator(state: 3)
        let operators = try operators()
        for _ in 0..<5000 {
            let values = try (0..<3).map { _ in
                generator.next(0...1) == 0
                    ? Value.date(try generator.date()) : Value.dateTime(try generator.dateTime())
            }
            let (a, b, c) = (values[0], values[1], values[2])
            #expect(operators.compare(a, b) == operators.compare(b, a).reversed)
            if operators.compare(a, b) == .less && operators.compare(b, c) == .less {
                #expect(operators.compare(a, c) == .less)
            }
            #expect(operators.sortOrder(a, b) == -operators.sortOrder(b, a))
            // What is known to be less is sorted before.
            if operators.compare(a, b) == .less { #expect(operators.sortOrder(a, b) < 0) }
        }
    }

    @Test func `the order for sorting is total for any mixture of values`() throws {
        var generator = Generator(state: 7)
        let operators = try operators()
        let units = ["'g'", "'kg'", "'mg'", "'m'", "'1'", "'s'", "days", "months", "years", ""]
        for _ in 0..<5000 {
            let values = try (0..<3).map { _ in
                let number = generator.next(-3...3)
                let unit = units[generator.next(0...(units.count - 1))]
                return try LiteralReader.value("\(number) \(unit)")
            }
            let orders = [(0, 1), (1, 2), (0, 2)].map { place in
                operators.sortOrder(values[place.0], values[place.1])
            }
            if orders[0] <= 0 && orders[1] <= 0 { #expect(orders[2] <= 0) }
            if orders[0] >= 0 && orders[1] >= 0 { #expect(orders[2] >= 0) }
            #expect(orders[0] == -operators.sortOrder(values[1], values[0]))
        }
    }

    @Test func `a text that was printed reads as the same value`() throws {
        var generator = Generator(state: 4)
        for _ in 0..<5000 {
            let date = try generator.date()
            #expect(try CalendarDate(date.description) == date)
            let moment = try generator.dateTime()
            #expect(try DateTime(moment.description) == moment)
            let number = ExactDecimal(
                uncheckedCoefficient: Int128(generator.next(-1_000_000...1_000_000)),
                scale: generator.next(1...8)
            )
            let text = Operators.toString(.decimal(number))
            #expect(Operators.toDecimal(text).description == Value.decimal(number).description)
        }
    }

    @Test func `an uncertainty contains every duration that is possible`() throws {
        var generator = Generator(state: 5)
        let operators = try operators()
        for _ in 0..<2000 {
            let partial = try generator.date()
            let full = Value.date(try generator.fullDate())
            for unit in [CalendarUnit.year, .month, .day] {
                let known = try operators.duration(unit, from: .date(partial), to: full)
                for day in [1, 15, 28] {
                    let possible = try CalendarDate(
                        year: partial.year,
                        month: partial.month ?? generator.next(1...12),
                        day: partial.day ?? day
                    )
                    let count = try operators.duration(unit, from: .date(possible), to: full)
                    #expect(operators.compare(known, count).isEqual != false)
                }
            }
        }
    }

    @Test func `intervals that overlap intersect and others do not`() throws {
        var generator = Generator(state: 6)
        let operators = try operators()
        for _ in 0..<5000 {
            let ends = (0..<4).map { _ in Value.integer(Int32(generator.next(-5...5))) }
            let closed = (0..<4).map { _ in generator.next(0...1) == 0 }
            guard
                let first = try? operators.interval(
                    ends[0],
                    ends[1],
                    lowClosed: closed[0],
                    highClosed: closed[1]
                ),
                let second = try? operators.interval(
                    ends[2],
                    ends[3],
                    lowClosed: closed[2],
                    highClosed: closed[3]
                ),
                case .interval(let a) = first, case .interval(let b) = second
            else { continue }
            // Counting the points is slow and certain.
            let common = (Int32(-6)...6).filter { number in
                operators.contains(a, .integer(number)) == true
                    && operators.contains(b, .integer(number)) == true
            }
            #expect(operators.holds(.overlaps, a, b) == !common.isEmpty)
            let intersection = operators.intersect(a, b)
            let expected = common.first.flatMap { low in
                common.last.map { high in "Interval[\(low), \(high)]" }
            }
            #expect(intersection.description == expected ?? "null")
            #expect(operators.includes(a, b) == (points(of: b, operators) == common))
        }
    }

    private func points(of interval: Interval, _ operators: Operators) -> [Int32] {
        (Int32(-6)...6).filter { operators.contains(interval, .integer($0)) == true }
    }
}
