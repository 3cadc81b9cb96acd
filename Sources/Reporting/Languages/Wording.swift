public import ClinicalQuality
import Eligibility
public import TrialDefinition
public import TrialOffice

/// Says phrases in a language: by the program's own words and by those of a protocol.
public struct Wording: Sendable {
    /// The language.
    public let language: Language
    private let vocabulary: Vocabulary

    /// English, which needs no other words.
    public static let english = Wording(.english, Vocabulary(language: "en"))

    /// Says phrases in `language`, what the protocol says by `vocabulary`.
    public init(_ language: Language, _ vocabulary: Vocabulary) {
        self.language = language
        self.vocabulary = vocabulary
    }

    /// A piece of a text.
    public struct Run: Sendable, Equatable {
        /// What a piece is.
        public enum Kind: Sendable {
            /// Words of the language.
            case words
            /// The same in every language: numbers, units, dates, identifiers.
            case data
            /// Latin letters and numbers inside of words that run from right to left.
            case latin
            /// Words for which there is no translation, in English.
            case english
        }

        /// The text, without control characters.
        public let text: String
        /// What it is.
        public let kind: Kind
    }

    /// The phrase in pieces, from first to last.
    ///
    /// A pattern without a translation stays English, never nothing.
    public func runs(_ phrase: Phrase) -> [Run] {
        switch phrase {
        case .verbatim(let text):
            text.isEmpty ? [] : [Run(text: text.printable, kind: .data)]
        case .said(let pattern, let parts), .told(let pattern, let parts):
            filled(phrase, pattern, parts)
        case .list(let parts, let separator):
            parts.enumerated().flatMap { number, part in
                (number == 0 ? [] : [Run(text: self.separator(separator), kind: .words)])
                    + runs(part)
            }
        }
    }

    /// Whether anything that `phrase` says is not checked by a native reader.
    public func isUnchecked(_ phrase: Phrase) -> Bool {
        parts(of: phrase) { words(for: $0)?.isChecked == false }
    }

    /// The English texts of the report of `screening` for which the language has no words, each once
    /// and sorted: a report shows them in English.
    public func untranslated(in screening: Screening) -> [String] {
        Set(ReportContent(screening: screening).everything.flatMap(untranslated)).sorted()
    }

    /// Whether the language has no words for a pattern of `phrase`.
    func isLeft(_ phrase: Phrase) -> Bool { parts(of: phrase) { words(for: $0) == nil } }

    private func untranslated(_ phrase: Phrase) -> [String] {
        var found: [String] = []
        _ = parts(of: phrase) { part in
            switch part {
            case .said(let pattern, _), .told(let pattern, _):
                if words(for: part) == nil { found.append(pattern) }
            case .verbatim, .list: break
            }
            return false
        }
        return found
    }

    /// Whether `isWanted` holds for one of the patterns in `phrase`.
    private func parts(of phrase: Phrase, _ isWanted: (Phrase) -> Bool) -> Bool {
        switch phrase {
        case .verbatim: false
        case .said(_, let inner), .told(_, let inner):
            isWanted(phrase) || inner.contains { parts(of: $0, isWanted) }
        case .list(let inner, _): inner.contains { parts(of: $0, isWanted) }
        }
    }

    /// The words for a pattern.
    ///
    /// The program has them for its own, and a library's files for what it says: the same text can
    /// mean different things in the two.
    private func words(for phrase: Phrase) -> Vocabulary.Entry? {
        switch phrase {
        case .said(let pattern, _), .told(let pattern, _):
            if language == .english { return Vocabulary.Entry(text: pattern, isChecked: true) }
            if case .told = phrase, let entry = vocabulary[pattern] { return entry }
            let table = if case .said = phrase { language.words } else { language.recordWords }
            return table[pattern].map { .init(text: $0, isChecked: language.isChecked) }
        case .verbatim, .list: return nil
        }
    }

    private func filled(_ phrase: Phrase, _ pattern: String, _ parts: [Phrase]) -> [Run] {
        let translated = words(for: phrase)?.text
        let kind = translated == nil ? Run.Kind.english : .words
        guard !parts.isEmpty else { return pieces(translated ?? pattern, kind) }
        let text = language.counted(translated ?? pattern, by: parts[0])
        return Phrase.pieces(of: text).flatMap { piece -> [Run] in
            switch piece {
            case .text(let text): pieces(text, kind)
            case .hole(let number): parts.indices.contains(number) ? runs(parts[number]) : []
            }
        }
    }

    /// The text as one run; where it runs from right to left, Latin words and numbers in it are runs
    /// of their own, so that `60 mL/min` keeps its order.
    private func pieces(_ text: String, _ kind: Run.Kind) -> [Run] {
        let text = text.printable
        guard kind == .words, language.isRightToLeft else { return [Run(text: text, kind: kind)] }
        return LatinPieces(text).pieces.map { Run(text: $0, kind: $1 ? .latin : .words) }
    }

    private func separator(_ separator: Phrase.Separator) -> String {
        language.separators[separator] ?? separator.rawValue
    }
}

extension Wording {
    /// The phrase as plain text.
    ///
    /// Where the language runs from right to left, numbers and units are isolated, so that they
    /// keep their order.
    public func text(_ phrase: Phrase) -> String {
        text(phrase, isIsolating: language.isRightToLeft)
    }

    private func text(_ phrase: Phrase, isIsolating: Bool) -> String {
        var text = ""
        var isMarked = false
        for run in runs(phrase) {
            if run.kind == .english, !isMarked { text += Self.mark }
            // Spaces between words do not end what is marked.
            isMarked = run.kind == .english || isMarked && run.kind == .data
            guard isIsolating, run.kind != .words else {
                text += run.text
                continue
            }
            // A number stays beside its unit.
            let isValue = run.kind != .english
            text +=
                "\u{2066}\(isValue ? run.text.replacing(" ", with: "\u{A0}") : run.text)\u{2069}"
        }
        return text
    }

    private static let mark = "[en] "

    /// The phrase without marks and isolation, for a title.
    func plain(_ phrase: Phrase) -> String { runs(phrase).map(\.text).joined() }

    /// How `JSONText` says phrases: machines need no isolation.
    var speaker: Phrase.Speaker { { phrase in text(phrase, isIsolating: false) } }
}
