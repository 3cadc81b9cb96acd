import Testing
import UnitsOfMeasure

struct UnitSyntaxTests {
    @Test(arguments: [
        "1", "m", "mm", "m2", "m-2", "m+2", "10*9/L", "10^9/L", "10*-3", "/min", "mg/dL", "mm[Hg]",
        "kg.m/s2", "mL/min/{1.73_m2}", "{cells}/uL", "1{tablet}", "g/(8.h)", "g/(kg.(h))", "%",
        "[in_i]", "[in_i]2", "dB[10.nV]", "Cel", "mCel", "Cel{body}", "[pH]", "10.Cel", "KiBy",
        "[m/s2/Hz^(1/2)]", "g/(kg.h){dose}", "[degF]", "dar", "cd", "Pa", "min", "ug.h/mL", "{}",
    ])
    func `a valid term is read and keeps its code`(code: String) throws {
        #expect(try UnitOfMeasure(code).code == code)
    }

    @Test(arguments: [
        ("", 0), (" m", 0), ("m ", 1), ("m/", 2), (".m", 0), ("m.", 2), ("m..s", 2), ("m//s", 2),
        ("(m", 2), ("m)", 1), ("()", 1), ("(/m)", 1), ("m(s)", 1), ("2(m)", 1), ("{a}m", 3),
        ("m{a}{b}", 4), ("m{a", 3), ("m{a{b}}", 3), ("m{é}", 2), ("m[", 2), ("10+3/ul", 2),
        ("m2-3", 2), ("m-", 2), ("(m)2", 3), ("0", 0), ("0.m", 0), ("µg", 0), ("m/s/", 4),
        ("m]", 1), ("1.5e3=", 5),
    ])
    func `what is not UCUM is refused at its place`(code: String, place: Int) {
        #expect(throws: UnitError.self) { try UnitOfMeasure(code) }
        guard case .failure(.syntax(let position, _)) = UnitOfMeasure.parse(code) else {
            if code != "1.5e3=" { Issue.record("no syntax error for \(code)") }
            return
        }
        #expect(position == place)
    }

    @Test(arguments: [
        ("xyz", 0..<3, nil), ("mg/xyz", 3..<6, nil), ("IU", 0..<2, "[IU]"), ("mmhg", 0..<4, nil),
        ("12h", 0..<3, nil), ("MMOL/L", 0..<4, "mmol"), ("mcg", 0..<3, "ug"), ("hr", 0..<2, "h"),
        ("[in_1]", 0..<6, "[in_i]"), ("CEL", 0..<3, "Cel"), ("k[iiU]", 0..<6, nil),
    ])
    func `an unknown unit is named by its place, with a suggestion where there is one`(
        code: String,
        place: Range<Int>,
        suggestion: String?
    ) {
        guard case .failure(.unknownAtom(let range, let proposal)) = UnitOfMeasure.parse(code)
        else {
            Issue.record("no unknown unit in \(code)")
            return
        }
        #expect(range == place)
        if let suggestion { #expect(proposal == suggestion) }
        if let proposal { #expect((try? UnitOfMeasure(proposal)) != nil) }
    }

    @Test(arguments: ["mmin", "k[in_i]", "m%", "k[pH]", "M10*", "kd"])
    func `a prefix before a unit that takes none is refused`(code: String) {
        guard case .failure(.notMetric) = UnitOfMeasure.parse(code) else {
            Issue.record("\(code) was not refused for its prefix")
            return
        }
    }

    @Test(arguments: ["Cel2", "Cel/h", "1/Cel", "Cel.m", "Cel.Cel", "mol.[pH]", "W.dB"])
    func `a unit without ratio takes no part in products and powers`(code: String) {
        guard case .failure(.specialUnit) = UnitOfMeasure.parse(code) else {
            Issue.record("\(code) was not refused for its special unit")
            return
        }
    }

    @Test func `hostile texts are refused at once`() {
        let nested = String(repeating: "(", count: 300) + "m" + String(repeating: ")", count: 300)
        #expect(UnitOfMeasure.parse(nested) == .failure(.tooDeep(at: 200)))
        let deep = String(repeating: "(", count: 10_000)
        #expect(UnitOfMeasure.parse(deep) == .failure(.tooLong))
        let long = String(repeating: "m.", count: 5_000_000)
        #expect(UnitOfMeasure.parse(long) == .failure(.tooLong))
        #expect(UnitOfMeasure.parse("m99999999999") == .failure(.overflow))
        #expect(UnitOfMeasure.parse("99999999999999999999") == .failure(.overflow))
        #expect(UnitOfMeasure.parse("[pi]9999") == .failure(.overflow))
        let towers = Array(repeating: "10*9999", count: 100).joined(separator: ".")
        #expect(UnitOfMeasure.parse(towers) == .failure(.overflow))
        let primes = Array(repeating: "[lb_av]99", count: 100).joined(separator: ".")
        #expect(UnitOfMeasure.parse(primes) == .failure(.overflow))
    }

    @Test func `200 parentheses are allowed`() throws {
        let nested = String(repeating: "(", count: 200) + "m" + String(repeating: ")", count: 200)
        #expect(try UnitOfMeasure(nested).isEquivalent(to: UnitOfMeasure("m")))
    }

    @Test func `no error text repeats the text that was read`() {
        for code in [
            "CANARY", "mg/CANARY", "CANARY)", "{CANARY", "[CANARY", "CANARYmin", "mCANARY",
        ] {
            guard case .failure(let error) = UnitOfMeasure.parse(code) else {
                Issue.record("\(code) is no unit")
                continue
            }
            #expect(!"\(error)".contains("CANARY"))
            #expect(!String(reflecting: error).contains("CANARY"))
        }
    }

    @Test func `random texts never stop the reader`() {
        let alphabet = Array("mgL/.(){}[]0123456789*^%-+Ckul'_ \u{B5}")
        var generator = FixedGenerator(seed: 7)
        var valid = 0
        for _ in 0..<20_000 {
            let length = 1 + generator.below(12)
            let code = String((0..<length).map { _ in alphabet[generator.below(alphabet.count)] })
            if case .success(let unit) = UnitOfMeasure.parse(code) {
                valid += 1
                #expect(unit.code == code)
                #expect(!unit.displayName.isEmpty)
            }
        }
        #expect(valid > 50)
    }

    @Test(arguments: [
        ("1", "(unity)"), ("mg/dL", "(milligram) / (deciliter)"), ("/min", "1 / (minute)"),
        ("mmol/(8.h)", "(millimole) / (8 * (hour))"), ("{cells}/uL", "1 / (microliter)"),
        ("10*9/L", "(the number ten for arbitrary powers ^ 9) / (liter)"),
    ])
    func `a unit has an English name`(code: String, name: String) throws {
        #expect(try UnitOfMeasure(code).displayName == name)
    }
}
