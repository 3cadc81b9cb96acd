/// Reads a regular expression in the common part of the PCRE dialect.
///
/// Alternation, groups (numbered, named, non-capturing), greedy and lazy quantifiers, sets with
/// ranges and classes, `^ $ \b \B \A \z`, back references, lookahead, Unicode categories, and the
/// flag `(?i)` at the beginning. No lookbehind, no possessive quantifiers, no recursion.
struct PatternParser {
    private let pattern: [Unicode.Scalar]
    private var position = 0
    private var depth = 0
    private(set) var groups = 0
    private(set) var names: [String: Int] = [:]
    private var ignoresCase = false

    /// The deepest nesting of groups.
    private static let deepest = 100
    private static let mostRepetitions = 1000
    /// The most quantifiers behind one atom.
    private static let mostQuantifiers = 10
    private static let longest = 10_000

    init(_ pattern: String) {
        self.pattern = Array(pattern.unicodeScalars)
    }

    mutating func parse() throws(PatternError) -> PatternNode {
        guard pattern.count <= Self.longest else { throw PatternError(reason: "too large") }
        if take("(?i)") { ignoresCase = true }
        let node = try alternation()
        guard position == pattern.count else { throw PatternError(reason: "unmatched )") }
        return node
    }

    private var next: Unicode.Scalar? { position < pattern.count ? pattern[position] : nil }

    private mutating func take(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard pattern[position...].starts(with: scalars) else { return false }
        position += scalars.count
        return true
    }

    private mutating func advance() throws(PatternError) -> Unicode.Scalar {
        guard let scalar = next else { throw PatternError(reason: "unexpected end") }
        position += 1
        return scalar
    }

    private mutating func alternation() throws(PatternError) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw PatternError(reason: "nested too deeply") }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternation(branches)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var nodes: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            nodes.append(try quantified(try atom()))
        }
        return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
    }

    private mutating func quantified(_ atom: PatternNode) throws(PatternError) -> PatternNode {
        var node = atom
        var count = 0
        while let (least, most) = try quantifier() {
            let isGreedy = !take("?")
            guard !take("+") else { throw PatternError(reason: "possessive quantifier") }
            count += 1
            guard count <= Self.mostQuantifiers else {
                throw PatternError(reason: "nested too deeply")
            }
            node = .repetition(node, least: least, most: most, isGreedy: isGreedy)
        }
        return node
    }

    private mutating func quantifier() throws(PatternError) -> (Int, Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        let start = position
        guard take("{") else { return nil }
        if let least = number() {
            if take("}") { return try checked(least, least) }
            if take(",") {
                if take("}") { return try checked(least, nil) }
                if let most = number(), take("}") { return try checked(least, most) }
            }
        }
        // A brace that begins no quantifier stands for itself.
        position = start
        return nil
    }

    private func checked(_ least: Int, _ most: Int?) throws(PatternError) -> (Int, Int?) {
        guard least <= Self.mostRepetitions, most ?? 0 <= Self.mostRepetitions,
            most.map({ least <= $0 }) ?? true
        else { throw PatternError(reason: "quantifier out of range") }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let scalar = next, ("0"..."9").contains(scalar), (value ?? 0) < 100_000 {
            value = (value ?? 0) * 10 + Int(scalar.value - 48)
            position += 1
        }
        return value
    }

    private mutating func atom() throws(PatternError) -> PatternNode {
        let scalar = try advance()
        switch scalar {
        case ".": return .any
        case "^": return .start
        case "$": return .end
        case "(": return try group()
        case "[": return .set(try set())
        case "\\": return try escape()
        case "*", "+", "?": throw PatternError(reason: "nothing to repeat")
        default: return literal(scalar)
        }
    }

    private func literal(_ scalar: Unicode.Scalar) -> PatternNode {
        guard ignoresCase else { return .scalar(scalar) }
        var set = ScalarSet(ignoresCase: true)
        set.ranges = [scalar.value...scalar.value]
        return .set(set)
    }

    private mutating func group() throws(PatternError) -> PatternNode {
        let node: PatternNode
        if take("?:") {
            node = try alternation()
        } else if take("?=") {
            node = .lookahead(try alternation(), isNegative: false)
        } else if take("?!") {
            node = .lookahead(try alternation(), isNegative: true)
        } else if take("?<") || take("?P<") {
            var name = ""
            while let scalar = next, ScalarSet.isWord(scalar) {
                name.unicodeScalars.append(scalar)
                position += 1
            }
            guard !name.isEmpty, take(">") else { throw PatternError(reason: "group name") }
            groups += 1
            names[name] = groups
            let index = groups
            node = .capture(index, try alternation())
        } else if next == "?" {
            throw PatternError(reason: "unknown kind of group")
        } else {
            groups += 1
            let index = groups
            node = .capture(index, try alternation())
        }
        guard take(")") else { throw PatternError(reason: "missing )") }
        return node
    }

    private mutating func escape() throws(PatternError) -> PatternNode {
        let scalar = try advance()
        switch scalar {
        case "b": return .wordBoundary(true)
        case "B": return .wordBoundary(false)
        case "A": return .start
        case "z", "Z": return .end
        case "1"..."9":
            let index = Int(scalar.value - 48)
            return .backreference(index)
        default:
            if let named = try named(scalar) {
                var set = ScalarSet()
                set.named = [named]
                return .set(set)
            }
            return literal(try character(scalar))
        }
    }

    /// A class of characters after a backslash.
    private mutating func named(
        _ scalar: Unicode.Scalar
    ) throws(PatternError) -> (ScalarSet.Named, isNegative: Bool)? {
        switch scalar {
        case "d": return (.digit, false)
        case "D": return (.digit, true)
        case "w": return (.word, false)
        case "W": return (.word, true)
        case "s": return (.space, false)
        case "S": return (.space, true)
        case "p", "P": return (.category(try category()), scalar == "P")
        default: return nil
        }
    }

    private mutating func category() throws(PatternError)
        -> @Sendable (Unicode.GeneralCategory) -> Bool
    {
        var name = ""
        if take("{") {
            while let scalar = next, scalar != "}" {
                name.unicodeScalars.append(scalar)
                position += 1
            }
            guard take("}") else { throw PatternError(reason: "missing }") }
        } else {
            name.unicodeScalars.append(try advance())
        }
        guard let test = PatternCategory.test(name) else {
            throw PatternError(reason: "unknown category")
        }
        return test
    }

    /// A single character after a backslash.
    private mutating func character(_ scalar: Unicode.Scalar) throws(PatternError) -> Unicode.Scalar
    {
        switch scalar {
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "f": return "\u{0C}"
        case "v": return "\u{0B}"
        case "0": return "\0"
        case "u": return try hexadecimal(4)
        case "x":
            guard take("{") else { return try hexadecimal(2) }
            var count = 0
            while position + count < pattern.count, pattern[position + count] != "}" { count += 1 }
            let result = try hexadecimal(count)
            _ = take("}")
            return result
        default:
            guard !ScalarSet.isWord(scalar) else { throw PatternError(reason: "unknown escape") }
            return scalar
        }
    }

    private mutating func hexadecimal(_ count: Int) throws(PatternError) -> Unicode.Scalar {
        var text = ""
        for _ in 0..<count { text.unicodeScalars.append(try advance()) }
        guard let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else {
            throw PatternError(reason: "not a character code")
        }
        return scalar
    }

    private mutating func set() throws(PatternError) -> ScalarSet {
        var set = ScalarSet(ignoresCase: ignoresCase)
        set.isNegative = take("^")
        var isFirst = true
        while isFirst || next != "]" {
            isFirst = false
            guard let low = try member(&set) else { continue }
            guard next == "-", position + 1 < pattern.count, pattern[position + 1] != "]" else {
                set.ranges.append(low.value...low.value)
                continue
            }
            position += 1
            guard let high = try member(&set), low <= high else {
                throw PatternError(reason: "range out of order")
            }
            set.ranges.append(low.value...high.value)
        }
        position += 1
        return set
    }

    /// One character of a set, or nil after a class, which is added to the set.
    private mutating func member(_ set: inout ScalarSet) throws(PatternError) -> Unicode.Scalar? {
        let scalar = try advance()
        guard scalar == "\\" else { return scalar }
        let escaped = try advance()
        if escaped == "b" { return "\u{08}" }
        if let named = try named(escaped) {
            set.named.append(named)
            return nil
        }
        return try character(escaped)
    }
}
