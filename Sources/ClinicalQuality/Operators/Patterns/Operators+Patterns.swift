extension Operators {
    /// CQL `Matches`: whether the pattern occurs in the text; `^` and `$` are the ends of the text,
    /// a dot is any character, case counts.
    ///
    /// - Throws: `invalidArgument` when the pattern is no regular expression that is known;
    ///   `limitExceeded` when the search takes too long.
    public static func matches(
        _ text: String,
        _ pattern: String
    ) throws(EvaluationError) -> Bool {
        let expression = try Expression(pattern, operator: "Matches")
        var matcher = PatternMatcher(Array(text.unicodeScalars))
        return try matcher.firstMatch(expression.program, from: 0) != nil
    }

    /// CQL `ReplaceMatches`: the text with each match replaced.
    ///
    /// In the replacement, `$1` and `${name}` are groups of the pattern, and a backslash takes the
    /// special meaning from the next character.
    ///
    /// - Throws: As `matches`.
    public static func replaceMatches(
        _ text: String,
        _ pattern: String,
        with replacement: String
    ) throws(EvaluationError) -> String {
        let expression = try Expression(pattern, operator: "ReplaceMatches")
        let scalars = Array(text.unicodeScalars)
        let replacement = Array(replacement.unicodeScalars)
        var result: [Unicode.Scalar] = []
        var end = 0
        for match in try expression.matches(in: scalars) {
            result += scalars[end..<match[0]]
            try expression.append(replacement, for: match, of: scalars, to: &result)
            end = match[1]
        }
        return string(result + scalars[end...])
    }

    /// CQL `SplitOnMatches`: the parts of the text between matches.
    ///
    /// - Throws: As `matches`.
    public static func splitOnMatches(
        _ text: String,
        _ pattern: String
    ) throws(EvaluationError) -> [String] {
        let expression = try Expression(pattern, operator: "SplitOnMatches")
        let scalars = Array(text.unicodeScalars)
        var parts: [String] = []
        var end = 0
        for match in try expression.matches(in: scalars) where match[1] > match[0] {
            parts.append(string(scalars[end..<match[0]]))
            end = match[1]
        }
        return parts + [string(scalars[end...])]
    }

    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// A regular expression that is ready to run.
    private struct Expression {
        let program: PatternProgram
        let names: [String: Int]
        let groups: Int
        let name: String

        init(_ pattern: String, operator name: String) throws(EvaluationError) {
            do {
                var parser = PatternParser(pattern)
                let node = try parser.parse()
                program = try PatternProgram(node, groups: parser.groups)
                names = parser.names
                groups = parser.groups
                self.name = name
            } catch {
                throw .invalidArgument(
                    operator: name,
                    reason: "regular expression: \(error.reason)"
                )
            }
        }

        /// All matches from left to right, without overlap.
        func matches(in text: [Unicode.Scalar]) throws(EvaluationError) -> [[Int]] {
            var matcher = PatternMatcher(text)
            var matches: [[Int]] = []
            var start = 0
            while let match = try matcher.firstMatch(program, from: start) {
                matches.append(match)
                start = match[1] > match[0] ? match[1] : match[1] + 1
            }
            return matches
        }

        func append(
            _ replacement: [Unicode.Scalar],
            for match: [Int],
            of text: [Unicode.Scalar],
            to result: inout [Unicode.Scalar]
        ) throws(EvaluationError) {
            var rest = replacement[...]
            while let scalar = rest.popFirst() {
                try Limits.checkLength(ofText: result.count)
                if scalar == "\\", let next = rest.popFirst() {
                    result.append(next)
                } else if scalar == "$" {
                    let group = try group(&rest)
                    let (low, high) = (match[2 * group], match[2 * group + 1])
                    if low >= 0 && high >= low { result += text[low..<high] }
                } else {
                    result.append(scalar)
                }
            }
        }

        private func group(
            _ rest: inout ArraySlice<Unicode.Scalar>
        ) throws(EvaluationError) -> Int {
            if rest.first == "{" {
                let name = rest.dropFirst().prefix { $0 != "}" }
                rest = rest.dropFirst(name.count + 2)
                if let group = names[Operators.string(name)] { return group }
            } else if let digit = rest.first, ("0"..."9").contains(digit),
                Int(digit.value - 48) <= groups
            {
                rest = rest.dropFirst()
                return Int(digit.value - 48)
            }
            throw .invalidArgument(operator: name, reason: "no such group in the replacement")
        }
    }
}
