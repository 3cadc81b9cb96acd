/// A text in pieces, so that it can be said in another language: what is the same in all of them
/// (numbers, units, dates), and patterns with their parts.
///
/// Two phrases are equal when they say the same in English.
public indirect enum Phrase: Sendable {
    /// What is the same in every language: a number with its unit, a date, an identifier.
    case verbatim(String)
    /// An English pattern of the program, for which another language has its own words; the parts
    /// stand in its holes, `{0}`, `{1}` and so on.
    case said(String, [Phrase])
    /// The same of a library or a protocol: a message, or a name, which is a pattern without holes.
    case told(String, [Phrase])
    /// Several one after the other.
    case list([Phrase], Separator)

    /// What stands between the phrases of a list, by its English form.
    public enum Separator: String, Sendable, CaseIterable {
        case comma = ", "
        case semicolon = "; "
        case or = " or "
        case quotedOr = "” or “"
        case space = " "
    }

    /// A name: an analyte, a drug, a definition.
    public static func term(_ name: String) -> Phrase { .told(name, []) }

    /// Several phrases as one; a single one is itself.
    public static func all(_ parts: [Phrase], _ separator: Separator) -> Phrase {
        parts.count == 1 ? parts[0] : .list(parts, separator)
    }

    /// The English text.
    public var text: String {
        switch self {
        case .verbatim(let text): text
        case .said(let pattern, let parts), .told(let pattern, let parts):
            Self.fill(pattern, parts.map(\.text))
        case .list(let parts, let separator):
            parts.map(\.text).joined(separator: separator.rawValue)
        }
    }

    /// The pieces of a pattern: what stands between the holes, and the numbers of the holes.
    public static func pieces(of pattern: String) -> [Piece] {
        var pieces: [Piece] = []
        var text = ""
        var rest = Substring(pattern)
        while let next = rest.first {
            if next == "{", let close = rest.firstIndex(of: "}"),
                let hole = Int(rest[rest.index(after: rest.startIndex)..<close])
            {
                if !text.isEmpty { pieces.append(.text(text)) }
                text = ""
                pieces.append(.hole(hole))
                rest = rest[rest.index(after: close)...]
            } else {
                text.append(next)
                rest.removeFirst()
            }
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        return pieces
    }

    /// A piece of a pattern.
    public enum Piece: Sendable, Hashable {
        /// Words.
        case text(String)
        /// The place of a part, counted from 0.
        case hole(Int)
    }

    private static func fill(_ pattern: String, _ parts: [String]) -> String {
        guard !parts.isEmpty else { return pattern }
        return pieces(of: pattern).map { piece in
            switch piece {
            case .text(let text): text
            case .hole(let number): parts.indices.contains(number) ? parts[number] : ""
            }
        }.joined()
    }
}

extension Phrase: Hashable {
    /// Whether both say the same in English.
    public static func == (left: Phrase, right: Phrase) -> Bool { left.text == right.text }

    /// Goes by the English text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension Phrase: CustomStringConvertible, ExpressibleByStringLiteral {
    /// The English text.
    public var description: String { text }

    /// Takes the text as it is.
    public init(stringLiteral text: String) { self = .verbatim(text) }
}
