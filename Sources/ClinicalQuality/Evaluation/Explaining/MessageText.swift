/// The text of a `Message` in pieces: its literals are the pattern, all else stands in holes.
struct MessageText {
    private var pattern = ""
    private var parts: [Phrase] = []

    /// The text at `place`, which the library put together to `text`.
    ///
    /// Where the trace does not show how, it is one piece.
    static func phrase(_ place: TracePlace, saying text: String) -> Phrase {
        let phrase = phrase(place)
        return phrase.text == text ? phrase : .term(text)
    }

    private static func phrase(_ place: TracePlace) -> Phrase {
        guard isJoined(place) else {
            if case .literal = place.kind { return .term(place.node.text) }
            // A status is a word, any other text of the record a value.
            if place.kind == .property("status") { return .term(place.node.text) }
            if let origin = place.origin { return phrase(origin) }
            return .verbatim(place.node.text)
        }
        var text = MessageText()
        text.add(place)
        return .told(text.pattern, text.parts)
    }

    private static func isJoined(_ place: TracePlace) -> Bool {
        place.kind == .operation("Concatenate") || place.kind == .operation("ConcatenateWithNull")
    }

    private mutating func add(_ place: TracePlace) {
        if Self.isJoined(place) {
            for child in place.children { add(child) }
        } else if case .literal = place.kind {
            pattern += place.node.text
        } else {
            let part = Self.phrase(place)
            guard !part.text.isEmpty || place.node.value.isNull else { return hole(.verbatim("")) }
            hole(part)
        }
    }

    private mutating func hole(_ part: Phrase) {
        pattern += "{\(parts.count)}"
        parts.append(part)
    }
}

extension TraceNode {
    /// The value, where it is a text.
    fileprivate var text: String {
        if case .string(let text) = value { text } else { "" }
    }
}
