import ClinicalQuality
import Eligibility
import Foundation
import Reporting
import TestSupport
import Testing
import TrialDefinition
import TrialOffice

/// A translation says everything, and changes no answer.
@Suite struct TranslationTests {
    static let languages = Language.allCases.filter { $0 != .english }

    @Test(arguments: languages)
    func `no text of a report is left in English`(_ language: Language) throws {
        let wording = try ReportFixtures.wording(language)
        var left: Set<String> = []
        for (_, screening) in try ReportFixtures.screenings.get() {
            left.formUnion(wording.untranslated(in: screening))
        }
        #expect(left.sorted() == [])
    }

    @Test(arguments: languages)
    func `no text of a calendar is left in English`(_ language: Language) throws {
        let wording = try ReportFixtures.wording(language)
        for prefix in ["03", "10", "23"] {
            let fixture = try CandidateFixture.named(prefix)
            let screening = try ReportFixtures.screened(fixture, horizon: 30)
            #expect(wording.untranslated(in: screening) == [], "\(fixture)")
        }
    }

    /// What is not for people: answers, numbers, days, places.
    private static let codes: Set<String> = [
        "answer", "effect", "kind", "verdict", "remedy", "canChange", "isSeen", "countsFrom", "id",
        "source", "decides", "age", "level", "factor", "asOf", "site", "country",
        "protocolID", "protocolVersion", "document", "number", "isPreScreening", "resourcesRead",
        "resourcesIgnored", "sources",
    ]

    @Test(arguments: languages)
    func `the answers are the same in every language`(_ language: Language) throws {
        let wording = try ReportFixtures.wording(language)
        for (fixture, screening) in try ReportFixtures.screenings.get() {
            let english = try codes(try JSONText.encode(screening))
            let other = try codes(try JSONText.encode(screening, in: wording))
            #expect(english.elementsEqual(other), "\(fixture)")
            #expect(english.count > 100)
        }
    }

    private func codes(_ json: String) throws -> [String] {
        var found: [String] = []
        func collect(_ value: Any, _ path: String) {
            if let object = value as? [String: Any] {
                for key in object.keys.sorted() {
                    guard let inner = object[key] else { continue }
                    collect(inner, path + "." + key)
                }
            } else if let list = value as? [Any] {
                found.append("\(path) \(list.count)")
                for (index, inner) in list.enumerated() { collect(inner, "\(path)[\(index)]") }
            } else if path.split(separator: ".").contains(where: isCode) {
                found.append("\(path)=\(value)")
            }
        }
        collect(try JSONSerialization.jsonObject(with: Data(json.utf8)), "")
        return found
    }

    private func isCode(_ key: Substring) -> Bool {
        Self.codes.contains(key.split(separator: "[").first.map(String.init) ?? "")
    }

    @Test(arguments: languages)
    func `a value says the same number, unit and day`(_ language: Language) throws {
        let wording = try ReportFixtures.wording(language)
        for (fixture, screening) in try ReportFixtures.screenings.get() {
            for line in screening.report.criteria.flatMap(\.explanation) {
                let english = data(Wording.english.runs(line))
                #expect(
                    data(wording.runs(line)).sorted() == english.sorted(),
                    "\(fixture): \(line)"
                )
            }
        }
    }

    private func data(_ runs: [Wording.Run]) -> [String] {
        runs.filter { $0.kind == .data }.map(\.text)
    }

    /// A text that no language has: `{0}` is its value.
    private static let unknown = Phrase.said("never said about {0}", [.verbatim("5 mg")])

    @Test(arguments: languages)
    func `what has no translation stands there in English, marked`(_ language: Language) throws {
        let wording = Wording(language, Vocabulary(language: language.rawValue))
        let text = wording.text(Self.unknown)
        #expect(text.hasPrefix("[en] "))
        #expect(text.contains("never said about "))
        #expect(text.contains(language.isRightToLeft ? "\u{2066}5\u{A0}mg\u{2069}" : "5 mg"))
        #expect(wording.runs(Self.unknown).map(\.kind) == [.english, .data])
    }

    @Test(arguments: languages)
    func `a name is not taken for a word of the program`(_ language: Language) {
        // The column of a report is called `Age` too: the age of a result.
        let wording = Wording(language, Vocabulary(language: language.rawValue))
        #expect(wording.runs(.term("Age")).map(\.kind) == [.english])
        #expect(wording.runs(.said("Age", [])).map(\.kind) == [.words])
    }

    @Test func `English needs no words`() {
        #expect(Wording.english.text(Self.unknown) == "never said about 5 mg")
    }

    @Test func `Arabic numbers have the form of the noun that goes with them`() {
        let wording = Wording(.arabic, Vocabulary(language: "ar"))
        func days(_ count: String) -> String {
            wording.runs(Sentence.days(.verbatim(count))).map(\.text).joined()
        }
        #expect(days("3") == "3 أيام")
        #expect(days("10") == "10 أيام")
        #expect(days("11") == "11 يومًا")
        #expect(days("0.5") == "0.5 يومًا")
    }

    @Test(arguments: languages)
    func `the program's own words have the holes of the English ones`(_ language: Language) {
        let wording = Wording(language, Vocabulary(language: language.rawValue))
        for sentence in Sentence.allCases.map(\.rawValue) + ReportSentence.allCases.map(\.rawValue)
        {
            let holes = Phrase.pieces(of: sentence).compactMap { piece -> String? in
                if case .hole(let number) = piece { "<\(number)>" } else { nil }
            }
            let runs = wording.runs(.said(sentence, holes.map { .verbatim($0) }))
            #expect(data(runs).sorted() == holes.sorted(), "\(sentence)")
            #expect(!runs.contains { $0.kind == .english }, "\(sentence)")
        }
    }
}
