import ClinicalRecord
import Foundation
import Intake
import Pseudonymization
import TestSupport
import Testing

/// CSV as it is written: RFC 4180, and what spreadsheets do beside it.
struct CSVTests {
    private static let rows = [["birth date", "weight (kg)"], ["2015-03-02", "20"]]

    private static func text(_ separator: String, _ end: String) -> String {
        rows.map { $0.joined(separator: separator) }.joined(separator: end) + end
    }

    @Test(arguments: [
        text(",", "\n"), text(";", "\r\n"), text("\t", "\n"), "\u{FEFF}" + text(";", "\n"),
        "sep=;\r\n" + text(";", "\r\n"), "sep=,\n" + text(",", "\n"),
        String(text(",", "\n").dropLast()), text(",", "\n") + "\n\n,\n",
        "\n" + text(",", "\n"), "\"birth date\",\"weight (kg)\"\r\n\"2015-03-02\",\"20\"\r\n",
        "birth date,weight (kg),note\n2015-03-02,20,\"a \"\"b\"\", c\nd\"\n",
    ])
    func `each way of writing a table is read`(_ text: String) throws {
        let record = try Sheets.record(Array(text.utf8))
        #expect(record.contains(#""value":20,"#) && record.contains("2015-03-02"))
    }

    @Test(arguments: [
        ("birth date,weight\n2015-03-02\n", "row 2", "1 cells, and the header 2"),
        ("birth date,weight\n2015-03-02,20,30\n", "row 2", "3 cells, and the header 2"),
        ("birth date,weight\n2015-03-02,2\"0\n", "row 2, column 2", "quotation mark inside"),
        ("birth date,weight\n2015-03-02,\"20\"0\n", "row 2, column 2", "more text after"),
        ("birth date,weight\n\"2015-03-02,20\n", "row 2, column 1", "never closed"),
        ("birth date,weight\n2015-03-02,2\u{7}0\n", "row 2, column 2", "control character"),
        ("birth date,weight\n2015-03-02,20\n2015-03-02,20\n", "document", "more than one"),
        ("birth date,weihgt\n2015-03-02,20\n", "row 1, column 2", "none that is known"),
        ("a,b\n2015-03-02,20\n", "row 1", "no header"), ("", "document", "empty"),
        ("item,birth date\nweight,2015-03-02\n", "row 1", "no column for the value"),
        ("candidate,item,value\n,birth date,2015-03-02\n", "row 2, column 1 (candidate)", "whose"),
        ("item,value,unit\nbirth date,2015-03-02,kg\n", "row 2, column 3", "has no `unit`"),
    ])
    func `what is written wrongly is told by row and column`(
        _ text: String,
        _ place: String,
        _ message: String
    ) throws {
        let found = try Sheets.problems(Array(text.utf8))
        #expect(
            found.contains { $0.place.hasPrefix(place) && $0.message.contains(message) },
            "\(found)"
        )
        #expect(found.allSatisfy { !$0.remedy.isEmpty })
    }

    @Test func `too long and too wide tables are refused`() throws {
        let long = "birth date,note\n2015-03-02," + String(repeating: "x", count: 20_000) + "\n"
        #expect(try Sheets.problems(Array(long.utf8)).map(\.place) == ["row 2, column 2"])
        let wide = "birth date" + String(repeating: ",", count: 2_000) + "\n"
        #expect(try Sheets.problems(Array(wide.utf8)).contains { $0.message.contains("columns") })
    }

    @Test func `all bad cells are told in one run, and good ones are not`() throws {
        let table = Sheets.wide([
            ("weight (kg)", "heavy"), ("height (cm)", "120"), ("sex", "?"), ("alt", "33"),
            ("alt unit", "?/L"), ("hbsag", "maybe"),
        ])
        let places = try Sheets.problems(table).map(\.place)
        #expect(
            places == [
                "row 2, column 4 (sex)", "row 2, column 2 (weight)", "row 2, column 6 (alt unit)",
                "row 2, column 7 (hbsag)",
            ]
        )
    }

    @Test func `results of one item are told apart by their numbers`() throws {
        let table = Sheets.wide([
            ("creatinine", "0.7"), ("creatinine unit", "mg/dL"), ("creatinine date", "2026-11-18"),
            ("creatinine 2", "1.3"), ("creatinine 2 unit", "mg/dL"),
            ("creatinine date 2", "2026-11-17"),
        ])
        let record = try Sheets.record(table)
        #expect(record.contains("row-2-column-2") && record.contains("row-2-column-5"))
        #expect(record.contains(#""effectiveDateTime":"2026-11-17""#))
    }

    @Test func `identity goes to the vault's side, and the record has none of it`() throws {
        let canary = "Zzcanaryzz"
        let table = Sheets.wide([
            ("family name", canary), ("given name", canary), ("full name", canary),
            ("mrn", canary), ("record system", canary), ("address", canary), ("phone", canary),
            ("mother", canary), ("father", canary), ("candidate", canary), ("note", canary),
            ("weight (kg)", "20"),
        ])
        let taken = try CandidateDocument(csv: table, items: try SampleProtocol.items())
        let identity = taken.identity
        #expect(identity.names.first?.family == canary && identity.names.first?.text == canary)
        #expect(identity.recordNumbers.first?.value == canary)
        #expect(identity.addresses.first?.text == canary && identity.contacts.count == 2)
        #expect(identity.telecoms.first?.value == canary)
        let record = String(decoding: taken.record.fhirBundle(), as: UTF8.self)
        #expect(record.contains("29463-7") && !record.contains(canary))
        #expect(!taken.summary.notes.joined().contains(canary))
    }

    @Test(arguments: 1...40)
    func `a table in parts is split in the same way`(_ size: Int) throws {
        let text = [
            "candidate,item,value,note", "a,birth date,2015-03-02,\"x\r\ny\"", "a,weight,20,", "",
            "b,birth date,2016-03-02,\"a \"\"b\"\"\"", "b,weight,21,",
            "c,birth date,2017-03-02,", "",
        ].joined(separator: "\r\n")
        var splitter = TableSplitter(try SampleProtocol.items())
        let bytes = Array(text.utf8)
        var parts: [TableSplitter.Part] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            parts += try splitter.take(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        parts += try splitter.finish()
        #expect(parts.map(\.key) == ["a", "b", "c"])
        #expect(parts.map(\.firstRow) == [2, 5, 7] && parts.map(\.lastRow) == [3, 6, 7])
        for (part, year) in zip(parts, ["2015", "2016", "2017"]) {
            let taken = try CandidateDocument(
                csv: part.bytes,
                items: try SampleProtocol.items(),
                skippedRows: part.skippedRows
            )
            let record = String(decoding: taken.record.fhirBundle(), as: UTF8.self)
            #expect(record.contains(year + "-03-02"))
            #expect(record.contains(#""id":"row-\#(part.firstRow)"#), "\(record)")
        }
    }
}
