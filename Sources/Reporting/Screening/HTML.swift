import ClinicalQuality

/// Writes HTML elements; every text is escaped here, and nowhere else.
struct HTML {
    let wording: Wording

    /// An element around markup that is written already.
    func element(_ name: String, _ attributes: [(String, String)] = [], _ inner: String) -> String {
        let list = attributes.map { " \($0)=\"\(Self.escaped($1))\"" }.joined()
        return "<\(name)\(list)>\(inner)</\(name)>"
    }

    /// An element around a phrase.
    func element(
        _ name: String,
        _ attributes: [(String, String)] = [],
        saying phrase: Phrase
    ) -> String {
        element(name, attributes, say(phrase))
    }

    /// A phrase: numbers and units keep their direction, and what is left in English says so.
    func say(_ phrase: Phrase) -> String {
        var isMarked = false
        return wording.runs(phrase).map { run in
            let text = Self.escaped(run.text)
            defer { isMarked = run.kind == .english || isMarked && run.kind == .data }
            return switch run.kind {
            case .words: text
            case .data, .latin: "<bdi dir=\"ltr\">\(text)</bdi>"
            case .english:
                "<span lang=\"en\" dir=\"ltr\">\(isMarked ? "" : "[en] ")\(text)</span>"
            }
        }.joined()
    }

    /// A list of phrases.
    func list(_ phrases: [Phrase]) -> String {
        element("ul", [], phrases.map { element("li", saying: $0) }.joined())
    }

    /// A table with a head that says what each column is; the first cell of a row is its name.
    func table(_ kind: String, _ head: [Phrase], _ rows: [[String]]) -> String {
        let titles = head.map { element("th", [("scope", "col")], saying: $0) }.joined()
        let body = rows.map { row in
            let cells = row.enumerated().map { number, cell in
                number == 0 ? element("th", [("scope", "row")], cell) : element("td", [], cell)
            }
            return element("tr", [], cells.joined())
        }
        return element(
            "table",
            [("class", kind)],
            "\n" + element("thead", [], element("tr", [], titles)) + "\n"
                + element("tbody", [], body.joined(separator: "\n")) + "\n"
        )
    }

    /// `text` as text, in an element or between quotation marks.
    static func escaped(_ text: String) -> String {
        text.printable.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
            .replacing("'", with: "&#39;")
    }

    /// `text` as a string of a style sheet: every character that is no letter, digit or space is
    /// written as its number.
    static func styleString(_ text: String) -> String {
        let characters = text.printable.unicodeScalars.map { scalar in
            let isPlain = scalar.properties.isAlphabetic || scalar == " " || ("0"..."9") ~= scalar
            return isPlain ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
        }
        return "\"" + characters.joined() + "\""
    }
}
