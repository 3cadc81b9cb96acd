import Testing
import UnitsOfMeasure

struct DecimalTextTests {
    @Test(arguments: [
        ("0", "0"), ("7", "7"), ("-12.50", "-12.50"), ("1.50", "1.50"), ("0.05", "0.05"),
        ("-0.5", "-0.5"), ("007", "7"), ("-0", "0"), ("0.00", "0.00"),
        ("1.25e-3", "0.00125"), ("1e3", "1000"), ("1.50e1", "15.0"), ("1E+2", "100"),
        ("100000e-2", "1000.00"), ("12e0", "12"),
        ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
        (
            "170141183460469231731687303715884105727",
            "170141183460469231731687303715884105727"
        ),
    ])
    func `a number prints with the decimals it was written with`(
        text: String,
        printed: String
    ) throws {
        #expect(try decimal(text).description == printed)
    }

    @Test(arguments: [
        "", "-", "+1", ".5", "5.", "1e", "1e+", "1.2.3", "--1", "0x1", "1_000", "1,5", " 1", "1 ",
        "nan", "inf", "１", "1e1.5", "e5", "1e5e5", "-.5",
    ])
    func `anything but a plain decimal is malformed`(text: String) {
        #expect(ExactDecimal(text) == nil)
        #expect(throws: DecimalError.malformed) { try decimal(text) }
    }

    @Test(arguments: [
        "170141183460469231731687303715884105728", "1e39", "1e-29",
        "1.00000000000000000000000000000000000000001", "1e99999999999999999999",
        "1e-99999999999999999999", "100000000000000000000000000000000000000001",
        "-999999999999999999999999999999999999999",
    ])
    func `a number that cannot be kept exactly is an overflow`(text: String) {
        #expect(throws: DecimalError.overflow) { try decimal(text) }
    }

    @Test(arguments: [
        ("10e-29", "0.0000000000000000000000000001"),
        ("1.0000000000000000000000000000000000000", "1.0000000000000000000000000000"),
        ("0e-99999999999999999999", "0.0000000000000000000000000000"),
        ("0e99999999999999999999", "0"),
    ])
    func `zeros beyond the kept decimals are no loss`(text: String, printed: String) throws {
        #expect(try decimal(text).description == printed)
    }

    @Test func `a text of a million digits is refused or read in a moment`() throws {
        let zeros = String(repeating: "0", count: 1_000_000)
        #expect(try decimal(zeros + "7") == 7)
        #expect(throws: DecimalError.overflow) { try decimal("7" + zeros) }
    }

    @Test func `every number is read back from its text`() throws {
        var generator = FixedGenerator(seed: 1)
        for _ in 0..<2_000 {
            let value = generator.decimal(digits: 38, scale: 28)
            let read = try decimal(value.description)
            #expect(read == value)
            #expect(read.scale == value.scale)
        }
    }

    @Test(arguments: [
        ("0.1", 0.1), ("-12.5", -12.5), ("1e20", 1e20), ("0.0000000000000000000000000001", 1e-28),
        ("123456789012345678901234567890", 123456789012345678901234567890.0),
    ])
    func `the binary value is the nearest one`(text: String, value: Double) throws {
        #expect(try decimal(text).doubleValue == value)
    }

    @Test(arguments: [
        (0.1, 28, "0.1"), (1e-7, 28, "0.0000001"), (1e22, 0, "10000000000000000000000"),
        (-2.5, 0, "-3"), (2.675, 2, "2.68"), (1e-40, 28, "0"), (0, 3, "0.0"),
    ])
    func `a binary value is taken for the shortest decimal that stands for it`(
        value: Double,
        scale: Int,
        printed: String
    ) throws {
        #expect(try ExactDecimal(value, scale: scale) == decimal(printed))
    }

    @Test func `a binary value without a number is refused`() {
        #expect(throws: DecimalError.malformed) { try ExactDecimal(.nan, scale: 8) }
        #expect(throws: DecimalError.overflow) { try ExactDecimal(.infinity, scale: 8) }
        #expect(throws: DecimalError.overflow) { try ExactDecimal(1e39, scale: 8) }
        #expect(throws: DecimalError.overflow) { try ExactDecimal(1, scale: 29) }
    }
}
