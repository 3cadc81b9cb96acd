import Testing
import UnitsOfMeasure

struct DecimalArithmeticTests {
    @Test func `equal numbers of different scale are equal and have one hash`() throws {
        let values = try ["1.5", "1.50", "1.500000000000000000000000000"].map(decimal)
        #expect(Set(values).count == 1)
        #expect(try decimal("0.00") == decimal("0"))
        #expect(try Set([decimal("0.00"), decimal("0")]).count == 1)
        #expect(try decimal("1.5") != decimal("1.51"))
    }

    @Test(arguments: [
        ("1", "2"), ("-2", "-1"), ("-1", "0"), ("1.49", "1.5"), ("-1.5", "1.49"), ("0.9", "1.00"),
        ("170141183460469231731687303715884105726", "170141183460469231731687303715884105727"),
        ("0.0000000000000000000000000001", "170141183460469231731687303715884105727"),
        ("-170141183460469231731687303715884105727", "-0.0000000000000000000000000001"),
    ])
    func `order is that of the numbers and never overflows`(less: String, more: String) throws {
        let (small, great) = (try decimal(less), try decimal(more))
        #expect(small < great)
        #expect(!(great < small))
        #expect(small.compared(to: great) == -1)
        #expect(great.compared(to: small) == 1)
        #expect(great.compared(to: great) == 0)
    }

    @Test(arguments: [
        ("1.5", "2.25", "3.75"), ("1.50", "1.5", "3.00"), ("-1", "0.1", "-0.9"),
        ("99999999999999999999.99999999", "0.00000001", "100000000000000000000.00000000"),
    ])
    func `a sum has the greater scale`(left: String, right: String, sum: String) throws {
        #expect(try decimal(left).adding(decimal(right)).description == sum)
        #expect(try decimal(right).adding(decimal(left)).description == sum)
        #expect(try decimal(sum).subtracting(decimal(right)) == decimal(left))
    }

    @Test(arguments: [
        ("1.5", "2", "3.0"), ("-1.5", "0.20", "-0.300"), ("0", "5.00", "0.00"),
    ])
    func `a product has the sum of the scales`(
        left: String,
        right: String,
        product: String
    ) throws {
        #expect(try decimal(left).multiplied(by: decimal(right)).description == product)
    }

    @Test func `a product of great numbers is exact`() throws {
        let left = try decimal("12345678901234567890")
        let right = try decimal("9876543210987654321")
        let product = "121932631137021795223746380111126352690"
        #expect(try left.multiplied(by: right).description == product)
    }

    @Test func `a product beyond 28 decimals gives up zeros but no digit`() throws {
        let tiny = try decimal("0.00000000000000000010")
        #expect(try tiny.multiplied(by: decimal("0.0000000010")).scale == 28)
        #expect(throws: DecimalError.overflow) { try tiny.multiplied(by: tiny) }
        #expect(try tiny.multiplied(by: tiny, scale: 28).isZero)
        #expect(
            try tiny.multiplied(by: tiny, scale: 28, .up)
                == decimal("0.0000000000000000000000000001")
        )
    }

    @Test(arguments: [
        ("1", "3", 8, "0.33333333"), ("2", "3", 8, "0.66666667"), ("10", "4", 8, "2.5"),
        ("-2", "3", 0, "-1"), ("1", "8", 2, "0.13"), ("-1", "8", 2, "-0.13"), ("0", "7", 8, "0"),
        ("106", "88.4", 8, "1.19909502"), ("1", "3", 28, "0.3333333333333333333333333333"),
        ("0.0000000000000000000000000001", "170141183460469231731687303715884105727", 28, "0"),
        ("1", "0.0000000000000000000000000001", 0, "10000000000000000000000000000"),
        ("99999999999999999999.99999999", "0.5", 8, "199999999999999999999.99999998"),
    ])
    func `a quotient is rounded once and without trailing zeros`(
        dividend: String,
        divisor: String,
        scale: Int,
        quotient: String
    ) throws {
        let result = try decimal(dividend).divided(by: decimal(divisor), scale: scale)
        #expect(result.description == quotient)
    }

    @Test func `division by zero and overflow are reported`() throws {
        let greatest = try decimal("170141183460469231731687303715884105727")
        #expect(throws: DecimalError.divisionByZero) {
            try decimal("1").divided(by: decimal("0.00"), scale: 8)
        }
        #expect(throws: DecimalError.divisionByZero) {
            try decimal("1").quotientAndRemainder(dividingBy: 0)
        }
        #expect(throws: DecimalError.overflow) { try greatest.adding(1) }
        #expect(throws: DecimalError.overflow) { try greatest.negated.subtracting(1) }
        #expect(throws: DecimalError.overflow) { try greatest.multiplied(by: 2) }
        #expect(throws: DecimalError.overflow) { try greatest.multiplied(by: greatest, scale: 0) }
        #expect(throws: DecimalError.overflow) {
            try greatest.divided(by: decimal("0.1"), scale: 0)
        }
        #expect(throws: DecimalError.overflow) { try ExactDecimal(coefficient: 1, scale: 29) }
        #expect(throws: DecimalError.overflow) { try ExactDecimal(coefficient: 1, scale: -1) }
        #expect(throws: DecimalError.overflow) { try ExactDecimal(coefficient: .min, scale: 0) }
        #expect(ExactDecimal(exactly: UInt128.max) == nil)
    }

    @Test(arguments: [
        ("7.5", "2", "3", "1.5"), ("-7.5", "2", "-3", "-1.5"), ("7.5", "-2", "-3", "1.5"),
        ("1", "0.3", "3", "0.1"),
    ])
    func `an integer quotient is toward zero and the remainder makes it whole`(
        dividend: String,
        divisor: String,
        quotient: String,
        remainder: String
    ) throws {
        let parts = try decimal(dividend).quotientAndRemainder(dividingBy: decimal(divisor))
        #expect(try parts.quotient == decimal(quotient))
        #expect(try parts.remainder == decimal(remainder))
    }

    @Test(arguments: [
        (RoundingRule.halfAwayFromZero, ["3", "-3", "3", "2", "-2"]),
        (.halfToEven, ["2", "-2", "3", "2", "-2"]),
        (.halfUp, ["3", "-2", "3", "2", "-2"]),
        (.towardZero, ["2", "-2", "2", "2", "-2"]),
        (.awayFromZero, ["3", "-3", "3", "3", "-3"]),
        (.down, ["2", "-3", "2", "2", "-3"]),
        (.up, ["3", "-2", "3", "3", "-2"]),
    ])
    func `each rounding rule does what it says`(rule: RoundingRule, rounded: [String]) throws {
        let values = try ["2.5", "-2.5", "2.6", "2.4", "-2.4"].map(decimal)
        #expect(try values.map { $0.rounded(toScale: 0, rule) } == rounded.map(decimal))
        let one = ExactDecimal.one
        for (value, result) in zip(values, rounded) {
            #expect(try value.divided(by: one, scale: 0, rule) == decimal(result))
            #expect(try value.multiplied(by: one, scale: 0, rule) == decimal(result))
        }
    }

    @Test func `a number of few decimals is not touched by rounding`() throws {
        #expect(try decimal("1.50").rounded(toScale: 5).description == "1.50")
        #expect(try decimal("1.996").rounded(toScale: 2).description == "2.00")
    }

    @Test(arguments: [("12.99", 12), ("-12.99", -12), ("0.5", 0), ("-0.5", 0), ("8", 8)])
    func `truncation is toward zero`(text: String, whole: Int) throws {
        #expect(try decimal(text).truncated == ExactDecimal(whole))
        #expect(try decimal(text).integerPart == Int128(whole))
    }

    @Test func `an integer is had only from a whole number that fits`() throws {
        #expect(try decimal("12.00").asInt64 == 12)
        #expect(try decimal("12.01").asInt64 == nil)
        #expect(try decimal("9223372036854775807").asInt64 == .max)
        #expect(try decimal("9223372036854775808").asInt64 == nil)
    }

    @Test func `a decimal is small in memory`() {
        #expect(MemoryLayout<ExactDecimal>.stride <= 32)
    }
}

struct DecimalPropertyTests {
    @Test func `addition and subtraction undo one another`() throws {
        var generator = FixedGenerator(seed: 2)
        for _ in 0..<2_000 {
            let a = generator.decimal(digits: 18, scale: 10)
            let b = generator.decimal(digits: 18, scale: 10)
            #expect(try a.adding(b).subtracting(b) == a)
            #expect(try a.subtracting(b) == b.subtracting(a).negated)
            #expect(try (a < b) == a.subtracting(b).isNegative)
        }
    }

    @Test func `multiplication is associative and distributes over addition`() throws {
        var generator = FixedGenerator(seed: 3)
        for _ in 0..<2_000 {
            let a = generator.decimal(digits: 11, scale: 6)
            let b = generator.decimal(digits: 11, scale: 6)
            let c = generator.decimal(digits: 11, scale: 6)
            let left = try a.multiplied(by: b).multiplied(by: c)
            #expect(try left == a.multiplied(by: b.multiplied(by: c)))
            let sum = try a.multiplied(by: b).adding(a.multiplied(by: c))
            #expect(try a.multiplied(by: b.adding(c)) == sum)
        }
    }

    @Test func `division undoes multiplication`() throws {
        var generator = FixedGenerator(seed: 4)
        for _ in 0..<2_000 {
            let a = generator.decimal(digits: 18, scale: 8)
            let b = generator.decimal(digits: 18, scale: 8)
            guard !b.isZero else { continue }
            #expect(try a.multiplied(by: b).divided(by: b, scale: 16) == a)
        }
    }

    @Test func `a quotient differs from the true one by half a unit at most`() throws {
        var generator = FixedGenerator(seed: 5)
        for _ in 0..<2_000 {
            let a = generator.decimal(digits: 12, scale: 4)
            let b = generator.decimal(digits: 12, scale: 4)
            guard !b.isZero else { continue }
            let error = try a.divided(by: b, scale: 6).multiplied(by: b).subtracting(a).magnitude
            let bound = try b.magnitude.multiplied(by: decimal("0.0000005"))
            #expect(error <= bound)
        }
    }

    @Test func `rounding goes to a neighbor and nowhere twice`() throws {
        var generator = FixedGenerator(seed: 6)
        let step = try decimal("0.001")
        for _ in 0..<1_000 {
            let value = generator.decimal(digits: 30, scale: 20)
            for rule in RoundingRule.allCases {
                let rounded = value.rounded(toScale: 3, rule)
                #expect(try rounded.subtracting(value).magnitude < step)
                #expect(rounded.rounded(toScale: 3, rule) == rounded)
            }
        }
    }
}
