import Foundation
import TestSupport
import Testing

/// `milenari screen batch`: many documents in one run.
struct BatchTests {
    private static let options = [
        "--protocol", Repository.trialProtocol.path, "--as-of", "2026-11-21", "--json",
    ]

    private struct Line: Decodable {
        let document: String
        let summary: Summary?
        let refusal: String?

        struct Summary: Decodable {
            let verdict: String
            let deciding: [Deciding]
        }

        struct Deciding: Decodable {
            let id: String
        }
    }

    private func lines(_ output: String) throws -> [Line] {
        try output.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    private func oneLine(_ document: [UInt8]) throws -> String {
        let object = try JSONSerialization.jsonObject(with: Data(document))
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }

    @Test func `a folder is answered by name, and each answer is the one of a screening`() throws {
        let folder = Repository.fixtures.appendingPathComponent("Candidates").path
        let run = try CommandLineTool.run(["screen", "batch", folder] + Self.options)
        #expect(run.status == 0)
        let fixtures = try CandidateFixture.all()
        let answers = try lines(run.output)
        #expect(answers.map(\.document) == fixtures.map { $0.name + ".json" })
        for (fixture, answer) in zip(fixtures, answers) {
            #expect(answer.summary?.verdict == fixture.verdict, "\(fixture)")
            let deciding = fixture.answers.filter { id, answer in
                answer == "unknown" || (answer == "met") == id.hasPrefix("E")
            }
            #expect(
                Set(answer.summary?.deciding.map(\.id) ?? []) == Set(deciding.keys),
                "\(fixture)"
            )
        }
    }

    @Test func `what cannot be read is told, and the others are answered`() throws {
        let folder = try TemporaryFolder()
        let document = try oneLine(try CandidateFixture.named("01").document)
        let other = try oneLine(try CandidateFixture.named("02").document)
        // The long one does not fit into one reading of the file.
        let long = document.dropLast() + String(repeating: " ", count: 1_500_000) + "}"
        let file = folder.file("many.ndjson")
        let text = [document, "", "{\"x", long + "\r", "[]", other].joined(separator: "\n")
        try Data(text.utf8).write(to: file)
        let run = try CommandLineTool.run(["screen", "batch", file.path] + Self.options)
        #expect(run.status == 65)
        let answers = try lines(run.output)
        #expect(
            answers.map(\.document) == [1, 3, 4, 5, 6].map { "many.ndjson:\($0)" }
        )
        #expect(
            answers.map { $0.summary?.verdict } == ["eligible", nil, "eligible", nil, "ineligible"]
        )
        #expect(answers[1].refusal?.contains("not valid JSON") == true)
        #expect(run.errors.contains("5 documents, 2 of them could not be read"))
    }

    @Test func `nothing to read is no error, and a name that leads nowhere is one`() throws {
        let folder = try TemporaryFolder()
        let empty = try CommandLineTool.run(["screen", "batch", folder.url.path] + Self.options)
        #expect(empty.status == 0 && empty.output.isEmpty)
        let one = try CandidateFixture.named("01").file.path
        #expect(try CommandLineTool.run(["screen", "batch", one] + Self.options).status == 65)
        let nowhere = folder.file("nowhere").path
        #expect(try CommandLineTool.run(["screen", "batch", nowhere] + Self.options).status == 66)
    }

    /// All sheets of one hospital in one table: the header of the first, and the rows of all.
    private func table(_ ending: String, site: String) throws -> (String, [SheetFixture]) {
        let sheets = try SheetFixture.all().filter {
            $0.name.hasSuffix(ending) && $0.candidate.site == site
        }
        let header =
            "candidate,item,value,unit,date,end,status,upper limit,oxygen,dose,route,age,recorded"
        var lines = [header]
        for sheet in sheets {
            let text = String(decoding: sheet.bytes, as: UTF8.self).replacing("\u{FEFF}", with: "")
            let rows = text.split(whereSeparator: \.isNewline).map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            let names = rows[0].map { Self.arabic[$0] ?? $0 }
            for row in rows.dropFirst() {
                let cells = Dictionary(zip(names, row)) { first, _ in first }
                lines.append(
                    header.split(separator: ",").map { cells[String($0)] ?? "" }
                        .joined(separator: ",")
                )
            }
        }
        return (lines.joined(separator: "\n") + "\n", sheets)
    }

    private static let arabic = [
        "المرشح": "candidate", "البند": "item", "القيمة": "value", "الوحدة": "unit",
        "التاريخ": "date", "النهاية": "end", "الحالة": "status", "الحد الأعلى": "upper limit",
        "نسبة الأكسجين": "oxygen", "الجرعة": "dose", "طريق الإعطاء": "route", "العمر": "age",
        "سجل في": "recorded",
    ]

    @Test func `a table of many candidates is answered candidate by candidate`() throws {
        let (text, sheets) = try table("long.csv", site: "AMM")
        let folder = try TemporaryFolder()
        let file = folder.file("many.csv")
        try Data(text.utf8).write(to: file)
        let run = try CommandLineTool.run(["screen", "batch", file.path] + Self.options)
        #expect(run.status == 0, "\(run.errors) \(run.output.prefix(600))")
        let answers = try lines(run.output)
        #expect(answers.map { $0.summary?.verdict } == sheets.map(\.candidate.verdict))
        #expect(answers.allSatisfy { $0.document.hasPrefix("many.csv, rows ") })
    }

    @Test func `a bad candidate does not stop the others, and a scattered one is refused`() throws {
        var (text, sheets) = try table("long.csv", site: "AMM")
        var rows = text.split(separator: "\n").map(String.init)
        let bad = try #require(rows.firstIndex { $0.contains(",71,µmol/L,") })
        rows[bad] = rows[bad].replacing(",71,", with: ",seventy-one,")
        // The last row of the last candidate stands in front of all.
        rows.insert(rows.removeLast(), at: 1)
        text = rows.joined(separator: "\n") + "\n"
        let folder = try TemporaryFolder()
        let file = folder.file("many.csv")
        try Data(text.utf8).write(to: file)
        let run = try CommandLineTool.run(["screen", "batch", file.path] + Self.options)
        #expect(run.status == 65)
        let answers = try lines(run.output)
        let refused = answers.filter { $0.summary == nil }
        #expect(refused.count == 3 && answers.count == sheets.count + 1)
        #expect(
            refused.contains {
                $0.refusal?.contains("row \(bad + 2), column 3 (creatinine)") == true
            }
        )
        #expect(refused.count { $0.refusal?.contains("sort the table") == true } == 2)
        #expect(!run.output.contains("seventy-one"))
    }

    @Test func `a table with a row for each candidate is answered row by row`() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("rows.csv")
        let text = """
            patient;birth date;sex;weight (kg);weight date
            1;2016-04-04;m;25;2026-11-18
            2;2017-04-04;f;heavy;2026-11-18
            3;2018-04-04;m;9;2026-11-18
            """
        try Data(text.utf8).write(to: file)
        let run = try CommandLineTool.run(["screen", "batch", file.path] + Self.options)
        #expect(run.status == 65)
        let answers = try lines(run.output)
        #expect(answers.map(\.document) == [2, 3, 4].map { "rows.csv, row \($0)" })
        #expect(answers.map { $0.summary?.verdict } == ["undetermined", nil, "ineligible"])
        #expect(answers[1].refusal?.contains("row 3, column 4 (weight)") == true)
    }
}
