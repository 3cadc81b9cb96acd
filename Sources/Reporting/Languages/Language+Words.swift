import ClinicalQuality
import Eligibility

extension Language {
    /// The program's own words, by the English text.
    var words: [String: String] {
        switch self {
        case .english: [:]
        case .spanish: Self.spanishTables.own
        case .italian: Self.italianTables.own
        case .french: Self.frenchTables.own
        case .arabic: Self.arabicTables.own
        }
    }

    /// Words for what a library need not name: parts of records and events.
    var recordWords: [String: String] {
        switch self {
        case .english: [:]
        case .spanish: Self.spanishTables.record
        case .italian: Self.italianTables.record
        case .french: Self.frenchTables.record
        case .arabic: Self.arabicTables.record
        }
    }

    private typealias Tables = (own: [String: String], record: [String: String])

    private static let spanishTables = tables(\.spanish, \.spanish, \.spanish, \.spanish, \.spanish)
    private static let italianTables = tables(\.italian, \.italian, \.italian, \.italian, \.italian)
    private static let frenchTables = tables(\.french, \.french, \.french, \.french, \.french)
    private static let arabicTables = tables(\.arabic, \.arabic, \.arabic, \.arabic, \.arabic)

    private static func tables(
        _ sentence: (Sentence) -> String,
        _ report: (ReportSentence) -> String,
        _ word: (ReportWord) -> String,
        _ note: (NoteWord) -> String,
        _ record: (RecordWord) -> String
    ) -> Tables {
        var own: [String: String] = [:]
        for key in Sentence.allCases { own[key.rawValue] = sentence(key) }
        for key in ReportSentence.allCases { own[key.rawValue] = report(key) }
        for key in ReportWord.allCases { own[key.rawValue] = word(key) }
        for key in NoteWord.allCases { own[key.rawValue] = note(key) }
        let records = RecordWord.allCases.map { ($0.rawValue, record($0)) }
        return (own, Dictionary(records) { first, _ in first })
    }

    /// What stands between the parts of a list, where it is not as in English.
    var separators: [Phrase.Separator: String] {
        switch self {
        case .english: [:]
        case .spanish: [.or: " o ", .quotedOr: "» o «"]
        case .italian: [.or: " o ", .quotedOr: "» o «"]
        case .french: [.or: " ou ", .quotedOr: " » ou « "]
        case .arabic: [.comma: "، ", .semicolon: "؛ ", .or: " أو ", .quotedOr: "» أو «"]
        }
    }

    /// The form of `words` that goes with the number `count`: Arabic has one for 3 to 10 before
    /// the `|`, and one for the others behind it.
    func counted(_ words: String, by count: Phrase) -> String {
        let forms = words.split(separator: "|", maxSplits: 1)
        guard self == .arabic, forms.count == 2 else { return words }
        let isFew = Int(count.text).map { (3...10).contains($0) } ?? false
        return String(forms[isFew ? 0 : 1])
    }
}
