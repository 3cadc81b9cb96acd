import Foundation
import Reporting
import TestSupport
import Testing
import TrialOffice

/// Promises 3 and 7 for tables and worksheets: whatever stands in a cell, a header or a key is in no
/// report, no error, and no byte of the trial's files.
struct CanarySheetTests {
    private static let canary = "Zzcanaryzz"

    /// The sheet with the canary in one cell, one after the other; in a few headers or keys too.
    private func changed(_ sheet: SheetFixture) -> [[UInt8]] {
        let text = String(decoding: sheet.bytes, as: UTF8.self)
            .replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n")
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var made: [[UInt8]] = []
        func add(_ line: Int, _ new: String) {
            let old = lines[line]
            lines[line] = new
            made.append(Array(lines.joined(separator: "\n").utf8))
            lines[line] = old
        }
        for line in lines.indices where !lines[line].allSatisfy(\.isWhitespace) {
            if sheet.name.hasSuffix(".yaml") {
                guard let colon = lines[line].firstIndex(of: ":") else { continue }
                let key = lines[line][...colon]
                if lines[line].hasSuffix("'") { add(line, key + " '\(Self.canary)'") }
                if line % 7 == 0 { add(line, key.dropLast() + Self.canary + ":") }
                continue
            }
            let cells = lines[line].split(separator: ";", omittingEmptySubsequences: false)
            for index in cells.indices where line > 0 || index % 7 == 0 {
                // A table with one row for each result has many of the same kind.
                guard line == 0 || lines.count < 5 || index == 2 || (line + index) % 5 == 0
                else { continue }
                var cells = cells
                cells[index] = Self.canary[...]
                add(line, cells.joined(separator: ";"))
            }
        }
        return made
    }

    @Test(arguments: ["wide.csv", "long.csv", "worksheet.yaml"])
    func `no cell of a sheet reaches a report, an error or a file of the trial`(
        _ ending: String
    ) throws {
        let sheet = try SheetFixture.named("04", ending)
        let trial = try SampleTrial(active: ["BCN"])
        let office = try TrialOffice.open(trial.url)
        let screens = try SampleTrial.unlock(office, "jordi.bcn")
        let enrolls = try SampleTrial.unlock(office, "marta.bcn")
        let (asOf, now) = (try SampleTrial.day, try SampleTrial.moment(2))
        var texts: [String] = []
        var (recorded, refused) = (0, 0)
        for bytes in changed(sheet) {
            let document = GivenDocument(name: sheet.name, bytes: bytes)
            do {
                let screening = try office.screen(document, by: screens, asOf: asOf, now: now)
                recorded += 1
                texts.append(ScreeningText(screening, style: Style(isColored: false)).text)
                texts.append(try JSONText.encode(screening))
                let request = TrialOffice.EnrollmentRequest(
                    screening: screening.number,
                    document: document,
                    asOf: asOf
                )
                texts.append("\(try office.enroll(request, by: enrolls, now: now))")
            } catch {
                refused += 1
                texts.append("\(error)")
            }
        }
        #expect(recorded > 5 && refused > 30, "\(recorded) recorded, \(refused) refused")
        for text in texts {
            #expect(!text.localizedCaseInsensitiveContains(Self.canary), "\(text.prefix(2_000))")
        }
        try office.close()
        for (path, bytes) in try FolderContents(trial.url).files {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.localizedCaseInsensitiveContains(Self.canary), "\(path)")
        }
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }
}
