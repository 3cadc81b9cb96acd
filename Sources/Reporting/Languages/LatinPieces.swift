/// The parts of a text that are written from left to right, and the others.
struct LatinPieces {
    private(set) var pieces: [(text: String, isLatin: Bool)] = []

    init(_ text: String) {
        var rest = Array(text)[...]
        var words = ""
        while let first = rest.first {
            guard Self.isLatin(first) else {
                words.append(first)
                rest.removeFirst()
                continue
            }
            var end = rest.startIndex
            for index in rest.indices {
                if Self.isLatin(rest[index]) {
                    end = index + 1
                } else if !Self.joins(rest[index]) {
                    break
                }
            }
            if !words.isEmpty { pieces.append((words, false)) }
            words = ""
            pieces.append((String(rest[..<end]), true))
            rest = rest[end...]
        }
        if !words.isEmpty { pieces.append((words, false)) }
    }

    private static func isLatin(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "%")
    }

    /// What belongs to a number or a unit where such characters stand on both sides.
    private static func joins(_ character: Character) -> Bool {
        " ./-+^*,".contains(character)
    }
}
