extension HostileCase {
    private static func nested(
        _ name: String,
        _ opening: String,
        _ core: String = "1",
        _ closing: String = "",
        before: String = ""
    ) -> HostileCase {
        .expression(
            "\(name), 10,000 deep",
            .refused("nesting-too-deep"),
            before + String(repeating: opening, count: 10_000) + core
                + String(repeating: closing, count: 10_000)
        )
    }

    /// Expressions that nest without end.
    static let nesting: [HostileCase] = [
        nested("parentheses", "(", "1", ")"),
        nested("open parentheses", "("),
        nested("lists", "{", "1", "}"),
        nested("typed lists", "List<Any>{", "1", "}"),
        nested("minus signs", "- "),
        nested("plus signs", "+ "),
        nested("not", "not ", "true"),
        nested("exists", "exists "),
        nested("casts", "cast ", "1", " as Integer"),
        nested("as", "", "1", " as Integer"),
        nested("is", "", "1", " is null"),
        nested("if", "if true then 1 else "),
        nested("if conditions", "if ", "true", " then true else false"),
        nested("case", "case when true then 1 else ", "1", " end"),
        nested("interval selectors", "Interval[", "1", ", 2]"),
        nested("tuple selectors", "Tuple{a: ", "1", "}"),
        nested("bare tuples", "{a: ", "1", "}"),
        nested("instances", "Quantity{value: ", "1.0", "}"),
        nested("queries as sources", "(", "{1}", ") Q"),
        nested("queries as results", "({1}) Q return ", "1"),
        nested("queries as conditions", "({1}) Q where exists (", "{1}", ")"),
        nested("queries with queries", "({1}) Q with ({2}) R such that "),
        nested("aggregates", "({1}) Q aggregate A starting 0: "),
        nested("calls", "Coalesce(", "1", ", 1)"),
        nested("method calls", "", "X", ".toString()"),
        nested("indexers", "", "X", "[0]"),
        nested("indexers inside", "{1}[", "0", "]"),
        nested("members", "", "X", ".value"),
        nested("retrieves", "[Observation: "),
        nested("retrieve contexts", "[X["),
        nested("list types", "List<", "Integer", ">", before: "null as "),
        nested("interval types", "Interval<", "Integer", ">", before: "null as "),
        nested("choice types", "Choice<", "Integer", ">", before: "null as "),
        nested("tuple types", "Tuple{a ", "Integer", "}", before: "null as "),
        nested("sums", "", "1", " + 1"),
        nested("powers", "", "2", " ^ 2"),
        nested("conjunctions", "", "true", " and true"),
        nested("implications", "", "true", " implies true"),
        nested("unions", "", "{1}", " union {1}"),
        nested("convert", "convert ", "1", " to String"),
        nested("start of", "start of "),
        nested("years between", "years between 1 and "),
        nested("difference", "difference in days of "),
        nested("minimum", "flatten "),
        nested("expand", "expand "),
        nested("collapse per", "collapse {1} per "),
        nested("between", "", "1", " between 1 and 1"),
        nested("timing", "", "1", " before 1"),
    ]
}
