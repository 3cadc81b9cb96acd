import ClinicalQuality

/// What the intake notes about a document, in English; values stand in the holes.
///
/// Notes are kept as texts, so they are read back here; one that is not listed stays English.
enum NoteWord: String, CaseIterable {
    case passedOver =
        "{0} was passed over: its focus is somebody or something else than the patient"
    case organization =
        "the patient's managing organization is not given as the code of a site (three capital letters), and was not read"
    case codeSystem = "a code system that was written in another way was read as {0}"
    case lowerCase = "an ATC code in lower-case letters was read in capitals"
    case oneDigit = "a CVX code of one digit was read with its leading zero"
    case characters = "a printed unit was read with its characters replaced by those of UCUM"
    case printedUnit = "the printed unit \"{0}\" was read as UCUM {1}"
    case annotation = "an annotation of a unit was left out; UCUM gives it no meaning"
    case timeOfDay = "a time of day without its time zone was left out: the day counts"
    case laterEntry =
        "a result is dated {0}, after the screening day, and does not count [entry {1} of the document]"
    case laterCell =
        "a result is dated {0}, after the screening day, and does not count [row {1}, column {2}]"
    case laterRow =
        "a result is dated {0}, after the screening day, and does not count [row {1}]"
    case laterLine =
        "a result is dated {0}, after the screening day, and does not count [line {1}]"
    case moreLater = "{0} more results are dated so"
    case more = "{0} more such notes"

    /// The note `text` in pieces.
    static func phrase(_ text: String) -> Phrase {
        for word in allCases {
            if let parts = word.parts(of: text) {
                return .said(word.rawValue, parts.map(Phrase.verbatim))
            }
        }
        return .term(text)
    }

    /// What stands in the holes of the pattern, if `text` has its words.
    private func parts(of text: String) -> [String]? {
        var parts: [String] = []
        var rest = Substring(text)
        var isOpen = false
        for piece in Phrase.pieces(of: rawValue) {
            switch piece {
            case .hole: isOpen = true
            case .text(let words):
                guard let range = rest.firstRange(of: words) else { return nil }
                guard isOpen || range.lowerBound == rest.startIndex else { return nil }
                if isOpen { parts.append(String(rest[..<range.lowerBound])) }
                isOpen = false
                rest = rest[range.upperBound...]
            }
        }
        if isOpen { parts.append(String(rest)) }
        return isOpen || rest.isEmpty ? parts : nil
    }
}
