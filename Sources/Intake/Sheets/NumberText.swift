import TrialDefinition
import UnitsOfMeasure

/// A number as hospitals write it, with its comparator and what stands behind it.
struct NumberText {
    /// In the form of JSON.
    let number: String
    /// FHIR's comparator, if there is one.
    let comparator: String?
    /// What stands behind the number, such as a unit.
    let rest: String

    /// Reads `text`; what may be read in two ways is refused.
    init(_ text: String, _ style: NumberStyle) throws(SheetProblem) {
        var rest = ItemSpelling.westernDigits(text)[...]
        comparator = Self.comparator(&rest)
        rest = rest.drop(while: \.isWhitespace)
        let isNegative = rest.hasPrefix("-")
        if isNegative || rest.hasPrefix("+") { rest = rest.dropFirst() }
        let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
        let plain = try Self.plain(digits, style)
        number = (isNegative ? "-" : "") + plain
        guard ExactDecimal(number) != nil else {
            throw SheetProblem("this number has too many digits", "write at most 28 digits")
        }
        self.rest = String(rest.dropFirst(digits.count)).trimmingBlanks
    }

    private static let comparators: [(String, String)] = [
        ("<=", "<="), (">=", ">="), ("=<", "<="), ("=>", ">="), ("≤", "<="), ("≥", ">="),
        ("<", "<"), (">", ">"),
    ]

    private static func comparator(_ rest: inout Substring) -> String? {
        for (written, meant) in comparators where rest.hasPrefix(written) {
            rest = rest.dropFirst(written.count)
            return meant
        }
        return nil
    }

    private static let notANumber = SheetProblem(
        "this is not a number",
        "write a number like 0.4, with < or > before it where the laboratory prints it so"
    )

    /// `0,4` as `0.4`.
    private static func plain(
        _ digits: Substring,
        _ style: NumberStyle
    ) throws(SheetProblem) -> String {
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        let marks = digits.filter { $0 == "." || $0 == "," }
        guard parts.allSatisfy({ !$0.isEmpty }), let whole = parts.first else { throw notANumber }
        if parts.count == 1 { return withoutZeros(whole) }
        let decimal: Character? = style == .either ? nil : (style == .comma ? "," : ".")
        let looksGrouped = parts.dropFirst().allSatisfy { $0.count == 3 } && whole.count <= 3
        guard parts.count == 2, let mark = marks.first else {
            return try grouped(parts, Array(marks), decimal)
        }
        if let decimal, mark != decimal {
            // Thousands of a style that was declared; anything else is a slip.
            guard looksGrouped, whole != "0" else { throw notANumber }
            return withoutZeros(whole + parts[1])
        }
        guard decimal != nil || !looksGrouped || whole == "0" else {
            throw SheetProblem(
                "this number can be read in two ways: with thousands, or with decimals",
                "write it without a mark for thousands, or declare `numbers` in items.yaml"
            )
        }
        return withoutZeros(whole) + "." + parts[1]
    }

    /// `1.234,5`: the last mark separates the decimals, the others group.
    private static func grouped(
        _ parts: [Substring],
        _ marks: [Character],
        _ decimal: Character?
    ) throws(SheetProblem) -> String {
        let (groups, last) = (Set(marks.dropLast()), marks[marks.count - 1])
        let inner = parts.dropFirst().dropLast()
        guard groups.count == 1, inner.allSatisfy({ $0.count == 3 }), parts[0].count <= 3 else {
            throw notANumber
        }
        if groups.contains(last) {
            guard decimal == nil || decimal != last, parts[parts.count - 1].count == 3 else {
                throw notANumber
            }
            return withoutZeros(parts.joined()[...])
        }
        guard decimal == nil || decimal == last else { throw notANumber }
        return withoutZeros(parts.dropLast().joined()[...]) + "." + parts[parts.count - 1]
    }

    private static func withoutZeros(_ digits: Substring) -> String {
        let plain = digits.drop { $0 == "0" }
        return plain.isEmpty ? "0" : String(plain)
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmingBlanks: String {
        var text = self[...]
        text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
