import UnitsOfMeasure

/// What a token is replaced by, one at a time.
enum Replacements {
    private static let symbols: [String: [String]] = [
        "<": ["<=", ">"], "<=": ["<", ">="], ">": [">=", "<"], ">=": [">", "<="],
        "=": ["!="], "!=": ["="], "~": ["!~"], "!~": ["~"], "+": ["-"], "-": ["+"],
        "*": ["/"], "/": ["*"],
    ]
    private static let words: [String: [String]] = [
        "and": ["or"], "or": ["and"], "union": ["intersect"], "exists": ["not exists"],
        "true": ["false"], "false": ["true"], "not": [""], "distinct": [""],
        "First": ["Last"], "Last": ["First"], "Max": ["Min"], "Min": ["Max"],
        "AllTrue": ["AnyTrue"], "AnyTrue": ["AllTrue"],
        "day": ["week"], "days": ["weeks", "hours"], "week": ["day"], "weeks": ["days", "months"],
        "month": ["day"], "months": ["weeks", "days"], "year": ["month"], "years": ["months"],
        "hour": ["day"], "hours": ["days", "minutes"], "minutes": ["hours"],
    ]
    private static let units: [String: [String]] = [
        "%": ["1"], "kg": ["g"], "mg/dL": ["g/dL"], "/uL": ["/mL"], "mg/m2": ["g/m2"],
        "mL/min/{1.73_m2}": ["L/min/{1.73_m2}"], "cm": ["m"], "umol/L": ["mmol/L"],
    ]

    /// What may stand in the place of `token`, which follows `previous` and precedes `next`.
    static func all(
        _ token: CQLToken,
        after previous: CQLToken?,
        before next: CQLToken?
    ) -> [String] {
        switch token.kind {
        case .symbol: return symbols[token.text] ?? []
        case .word:
            // The precision of `day from` is no unit, and `is not null` is turned by its own `not`.
            if next?.text == "from" { return [] }
            if token.text == "is" { return next?.text == "not" ? [] : ["is not"] }
            return words[token.text] ?? []
        case .number: return numbers(token.text)
        case .text: return texts(token.text, after: previous)
        case .name: return []
        }
    }

    private static func numbers(_ text: String) -> [String] {
        guard let number = ExactDecimal(text) else { return [] }
        let digits = text.split(separator: ".").dropFirst().first?.count ?? 0
        let step = digits == 0 ? "1" : "0." + String(repeating: "0", count: digits - 1) + "1"
        guard let step = ExactDecimal(step) else { return [] }
        return [try? number.subtracting(step), try? number.adding(step)]
            .compactMap { $0?.description }
    }

    private static func texts(_ text: String, after previous: CQLToken?) -> [String] {
        let content = String(text.dropFirst().dropLast())
        if let others = units[content] { return others.map { "'\($0)'" } }
        let isUnit = previous?.kind == .number
        return isUnit || content.isEmpty ? [] : ["'another \(content)'"]
    }
}
