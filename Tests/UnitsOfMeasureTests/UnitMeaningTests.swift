import Testing
import UnitsOfMeasure

struct UnitMeaningTests {
    @Test(arguments: [
        ("mg/dL", "10.mg/L"), ("N", "kg.m/s2"), ("l", "dm3"), ("10*3/uL", "10*9/L"), ("Sv", "Gy"),
        ("mm3", "uL"), ("[IU]", "[iU]"), ("{cells}/uL", "/uL"), ("s/m/mg", "s.m-1.mg-1"),
        ("s/m.mg", "s.mg/m"), ("/(m/s)", "s/m"), ("%", "10*-2"), ("m/(s/(kg/A))", "m.kg/s/A"),
        ("Cel{skin}", "Cel"), ("mCel", "10*-3.Cel"), ("a", "365250.d/1000"),
        ("g/(m.s).K", "g.K/m/s"), ("g/(m/(s)/K)/C", "g.s.K/m/C"),
        ("m/3.3", "m"), ("3.m/3", "m"), ("7.m/21", "m/3"),
    ])
    func `units that mean the same are equivalent`(left: String, right: String) throws {
        let (first, second) = (try UnitOfMeasure(left), try UnitOfMeasure(right))
        #expect(first.isEquivalent(to: second))
        #expect(second.isEquivalent(to: first))
        #expect(first.isCommensurable(with: second))
        #expect(first != second)
    }

    @Test(arguments: [
        ("mg/dL", "mg/L"), ("Cel", "K"), ("Cel", "mCel"), ("B", "Np"), ("g", "m"), ("mo", "mo_g"),
    ])
    func `units that mean something else are not equivalent`(left: String, right: String) throws {
        #expect(try !UnitOfMeasure(left).isEquivalent(to: UnitOfMeasure(right)))
    }

    @Test(arguments: [
        ("[iU]", "U"), ("[iU]", "1"), ("[iU]", "[arb'U]"), ("[iU]/L", "U/L"), ("[iU]2", "[iU]"),
        ("mg", "mL"), ("mg/dL", "umol/L"), ("Cel", "s"), ("[hp_X]", "[hp_C]"), ("rad", "1"),
    ])
    func `units of different kind are not commensurable`(left: String, right: String) throws {
        let (first, second) = (try UnitOfMeasure(left), try UnitOfMeasure(right))
        #expect(!first.isCommensurable(with: second))
        #expect(throws: UnitError.incommensurable(first.dimension, second.dimension)) {
            try UnitOfMeasure.convert(1, from: first, to: second)
        }
    }

    @Test(arguments: [
        ("mg/dL", "g.m-3"), ("1", "1"), ("10*9/L", "m-3"), ("[iU]/L", "[iU].m-3"),
        ("N", "g.m.s-2"), ("Cel", "K"), ("[iU]/[iU]", "1"), ("lm", "rad2.cd"),
    ])
    func `the dimension prints as base units`(code: String, dimension: String) throws {
        #expect(try UnitOfMeasure(code).dimension.description == dimension)
    }

    @Test(arguments: [
        ("umol/L", 1), ("mmol/mol", 0), ("10*9/L", 0), ("/mol", -1), ("U/L", 1), ("meq/L", 0),
        ("mg/dL", 0), ("mol2", 2),
    ])
    func `an amount of substance is told from a number`(code: String, exponent: Int) throws {
        #expect(try UnitOfMeasure(code).amountOfSubstance == exponent)
    }

    @Test func `equal codes are equal and have one hash`() throws {
        let long = "mg/dL{" + String(repeating: "x", count: 100) + "}"
        #expect(try UnitOfMeasure("mg/dL") == UnitOfMeasure("mg/dL"))
        #expect(try Set([UnitOfMeasure(long), UnitOfMeasure(long)]).count == 1)
        #expect(try UnitOfMeasure("1") == .one)
    }

    @Test func `a unit is read the same by many tasks and after a flood of others`() async throws {
        let expected = try UnitOfMeasure.convert(1, from: .init("[lb_av]"), to: .init("kg"))
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    for number in 0..<1_000 {
                        let code = "\(task * 1_000 + number + 1).mg/dL"
                        guard case .success(let unit) = UnitOfMeasure.parse(code),
                            unit.code == code,
                            let pound = try? UnitOfMeasure("[lb_av]"),
                            let kilogram = try? UnitOfMeasure("kg"),
                            let result = try? UnitOfMeasure.convert(1, from: pound, to: kilogram)
                        else { return false }
                        if result != expected { return false }
                    }
                    return true
                }
            }
            for await same in group { #expect(same) }
        }
    }
}

struct UnitTableTests {
    @Test func `the table is whole`() {
        #expect(UnitAtom.all.count == 312)
        #expect(Set(UnitAtom.all.map(\.code)).count == 312)
        #expect(UnitAtom.all.count { $0.kind == .base } == 7)
        #expect(UnitAtom.tableVersion == "2.2")
    }

    @Test func `every unit is what the definition beside it says`() throws {
        var checked = 0
        for atom in UnitAtom.all where atom.kind == .unit {
            // Some values are smaller than a decimal can be: the power of ten joins the unit.
            let parts = atom.definitionValue.split(separator: "e")
            guard let value = ExactDecimal(parts[0]) else {
                #expect(atom.code == "[pi]")
                continue
            }
            let power = parts.count > 1 ? "10*\(parts[1])" : "1"
            let definition = atom.definitionUnit
            let code = power + (definition.hasPrefix("/") ? definition : ".\(definition)")
            let order = try UnitOfMeasure.compare(
                1,
                UnitOfMeasure(atom.code),
                with: value,
                UnitOfMeasure(code)
            )
            #expect(order == 0, "\(atom.code) is not \(atom.definitionValue) \(definition)")
            checked += 1
        }
        #expect(checked > 200)
    }

    @Test(arguments: [
        ("Y", 24), ("Z", 21), ("E", 18), ("P", 15), ("T", 12), ("G", 9), ("M", 6), ("k", 3),
        ("h", 2),
        ("da", 1), ("d", -1), ("c", -2), ("m", -3), ("u", -6), ("n", -9), ("p", -12), ("f", -15),
        ("a", -18), ("z", -21), ("y", -24),
    ])
    func `every prefix is its power of ten`(prefix: String, power: Int) throws {
        let unit = try UnitOfMeasure("\(prefix)g")
        #expect(try unit.isEquivalent(to: UnitOfMeasure("10*\(power).g")))
    }

    @Test(arguments: [("Ki", 1), ("Mi", 2), ("Gi", 3), ("Ti", 4)])
    func `every binary prefix is its power of 1024`(prefix: String, power: Int) throws {
        let factor = Array(repeating: "1024", count: power).joined(separator: ".")
        #expect(try UnitOfMeasure("\(prefix)By").isEquivalent(to: UnitOfMeasure("\(factor).By")))
    }

    @Test func `pi has the digits of the table`() throws {
        let pi = try UnitConversion(from: UnitOfMeasure("[pi]"), to: .one)
        #expect(try pi.text(1, significantDigits: 30) == "3.14159265358979323846264338328")
        #expect(try pi(1).description == "3.141592653589793238462643383")
    }

    @Test func `every atom and every prefix of a metric atom is a unit`() throws {
        let prefixes = ["Y", "da", "m", "u", "Ki"]
        for atom in UnitAtom.all {
            #expect((try? UnitOfMeasure(atom.code)) != nil, "\(atom.code) is not read")
            for prefix in prefixes {
                let known = UnitAtom.all.contains { $0.code == prefix + atom.code }
                let valid = (try? UnitOfMeasure(prefix + atom.code)) != nil
                #expect(valid == (atom.isMetric || known), "\(prefix)\(atom.code)")
            }
        }
    }
}
