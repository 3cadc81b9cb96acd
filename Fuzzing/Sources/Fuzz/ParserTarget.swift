import ClinicalQuality

/// The compiler: every text becomes a library or diagnostics with places inside of the text, and
/// the same ones each time.
struct ParserTarget: Target {
    static let words = [
        "define", "function", "X", "(", ")", "[", "]", "{", "}", ":", ",", ".", "'", "\"", "`",
        "/*", "*/", "//", "\n", "\\u", "@2020-01-01", "@T10:00", "1", "1.0", "5L", "'mg'", "1:2",
        "Interval[", "Tuple{", "List<", "cast", "as", "is", "not", "null", "exists", "from",
        "where",
        "return", "sort by", "aggregate", "starting", "let", "with", "without", "such that", "if",
        "then", "else", "case", "when", "end", "between", "and", "or", "xor", "implies", "during",
        "before", "after", "starts", "ends", "overlaps", "within 3 days of", "days", "per",
        "day of",
        "difference in", "duration in", "start of", "width of", "expand", "collapse", "flatten",
        "union", "intersect", "except", "in", "contains", "included in", "properly", "same",
        "on or",
        "$this", "$total", "%x", "Observation", "FHIR.", "System.", "context Patient", "using FHIR",
        "codesystem", "valueset", "parameter", "include", "library", "version", "+", "-", "*", "/",
        "^", "&", "|", "~", "!~", "!=", "<=", "mod", "div", "minimum Integer", "convert", "to",
    ]
    let seeds: [String]

    init(seeds: [String]) { self.seeds = seeds }

    func input(_ dice: inout Dice) -> String {
        Mutation.apply(dice.one(of: seeds), words: Self.words, &dice)
    }

    func run(_ input: String) -> String? {
        let source = LibrarySource(path: "input", text: input)
        let first = diagnostics(source)
        if first != diagnostics(source) { return "other diagnostics the second time" }
        for diagnostic in first {
            let place = diagnostic.location
            if place.line < 1 || place.column < 1 || place.endLine < place.line {
                return "a diagnostic without a place"
            }
            _ = diagnostic.description
        }
        return nil
    }

    private func diagnostics(_ source: LibrarySource) -> [Diagnostic] {
        do {
            return try Compiler().compile(source).warnings
        } catch {
            return error.diagnostics
        }
    }
}
