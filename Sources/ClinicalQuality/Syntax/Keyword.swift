/// The words with a meaning of their own.
///
/// Source: CQL 1.5, chapter 3, "Keywords".
enum Keyword {
    /// Words that are never a bare identifier.
    static let reserved: Set<String> = [
        "aggregate", "all", "and", "as", "after", "before", "between", "case", "cast", "Code",
        "collapse", "Concept", "convert", "day", "days", "difference", "distinct", "duration",
        "during", "else", "exists", "expand", "false", "flatten", "from", "if", "in", "is",
        "hour", "hours", "Interval", "let", "List", "maximum", "millisecond", "milliseconds",
        "minimum", "minute", "minutes", "month", "months", "not", "null", "occurs", "of", "or",
        "per", "point", "properly", "return", "same", "second", "seconds", "singleton", "sort",
        "then", "to", "true", "Tuple", "week", "weeks", "when", "with", "within", "without",
        "year", "years",
    ]

    /// Words that name an element or a type where no ambiguity arises, but never an alias or a
    /// definition.
    static let contextual: Set<String> = [
        "asc", "ascending", "by", "called", "code", "codesystem", "codesystems", "concept",
        "contains", "context", "date", "default", "define", "desc", "descending", "display",
        "div", "end", "ends", "except", "fluent", "function", "implies", "include", "includes",
        "intersect", "library", "meets", "mod", "overlaps", "parameter", "predecessor", "private",
        "public", "start", "starting", "starts", "successor", "time", "timezoneoffset", "union",
        "using", "valueset", "version", "where", "width", "xor",
    ]

    /// Words that begin a statement when they stand first on a line.
    static let statementStarts: Set<String> = [
        "define", "context", "parameter", "code", "codesystem", "concept", "valueset", "using",
        "include", "library", "public", "private",
    ]
}
