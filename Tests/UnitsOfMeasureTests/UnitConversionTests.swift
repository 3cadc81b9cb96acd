import Testing
import UnitsOfMeasure

struct UnitConversionTests {
    @Test(arguments: [
        ("6.3", "mm", "m", "0.0063"), ("1.50", "g", "mg", "1500"), ("1", "[in_i]", "cm", "2.54"),
        ("150", "10*3/uL", "10*9/L", "150"), ("150", "10*9/L", "/uL", "150000"),
        ("1.2", "mg/dL", "g/L", "0.012"), ("7.5", "g/dL", "g/L", "75"), ("1", "a", "d", "365.25"),
        ("1", "mo", "d", "30.4375"), ("70", "kg", "[lb_av]", "154.3235835294143065060816609"),
        ("1", "[lb_av]", "kg", "0.45359237"), ("120", "mm[Hg]", "kPa", "15.99864"),
        ("1", "/h", "/min", "0.0166666666666666666666666667"), ("0", "kg", "g", "0"),
        ("-5", "m", "cm", "-500"), ("1", "mol", "1", "602214076000000000000000"),
        ("0.01", "%", "1", "0.0001"), ("5", "k[iU]/L", "[IU]/mL", "5"), ("3", "wk", "d", "21"),
        ("1", "deg", "rad", "0.0174532925199432957692369077"), ("40", "U/L", "nkat/L", nil),
    ])
    func `a value is converted exactly, or to 28 digits`(
        value: String,
        from: String,
        to: String,
        result: String?
    ) throws {
        let (source, target) = (try UnitOfMeasure(from), try UnitOfMeasure(to))
        let converted = try UnitOfMeasure.convert(decimal(value), from: source, to: target)
        let wanted = result ?? "666.6666666666666666666666667"
        #expect(try converted == decimal(wanted))
        #expect(try UnitConversion(from: source, to: target)(decimal(value)) == converted)
    }

    @Test func `decimals are kept where the factor is a power of ten`() throws {
        let converted = try UnitOfMeasure.convert(
            decimal("1.50"),
            from: UnitOfMeasure("mg/dL"),
            to: UnitOfMeasure("mg/L")
        )
        #expect(converted.description == "15.0")
    }

    @Test(arguments: [
        ("37.0", "Cel", "[degF]", "98.6"), ("98.6", "[degF]", "Cel", "37"),
        ("38.5", "Cel", "K", "311.65"), ("0", "K", "Cel", "-273.15"),
        ("-40", "Cel", "[degF]", "-40"),
        ("80", "[degRe]", "Cel", "100"), ("37000", "mCel", "Cel", "37"),
        ("100", "[degF]", "Cel", nil),
        ("0", "[degF]", "K", "255.3722222222222222222222222"),
        ("451", "[degF]", "[degR]", "910.67"),
    ])
    func `temperatures are converted exactly`(
        value: String,
        from: String,
        to: String,
        result: String?
    ) throws {
        let converted = try UnitOfMeasure.convert(
            decimal(value),
            from: UnitOfMeasure(from),
            to: UnitOfMeasure(to)
        )
        #expect(try converted == decimal(result ?? "37.77777777777777777777777778"))
    }

    @Test(arguments: [
        ("7.4", "[pH]", "nmol/L", "39.8107170553497"), ("7", "[pH]", "mol/l", "0.0000001"),
        ("3", "B", "1", "1000"), ("30", "dB", "1", "1000"), ("1", "Np", "1", "2.71828182845905"),
        ("2", "B[V]", "V", "10"), ("60", "dB[SPL]", "Pa", "0.02"), ("10", "bit_s", "1", "1024"),
        ("2", "[hp'_X]", "1", "0.01"), ("1", "[hp'_C]", "1", "0.01"),
        ("1", "[hp'_M]", "1", "0.001"),
        ("1", "[hp'_Q]", "1", "0.00002"), ("100", "%[slope]", "deg", "45"),
        ("9", "[m/s2/Hz^(1/2)]", "m2/s3", "81"),
        ("1", "B[10.nV]", "nV", "31.6227766016838"), ("20", "dB[W]", "kW", "0.1"),
        ("100", "[p'diop]", "deg", "45"),
    ])
    func `logarithms and other curves give 15 digits, both ways`(
        value: String,
        from: String,
        to: String,
        result: String
    ) throws {
        let (source, target) = (try UnitOfMeasure(from), try UnitOfMeasure(to))
        let converted = try UnitOfMeasure.convert(decimal(value), from: source, to: target)
        #expect(try converted == decimal(result))
        let back = try UnitOfMeasure.convert(converted, from: target, to: source)
        #expect(try back.subtracting(decimal(value)).magnitude < decimal("0.000000000001"))
    }

    @Test func `a value without counterpart is refused`() throws {
        let number = UnitOfMeasure.one
        let bel = try UnitOfMeasure("B")
        #expect(throws: UnitError.outOfDomain) {
            try UnitOfMeasure.convert(0, from: number, to: bel)
        }
        #expect(throws: UnitError.outOfDomain) {
            try UnitOfMeasure.convert(-1, from: number, to: bel)
        }
        #expect(throws: UnitError.outOfRange) {
            try UnitOfMeasure.convert(1_000, from: bel, to: number)
        }
    }

    @Test func `a result that loses its digits is refused, not rounded to nothing`() throws {
        let mole = try UnitOfMeasure("mol")
        #expect(throws: UnitError.outOfRange) {
            try UnitOfMeasure.convert(1, from: .one, to: mole)
        }
        #expect(throws: UnitError.outOfRange) {
            try UnitOfMeasure.convert(1, from: UnitOfMeasure("10*60"), to: .one)
        }
        let conversion = try UnitConversion(from: .one, to: mole)
        #expect(try conversion.text(1, significantDigits: 5) == "1.6605e-24")
    }

    @Test func `long division puts right a digit that was guessed too great`() throws {
        // 2^95 × (2^32 - 1) × 2^32 / (2^95 + 1): the rare step of Knuth's algorithm D.
        let source = try UnitOfMeasure("4294967296.m")
        let target = try UnitOfMeasure("3.11.2281.174763.3011347479614249131.m")
        let conversion = try UnitConversion(from: source, to: target)
        let value = try decimal("170141183420855150474555134919112130560")
        #expect(try conversion.text(value, significantDigits: 20) == "1.844674406941458432e19")
    }

    @Test(arguments: [
        (1, "6e-1"), (2, "6.3e-1"), (3, "6.3e-1"),
    ])
    func `a text has the digits asked for`(digits: Int, text: String) throws {
        let conversion = try UnitConversion(from: UnitOfMeasure("mm"), to: UnitOfMeasure("cm"))
        #expect(try conversion.text(decimal("6.3"), significantDigits: digits) == text)
        #expect(try conversion.text(decimal("99.96"), significantDigits: 3) == "1e1")
        #expect(try conversion.text(decimal("-99.94"), significantDigits: 3) == "-9.99")
        #expect(try conversion.text(0, significantDigits: 3) == "0")
    }

    @Test(arguments: [
        ("1", "[lb_av]", "0.45359237", "kg", 0), ("1", "kg", "2.2046226218487757", "[lb_av]", 1),
        ("1", "kg", "2.2046226218487759", "[lb_av]", -1), ("37", "Cel", "98.6", "[degF]", 0),
        ("37", "Cel", "98.6000000000000000000001", "[degF]", -1), ("0", "Cel", "0", "K", 1),
        ("1", "m", "100", "cm", 0), ("-1", "m", "1", "cm", -1), ("-274", "Cel", "-1", "K", 1),
        ("3", "/min", "180", "/h", 0), ("0", "/min", "1", "/h", -1),
        ("7", "[pH]", "100", "nmol/L", 0),
        ("1", "mol", "602214076000000000000000.0001", "1", -1),
    ])
    func `values in two units are compared without rounding`(
        left: String,
        leftUnit: String,
        right: String,
        rightUnit: String,
        order: Int
    ) throws {
        let (first, second) = (try UnitOfMeasure(leftUnit), try UnitOfMeasure(rightUnit))
        let (a, b) = (try decimal(left), try decimal(right))
        #expect(try UnitOfMeasure.compare(a, first, with: b, second) == order)
        if !first.isSpecial || !second.dimension.isArbitrary, leftUnit != "[pH]" {
            #expect(try UnitOfMeasure.compare(b, second, with: a, first) == -order)
        }
    }

    @Test func `exact conversions there and back change nothing`() throws {
        let units = try ["g", "mg", "kg", "[lb_av]", "[gr]", "[oz_av]"].map {
            try UnitOfMeasure($0)
        }
        var generator = FixedGenerator(seed: 8)
        for _ in 0..<500 {
            let value = generator.decimal(digits: 6, scale: 3)
            let first = units[generator.below(units.count)]
            let second = units[generator.below(units.count)]
            let third = units[generator.below(units.count)]
            let there = try UnitOfMeasure.convert(value, from: first, to: second)
            let back = try UnitOfMeasure.convert(there, from: second, to: first)
            #expect(back.rounded(toScale: 15) == value)
            // By way of a third unit it is the same, within the digits that are kept.
            let around = try UnitOfMeasure.convert(there, from: second, to: third)
            let direct = try UnitOfMeasure.convert(value, from: first, to: third)
            let error = try around.subtracting(direct).magnitude.doubleValue
            #expect(error <= abs(direct.doubleValue) * 1e-17)
            #expect(try UnitOfMeasure.compare(value, first, with: value, first) == 0)
        }
    }
}

struct UnitAlgebraTests {
    @Test(arguments: [
        ("g", "m", "g.m"), ("cm", "cm", "cm2"), ("mg/dL", "dL", "mg"), ("mg/dL", "dL2", "mg.dL"),
        ("1", "g", "g"), ("g", "1", "g"), ("g", "m/s", "g.m/s"), ("/m", "m", "1"),
        ("10*9/L", "L", "10*9"), ("2.g", "2.m", "2.2.g.m"), ("g{creat}", "/g", "1"),
        ("mL/(kg.h)", "h", "mL/kg"), ("[iU]/L", "L", "[iU]"),
    ])
    func `a product joins equal units`(left: String, right: String, product: String) throws {
        let result = try UnitOfMeasure(left).multiplied(by: UnitOfMeasure(right))
        #expect(result.code == product)
    }

    @Test(arguments: [
        ("g", "m", "g/m"), ("g", "g", "1"), ("mg/dL", "mg", "/dL"), ("1", "s", "/s"),
        ("m", "m/s", "s"), ("10", "2", "10/2"), ("g", "1", "g"), ("kg", "m2", "kg/m2"),
    ])
    func `a quotient cancels equal units`(left: String, right: String, quotient: String) throws {
        let result = try UnitOfMeasure(left).divided(by: UnitOfMeasure(right))
        #expect(result.code == quotient)
    }

    @Test(arguments: [
        ("m", 3, "m3"), ("m/s", 2, "m2/s2"), ("m/s", -1, "s/m"), ("m", 0, "1"), ("cm2", 2, "cm4"),
        ("2.m", 2, "2.2.m2"), ("m", 1, "m"),
    ])
    func `a power multiplies the exponents`(code: String, exponent: Int, power: String) throws {
        #expect(try UnitOfMeasure(code).raised(to: exponent).code == power)
    }

    @Test func `special units take no part, and nothing grows beyond bounds`() throws {
        let (celsius, meter) = (try UnitOfMeasure("Cel"), try UnitOfMeasure("m"))
        #expect(throws: UnitError.specialUnit(atom: "Cel")) { try celsius.multiplied(by: meter) }
        #expect(throws: UnitError.specialUnit(atom: "Cel")) { try meter.divided(by: celsius) }
        #expect(throws: UnitError.specialUnit(atom: "Cel")) { try celsius.raised(to: 0) }
        #expect(throws: UnitError.overflow) { try meter.raised(to: .min) }
        #expect(throws: UnitError.overflow) { try meter.raised(to: 9_999).raised(to: 9_999) }
        #expect(throws: UnitError.self) { try UnitOfMeasure("7").raised(to: 9_999) }
        #expect(try celsius.multiplied(by: .one) == celsius)
        #expect(try UnitOfMeasure("2").multiplied(by: celsius).code == "2.Cel")
    }

    @Test func `multiplication is commutative, associative and undone by division`() throws {
        let codes = ["g", "mL/min", "kg.m2", "/h", "mmol/L", "10*9/L", "[iU]/mL", "3.m", "N/m2"]
        let units = try codes.map { try UnitOfMeasure($0) }
        for a in units {
            for b in units {
                let product = try a.multiplied(by: b)
                #expect(try product.isEquivalent(to: b.multiplied(by: a)))
                #expect(try product.divided(by: b).isEquivalent(to: a))
                #expect(try product.raised(to: -1).multiplied(by: product).isEquivalent(to: .one))
                for c in units {
                    let left = try product.multiplied(by: c)
                    #expect(try left.isEquivalent(to: a.multiplied(by: b.multiplied(by: c))))
                }
            }
        }
    }
}
