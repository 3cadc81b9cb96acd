import Testing
import UnitsOfMeasure

struct LaboratoryTests {
    @Test func `every alias leads to a valid unit`() throws {
        #expect(LaboratoryAlias.all.count > 150)
        for alias in LaboratoryAlias.all {
            #expect((try? UnitOfMeasure(alias.code)) != nil, "\(alias.printed) → \(alias.code)")
        }
        let prints = LaboratoryAlias.all.map(\.printed)
        #expect(Set(prints).count == prints.count, "a print stands in two rows")
    }

    @Test func `every alias is found by its own print`() {
        for alias in LaboratoryAlias.all {
            let found = UnitOfMeasure.fromLaboratory(alias.printed)
            #expect(found?.unit.code == alias.code, "\(alias.printed)")
            #expect(found?.alias?.printed == alias.printed)
        }
    }

    @Test(arguments: [
        ("K/µL", "10*3/uL"), ("K/μL", "10*3/uL"), ("10³/µL", "10^3/uL"), ("×10⁹/L", "10*9/L"),
        ("10⁹/L", "10^9/L"), ("x10E3/µL", "10*3/uL"), ("cells/µL", "{cells}/uL"),
        ("µmol/L", "umol/L"), ("μmol/L", "umol/L"), ("mcg", "ug"), ("mmHg", "mm[Hg]"),
        ("sec", "s"), ("hrs", "h"), ("IU/L", "[IU]/L"), ("UI/L", "[IU]/L"), ("G/L", "10*9/L"),
        ("mm³", "mm3"), ("°C", "Cel"), ("mL/min/1.73 m²", "mL/min/{1.73_m2}"),
        ("mL/min/1.73m2", "mL/min/{1.73_m2}"), ("mEq/L", "meq/L"), ("miles/mm³", "10*3/uL"),
        ("mg / dL", "mg/dL"), ("migl/mmc", "10*3/uL"), ("mg/m²", "mg/m2"),
    ])
    func `a print is read, and the alias says so`(printed: String, code: String) {
        let found = UnitOfMeasure.fromLaboratory(printed)
        #expect(found?.unit.code == code)
        #expect(found?.alias?.printed == printed)
        #expect(found?.alias?.code == code)
    }

    @Test(arguments: ["U/L", "mg/dL", "%", "g/dl", "10^9/L", "10*9/L", "/mm3", "mg%", "ng/mL"])
    func `a print that is UCUM needs no alias`(printed: String) {
        let found = UnitOfMeasure.fromLaboratory(printed)
        #expect(found?.unit.code == printed)
        #expect(found?.alias == nil)
    }

    @Test(arguments: ["109/L", "103/uL", "x106/µL", "10 9/L", "1012/L", "10 3 /mm3", "10 5/L"])
    func `a power of ten whose exponent was lost in print is no unit`(printed: String) {
        #expect(UnitOfMeasure.fromLaboratory(printed) == nil)
    }

    @Test(arguments: ["mil/mm3", "mil/mmc", "lpm"])
    func `a print that means two things is no unit`(printed: String) {
        #expect(UnitOfMeasure.fromLaboratory(printed) == nil)
    }

    @Test(arguments: ["", "units", "positive", "IU/xyz", "mg/", "-⁹", "CANARY"])
    func `a print that nobody knows is no unit`(printed: String) {
        #expect(UnitOfMeasure.fromLaboratory(printed) == nil)
    }

    @Test(arguments: ["/mm3", "10*3/uL", "K/uL", "10^9/L", "cells/µL", "G/L"])
    func `cell counts can be compared however they are printed`(printed: String) throws {
        let unit = try #require(UnitOfMeasure.fromLaboratory(printed)?.unit)
        #expect(try unit.isCommensurable(with: UnitOfMeasure("10*9/L")))
    }

    @Test func `an international unit is U for an enzyme only`() throws {
        let hormone = try #require(UnitOfMeasure.fromLaboratory("IU/L"))
        let enzyme = try #require(UnitOfMeasure.fromLaboratory("IU/L", measuring: .enzymeActivity))
        #expect(hormone.unit.code == "[IU]/L")
        #expect(enzyme.unit.code == "U/L")
        #expect(enzyme.alias?.note.isEmpty == false)
        #expect(!hormone.unit.isCommensurable(with: enzyme.unit))
        let plain = try #require(UnitOfMeasure.fromLaboratory("U/L", measuring: .enzymeActivity))
        #expect(plain.alias == nil)
    }
}

struct AnalyteTests {
    @Test func `the table is whole and in order`() {
        let ids = Analyte.all.map(\.id)
        #expect(
            ids == [
                "albumin", "bilirubin", "calcium", "creatinine", "glucose", "hemoglobin", "urate",
                "urea", "urea-nitrogen",
            ]
        )
        for analyte in Analyte.all {
            #expect(!analyte.source.isEmpty)
            #expect(analyte.isVerified == !analyte.source.contains("[memory]"))
            #expect(analyte.massUnit.amountOfSubstance == 0)
            #expect(analyte.amountUnit.amountOfSubstance == 1)
        }
    }

    @Test(arguments: [
        ("creatinine", "1.2", "mg/dL", "umol/L", "106.08"),
        ("creatinine", "106.08", "umol/L", "mg/dL", "1.2"),
        ("creatinine", "0.10608", "mmol/L", "mg/dL", "1.2"),
        ("creatinine", "12", "mg/L", "umol/L", "106.08"),
        ("bilirubin", "2.0", "mg/dL", "umol/L", "34.2"),
        ("hemoglobin", "7", "g/dL", "mmol/L", "4.3442"),
        ("hemoglobin", "70", "g/L", "mmol/L", "4.3442"),
        ("glucose", "100", "mg/dL", "mmol/L", "5.551"),
        ("urate", "7", "mg/dL", "umol/L", "416.36"),
        ("calcium", "10", "mg/dL", "mmol/L", "2.495"),
        ("urea", "40", "mg/dL", "mmol/L", "6.66"),
        ("urea-nitrogen", "20", "mg/dL", "mmol/L", "7.14"),
        ("albumin", "4", "g/dL", "umol/L", "602"),
    ])
    func `mass and amount are converted with the declared factor`(
        id: String,
        value: String,
        from: String,
        to: String,
        result: String
    ) throws {
        let analyte = try #require(Analyte.named(id))
        let (source, target) = (try UnitOfMeasure(from), try UnitOfMeasure(to))
        let converted = try analyte.convert(decimal(value), from: source, to: target)
        #expect(try converted.value == decimal(result))
        #expect(converted.factor == analyte.factor)
        #expect(converted.note.contains(analyte.factor.description))
        #expect(converted.note.contains("not verified") == !analyte.isVerified)
    }

    @Test func `a limit is not crossed by rounding`() throws {
        let creatinine = try #require(Analyte.named("creatinine"))
        let (molar, mass) = (try UnitOfMeasure("umol/L"), try UnitOfMeasure("mg/dL"))
        let below = try creatinine.convert(106, from: molar, to: mass).value
        #expect(try below < decimal("1.2"))
        #expect(try below.rounded(toScale: 2) == decimal("1.20"))
    }

    @Test func `units of one side need no factor`() throws {
        let hemoglobin = try #require(Analyte.named("hemoglobin"))
        let result = try hemoglobin.convert(
            decimal("7.5"),
            from: UnitOfMeasure("g/dL"),
            to: UnitOfMeasure("g/L")
        )
        #expect(result.value == 75)
        #expect(result.factor == nil)
    }

    @Test(arguments: [
        "10*9/L", "/L", "meq/L", "mosm/L", "mg", "Cel", "[iU]/L", "U/L", "{cells}/uL",
    ])
    func `a unit that is neither mass nor amount by volume is refused`(code: String) throws {
        let creatinine = try #require(Analyte.named("creatinine"))
        let (odd, mass) = (try UnitOfMeasure(code), try UnitOfMeasure("mg/dL"))
        #expect(throws: UnitError.notMassOrAmount) {
            try creatinine.convert(1, from: odd, to: mass)
        }
        #expect(throws: UnitError.notMassOrAmount) {
            try creatinine.convert(1, from: mass, to: odd)
        }
    }
}
