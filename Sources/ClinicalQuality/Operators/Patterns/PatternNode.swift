/// The syntax tree of a regular expression.
indirect enum PatternNode {
    case empty
    case scalar(Unicode.Scalar)
    case any
    case set(ScalarSet)
    case sequence([PatternNode])
    case alternation([PatternNode])
    /// A group with its number, from 1.
    case capture(Int, PatternNode)
    case repetition(PatternNode, least: Int, most: Int?, isGreedy: Bool)
    case start
    case end
    case wordBoundary(Bool)
    case backreference(Int)
    case lookahead(PatternNode, isNegative: Bool)
}

/// A set of characters: `[a-z_]`, `\d`, `\P{Lu}`.
struct ScalarSet {
    /// A class of characters that has a name.
    enum Named {
        case digit, word, space
        case category(@Sendable (Unicode.GeneralCategory) -> Bool)
    }

    var ranges: [ClosedRange<UInt32>] = []
    var named: [(Named, isNegative: Bool)] = []
    var isNegative = false
    var ignoresCase = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        var found = hasMember(scalar)
        if !found && ignoresCase {
            let properties = scalar.properties
            for text in [properties.lowercaseMapping, properties.uppercaseMapping] {
                let scalars = text.unicodeScalars
                if scalars.count == 1, let other = scalars.first {
                    found = found || hasMember(other)
                }
            }
        }
        return found != isNegative
    }

    private func hasMember(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) }
            || named.contains { Self.belongs(scalar, to: $0.0) != $0.isNegative }
    }

    /// Digits, word characters and white space are those of ASCII, as in PCRE and Java.
    private static func belongs(_ scalar: Unicode.Scalar, to named: Named) -> Bool {
        switch named {
        case .digit: ("0"..."9").contains(scalar)
        case .word: isWord(scalar)
        case .space: scalar == " " || (0x09...0x0D).contains(scalar.value)
        case .category(let test): test(scalar.properties.generalCategory)
        }
    }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            || ("0"..."9").contains(scalar) || scalar == "_"
    }
}

/// Why a text is not a regular expression that this library knows.
struct PatternError: Error {
    let reason: String
}
