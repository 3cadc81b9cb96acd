/// Why an expression has the value that it has, in sentences.
///
/// The same style serves every expression: logical operators become outlines, comparisons show
/// the numbers that were compared with their unit and date, searches say what they found.
/// The text holds clinical values; it is for the people who may see the record.
public struct Explanation: Sendable {
    /// One line of an explanation.
    public struct Line: Sendable {
        /// How far the line is indented: parts stand below the whole.
        public let depth: Int
        /// What was found, without the verdict.
        public let text: String
        /// True, false, or nil for unknown.
        public let verdict: Bool?
        /// Whether the line is about something that is true, false or unknown, and not about a
        /// number, a date or a list.
        public let hasVerdict: Bool
        /// Whether this part decided the value of the whole.
        public let isDecisive: Bool
        /// The place of the expression in the library.
        public let location: SourceLocation
    }

    /// The outline, from the whole to its parts.
    public let lines: [Line]
    /// What was not found or not recorded, when the value is unknown; each once.
    public let missing: [String]

    /// Explains a trace.
    public init(of trace: TraceNode) {
        var writer = ExplanationWriter(names: ResourceNames(trace))
        writer.write(trace, depth: 0, isDecisive: true)
        lines = writer.lines
        missing = trace.value.truth == nil && !trace.isValued ? writer.missing(in: trace) : []
    }

    /// The lines with their verdicts, indented by two spaces for each level.
    public var text: String {
        lines.map { line in
            let mark =
                switch line.verdict {
                case true?: ": yes"
                case false?: ": no"
                case nil: line.hasVerdict ? ": unknown" : ""
                }
            return String(repeating: "  ", count: line.depth) + line.text + mark
        }.joined(separator: "\n")
    }
}

extension TraceNode {
    /// Whether there is a value that is no truth value.
    var isValued: Bool {
        switch value {
        case .null, .boolean: false
        default: true
        }
    }
}
