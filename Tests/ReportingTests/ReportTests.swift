import ClinicalQuality
import Eligibility
import Foundation
import Reporting
import TestSupport
import Testing
import TrialDefinition
import TrialOffice

/// What every form of a report has to be.
@Suite struct ReportTests {
    static let forms = ["text", "json", "markdown", "html"]
    /// One open answer in every language, conflicting results, another unit, and much that stands in
    /// the way.
    static let golden: [(String, Language)] =
        Language.allCases.map { ("06", $0) }
        + [("09", .english), ("09", .arabic), ("22", .spanish), ("32", .french)]

    /// `MILENARI_MAKE_REPORTS=1 Scripts/test --filter ReportTests` makes the files anew; read the
    /// difference before it is committed.
    @Test(arguments: golden)
    func `a report is what it was, to the byte`(_ prefix: String, _ language: Language) throws {
        let wording = try ReportFixtures.wording(language)
        let screening = try ReportFixtures.screening(prefix)
        let folder = Repository.fixtures.appendingPathComponent("Reports/\(prefix)")
        for (form, ending) in zip(Self.forms, ["txt", "json", "md", "html"]) {
            // One in another language tells all of a form that is for machines.
            if form == "json", prefix != "06" || ![.english, .arabic].contains(language) {
                continue
            }
            let text = try ReportFixtures.text(screening, form, wording)
            let file = folder.appendingPathComponent("\(language.rawValue).\(ending)")
            if ProcessInfo.processInfo.environment["MILENARI_MAKE_REPORTS"] == "1" {
                try FileManager.default.createDirectory(
                    at: folder,
                    withIntermediateDirectories: true
                )
                try Data(text.utf8).write(to: file)
            }
            #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(file.path)")
        }
    }

    @Test(arguments: Language.allCases)
    func `the page is one file that stands alone`(_ language: Language) throws {
        let wording = try ReportFixtures.wording(language)
        for (fixture, screening) in try ReportFixtures.screenings.get() {
            let page = ScreeningPage(screening, in: wording).text
            for bad in ["<script", "src=", "href=", "url(", "@import", "javascript:", "onload"] {
                #expect(!page.contains(bad), "\(fixture): \(bad)")
            }
            let direction = language.isRightToLeft ? "rtl" : "ltr"
            #expect(page.contains("<html lang=\"\(language.rawValue)\" dir=\"\(direction)\">"))
            #expect(page.contains("<meta charset=\"utf-8\">"))
            try requireWellFormed(page, fixture.name)
        }
    }

    /// Every element is closed in its turn, and every head of a column says so.
    private func requireWellFormed(_ page: String, _ name: String) throws {
        var open: [String] = []
        for part in page.split(separator: "<").dropFirst() {
            let tag = part.prefix { $0 != ">" }
            let word = String(tag.prefix { $0 != " " })
            switch word {
            case "!DOCTYPE", "meta": continue
            case _ where word.hasPrefix("/"):
                #expect(open.popLast() == String(word.dropFirst()), "\(name): \(word)")
            default:
                open.append(word)
                if word == "th" { #expect(tag.contains("scope=\""), "\(name): \(tag)") }
            }
        }
        #expect(open.isEmpty, "\(name)")
    }

    @Test func `first comes what decides`() throws {
        let text = try ReportFixtures.text(try ReportFixtures.screening("32"), "html", .english)
        let places = ["Stands in the way", "Holds", "Investigator"].compactMap {
            text.range(of: $0)?.lowerBound
        }
        #expect(places.count == 3)
        #expect(places == places.sorted())
    }

    /// The document's words are escaped wherever they stand.
    @Test(arguments: ["markdown", "html"])
    func `nothing of a document is markup`(_ form: String) throws {
        let hostile = "<b onload=1>&\"'|*_`x`[a](b)"
        let phrase = Phrase.said(hostile, [])
        let screening = try ReportFixtures.screening("06")
        let decoded = try JSONSerialization.jsonObject(
            with: Data(try JSONText.encode(screening).utf8)
        )
        var whole = try #require(decoded as? [String: Any])
        var report = try #require(whole["report"] as? [String: Any])
        var criteria = try #require(report["criteria"] as? [[String: Any]])
        criteria[1]["explanation"] = [phrase.text]
        criteria[1]["title"] = hostile
        report["criteria"] = criteria
        whole["report"] = report
        let changed = try JSONDecoder().decode(
            Screening.self,
            from: try JSONSerialization.data(withJSONObject: whole)
        )
        let text = try ReportFixtures.text(changed, form, .english)
        #expect(!text.contains("<b onload"))
        #expect(text.contains("&lt;b onload=1&gt;&amp;"))
        if form == "markdown" { #expect(text.contains("\\|\\*\\_\\`x\\`\\[a\\](b)")) }
    }

    @Test func `evidence tells its age, and the number that was compared`() throws {
        let answer = try #require(
            try ReportFixtures.screening("22").report.criteria.first { $0.id == "I08" }
        )
        let creatinine = try #require(answer.evidence.first { $0.what.text == "Creatinine" })
        #expect(creatinine.value?.text.hasSuffix("umol/L") == true)
        #expect(creatinine.compared?.text.hasSuffix("mg/dL") == true)
        #expect(creatinine.age == 3)
    }
}
