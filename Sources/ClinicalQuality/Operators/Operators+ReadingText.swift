import UnitsOfMeasure

extension Operators {
    /// The Boolean that a text stands for: true, t, yes, y, 1 or false, f, no, n, 0, in any case.
    static func boolean(from text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "t", "yes", "y", "1": true
        case "false", "f", "no", "n", "0": false
        default: nil
        }
    }

    /// The whole number of a text: an optional sign and digits.
    static func whole<T: FixedWidthInteger>(from text: String) -> T? {
        isNumber(text, allowsPoint: false) ? T(text) : nil
    }

    /// The decimal of a text: an optional sign, digits, and optionally a point and digits.
    ///
    /// Decimals after the eighth are rounded.
    static func decimal(from text: String) -> ExactDecimal? {
        guard isNumber(text, allowsPoint: true) else { return nil }
        return inRange(ExactDecimal(text.hasPrefix("+") ? String(text.dropFirst()) : text))
    }

    private static func isNumber(_ text: String, allowsPoint: Bool) -> Bool {
        var digits = text.utf8[...]
        if let sign = digits.first, sign == 43 || sign == 45 { digits = digits.dropFirst() }
        let parts = digits.split(separator: 46, omittingEmptySubsequences: false)
        guard parts.count == 1 || (allowsPoint && parts.count == 2) else { return false }
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { (48...57).contains($0) }
        }
    }

    /// The quantity of a text: a decimal and optionally a unit, in quotes (`5.5 'mg'`) or as a
    /// calendar keyword (`3 months`).
    static func quantity(from text: String) -> Quantity? {
        let bytes = text.utf8
        let number = bytes.prefix { (48...57).contains($0) || [43, 45, 46].contains($0) }
        guard let value = decimal(from: String(Substring(number))) else { return nil }
        var rest = Substring(bytes.dropFirst(number.count))
        while rest.utf8.first == 32 { rest = rest.dropFirst() }
        while rest.utf8.last == 32 { rest = rest.dropLast() }
        if rest.isEmpty { return Quantity(value) }
        if rest.utf8.first == 39, rest.utf8.last == 39, rest.utf8.count >= 2 {
            let code = String(rest.dropFirst().dropLast())
            return (try? QuantityUnit(code)).map { Quantity(value, $0) }
        }
        return CalendarUnit(keyword: String(rest)).map { Quantity(value, .calendar($0)) }
    }

    /// The ratio of a text: two quantities with a colon between them.
    static func ratio(from text: String) -> Ratio? {
        // A unit may contain no colon, so the first one separates.
        guard let colon = text.utf8.firstIndex(of: 58),
            let numerator = quantity(from: trimmed(text[..<colon])),
            let denominator = quantity(from: trimmed(text[text.utf8.index(after: colon)...]))
        else { return nil }
        return Ratio(numerator: numerator, denominator: denominator)
    }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text
        while rest.utf8.first == 32 { rest = rest.dropFirst() }
        while rest.utf8.last == 32 { rest = rest.dropLast() }
        return String(rest)
    }
}
