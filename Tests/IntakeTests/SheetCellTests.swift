import Intake
import TestSupport
import Testing
import TrialDefinition

/// Numbers, dates and answers as hospitals write them: what has one meaning is read, what may have
/// two is refused.
struct SheetCellTests {
    @Test(arguments: [
        ("0.4", "0.4"), ("0,4", "0.4"), ("12", "12"), ("007", "7"), ("0,005", "0.005"),
        ("1,25", "1.25"), ("1.2345", "1.2345"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"), ("٠٫٤", "0.4"), ("+3", "3"), (" 38,5 ", "38.5"),
    ])
    func `a number is read in each way of writing`(_ written: String, _ meant: String) throws {
        let record = try Sheets.record(Sheets.wide([("weight", written), ("weight unit", "kg")]))
        #expect(record.contains(#""valueQuantity":{"value":\#(meant),"#), "\(record)")
    }

    @Test(arguments: [
        ("1.120", "two ways"), ("1,120", "two ways"), ("12.345", "two ways"), ("", ""),
        ("1,2,3", "not a number"), ("1.2.3", "not a number"), ("1..2", "not a number"),
        (".5", "not a number"), ("5.", "not a number"), ("5-6", "no unit"), ("n/a", "not a number"),
        ("0x10", "no unit"), ("١٢ foo", "no unit"), ("1e5", "no unit"),
        ("12345678901234567890123456789012345678901234567890", "too many digits"),
    ])
    func `what is no number, or two, is refused`(_ written: String, _ why: String) throws {
        let found = try Sheets.problems(Sheets.wide([("weight", written)]))
        #expect(found.isEmpty == why.isEmpty)
        #expect(found.allSatisfy { $0.message.contains(why) }, "\(found)")
        #expect(found.allSatisfy { $0.place == "row 2, column 2 (weight)" }, "\(found)")
    }

    @Test(arguments: [
        ("comma", "1.120", "1120"), ("comma", "1,120", "1.12"), ("point", "1.120", "1.12"),
        ("point", "1,120", "1120"), ("comma", "1.234,5", "1234.5"), ("point", "1,234.5", "1234.5"),
    ])
    func `a declared style decides`(_ style: String, _ written: String, _ meant: String) throws {
        let items = try Sheets.items { $0.replacing("numbers: either", with: "numbers: \(style)") }
        let table = Sheets.wide([("lymphocytes (/uL)", written)])
        #expect(try Sheets.record(table, items).contains(#""value":\#(meant),"#))
    }

    @Test(arguments: ["comma", "point"])
    func `the other mark is refused where it cannot group`(_ style: String) throws {
        let items = try Sheets.items { $0.replacing("numbers: either", with: "numbers: \(style)") }
        let wrong = style == "comma" ? "0.4" : "0,4"
        #expect(try !Sheets.problems(Sheets.wide([("weight (kg)", wrong)]), items).isEmpty)
    }

    @Test(arguments: [
        ("<0.01", "<", "0.01"), ("< 0,01", "<", "0.01"), ("≤5", "<=", "5"), (">=5", ">=", "5"),
        ("> 5", ">", "5"),
    ])
    func `a comparator is kept`(_ written: String, _ comparator: String, _ value: String) throws {
        let record = try Sheets.record(Sheets.wide([("mrd", written), ("mrd unit", "%")]))
        #expect(record.contains(#""value":\#(value),"comparator":"\#(comparator)""#), "\(record)")
    }

    @Test func `a unit can stand behind the number, in the header or in its own column`() throws {
        for columns in [
            [("creatinine", "35 µmol/L")], [("creatinina (µmol/L)", "35")],
            [("Creatinine [umol/L]", "35")], [("crea", "35"), ("crea_unit", "umol/L")],
            [("creatinine", "35"), ("unidad creatinina", "µmol/L")],
        ] {
            let record = try Sheets.record(Sheets.wide(columns))
            #expect(
                record.contains("14682-9") && record.contains(#""code":"umol/L""#),
                "\(columns)"
            )
        }
    }

    @Test(arguments: [
        ("2026-11-18", "2026-11-18"), ("2026-11", "2026-11"), ("2026", "2026"),
        ("٢٠٢٦-١١-١٨", "2026-11-18"), ("2026-11-18T08:15:00+01:00", "2026-11-18T08:15:00+01:00"),
        ("2026-11-18 08:15+01:00", "2026-11-18T08:15:00+01:00"),
        ("2026-11-18 08:15", "2026-11-18"), ("2026-11-18T08:15:30", "2026-11-18"),
    ])
    func `a date is read as precisely as it is known`(_ written: String, _ meant: String) throws {
        let record = try Sheets.record(Sheets.wide([("weight", "20"), ("weight date", written)]))
        let time = try #require(record.firstMatch(of: /effectiveDateTime":"([^"]*)"/)?.output.1)
        // Milliseconds and offset are written as the record writes them.
        #expect(time.hasPrefix(meant.prefix(19)), "\(time)")
        #expect((time.count > 10) == (meant.count > 10))
    }

    @Test(arguments: [
        "18/11/2026", "11/18/2026", "18-11-2026", "18.11.2026", "2026/11/18", "18/11/26", "46344",
        "yesterday", "2026-13-01", "2026-02-30", "2026-11-18 25:00", "2026-11-18 noon",
    ])
    func `another order of the date, and no date, are refused`(_ written: String) throws {
        let table = Sheets.wide([("weight", "20"), ("weight date", written)])
        let found = try Sheets.problems(table)
        #expect(found.map(\.place) == ["row 2, column 3 (weight date)"])
        #expect(found.allSatisfy { !$0.message.contains(written) && !$0.remedy.contains(written) })
    }

    @Test(arguments: [
        ("day-month-year", "03/12/2026", "2026-12-03"),
        ("month-day-year", "03/12/2026", "2026-03-12"),
        ("day-month-year", "3.1.2026", "2026-01-03"),
        ("day-month-year", "2026-12-03", "2026-12-03"),
        ("day-month-year", "12/31/2026", ""), ("day-month-year", "03/12/26", ""),
    ])
    func `a declared order decides`(_ order: String, _ written: String, _ meant: String) throws {
        let items = try Sheets.items { $0.replacing("dates: iso", with: "dates: \(order)") }
        let table = Sheets.wide([("weight", "20"), ("weight date", written)])
        if meant.isEmpty {
            #expect(try Sheets.problems(table, items).count == 1)
        } else {
            #expect(try Sheets.record(table, items).contains(#""effectiveDateTime":"\#(meant)""#))
        }
    }

    @Test(arguments: [
        ("sex", "varón", #""gender":"male""#), ("sexo", "F", #""gender":"female""#),
        ("الجنس", "ذكر", #""gender":"male""#), ("sesso", "femminile", #""gender":"female""#),
        ("refractory disease", "Sí", #""valueBoolean":true"#),
        ("enfermedad refractaria", "NO", #""valueBoolean":false"#),
        ("مرض معند", "نعم", #""valueBoolean":true"#), ("HBsAg", "négatif", "260385009"),
        ("anti HBc", "Positivo", "10828004"), ("hcv_rna", "no detectado", "260415000"),
        ("CNS status", "cns 3", "cns-3"), ("LVEF (%)", "64", "10230-1"),
        ("drug given", "Vincristine", "L01CA02"), ("drug given 2", "l01ca02", "L01CA02"),
        ("vaccine", "varicella", #""code":"21""#), ("vaccine", "3", #""code":"03""#),
        ("LOINC 777-3", "88", "777-3"), ("other diagnosis", "SNOMED 41040004", "41040004"),
    ])
    func `headers and answers are read in the languages of the hospitals`(
        _ header: String,
        _ cell: String,
        _ found: String
    ) throws {
        #expect(try Sheets.record(Sheets.wide([(header, cell)])).contains(found))
    }

    @Test(arguments: ["drug given", "drug taken", "vaccine", "other diagnosis"])
    func `a text without a code is there, and is not told`(_ header: String) throws {
        let record = try Sheets.record(Sheets.wide([(header, "Zzcanary 20 mg")]))
        #expect(
            record.contains("MedicationAdministration") || record.contains("MedicationStatement")
                || record.contains("Immunization") || record.contains("Condition")
        )
        #expect(!record.contains("Zzcanary"))
    }

    @Test func `a result without a value is a result without a value`() throws {
        let record = try Sheets.record(
            Sheets.wide([("weight", ""), ("weight date", "2026-11-18")])
        )
        #expect(record.contains("29463-7") && record.contains("dataAbsentReason"))
        // What a form prints is no result.
        let empty = try Sheets.record(Sheets.wide([("weight", ""), ("weight unit", "kg")]))
        #expect(!empty.contains("29463-7"))
    }
}
