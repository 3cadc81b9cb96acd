extension Operators {
    // Positions and lengths count Unicode scalars, which do not change from one version of
    // Unicode to the next, unlike grapheme clusters.

    /// CQL `Length` of a string.
    public static func length(_ text: String) -> Int { text.unicodeScalars.count }

    /// CQL `PositionOf`: where `pattern` first begins in `text`, from 0; -1 when it does not occur.
    public static func position(of pattern: String, in text: String) -> Int {
        TextSearch(Array(pattern.unicodeScalars)).places(in: text.unicodeScalars, limit: 1).first
            ?? -1
    }

    /// CQL `LastPositionOf`: where `pattern` last begins in `text`, from 0; -1 when it does not
    /// occur.
    public static func lastPosition(of pattern: String, in text: String) -> Int {
        let backwards = TextSearch(pattern.unicodeScalars.reversed())
        let place = backwards.places(in: text.unicodeScalars.reversed(), limit: 1).first
        return place.map { length(text) - length(pattern) - $0 } ?? -1
    }

    /// CQL `Substring`: from `start` to the end or for `length` characters; nil when `start` is not
    /// in the text.
    public static func substring(_ text: String, from start: Int, length: Int?) -> String? {
        let scalars = text.unicodeScalars
        guard start >= 0, start <= scalars.count, start < scalars.count || scalars.isEmpty else {
            return nil
        }
        let rest = scalars.dropFirst(start)
        return String(length.map { rest.prefix(max(0, $0)) } ?? rest)
    }

    /// The character at `index` from 0; nil when there is none.
    public static func character(of text: String, at index: Int) -> String? {
        guard index >= 0, let scalar = text.unicodeScalars.dropFirst(index).first else {
            return nil
        }
        return String(Character(scalar))
    }

    /// CQL `StartsWith`, by Unicode scalars.
    public static func starts(_ text: String, with prefix: String) -> Bool {
        text.unicodeScalars.starts(with: prefix.unicodeScalars)
    }

    /// CQL `EndsWith`, by Unicode scalars.
    public static func ends(_ text: String, with suffix: String) -> Bool {
        text.unicodeScalars.reversed().starts(with: suffix.unicodeScalars.reversed())
    }

    /// CQL `Split`: the parts between the separators; the whole text when there is none.
    public static func split(_ text: String, by separator: String) -> [String] {
        let separator = Array(separator.unicodeScalars)
        guard !separator.isEmpty else { return [text] }
        let scalars = Array(text.unicodeScalars)
        var parts: [String] = []
        var start = 0
        for place in TextSearch(separator).places(in: scalars) {
            parts.append(string(scalars[start..<place]))
            start = place + separator.count
        }
        return parts + [string(scalars[start...])]
    }

    /// CQL `Combine`: the strings of a list with a separator between them; nil for none.
    ///
    /// - Throws: `limitExceeded` for a text of more than 4 MB.
    public static func combine(
        _ list: [Value],
        separator: String
    ) throws(EvaluationError) -> String? {
        let texts = list.compactMap(\.text)
        var length = 0
        for text in texts {
            length += text.utf8.count + separator.utf8.count
            try Limits.checkLength(ofText: length)
        }
        return texts.isEmpty ? nil : texts.joined(separator: separator)
    }
}

extension Value {
    /// The text of a string; nil for anything else.
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
