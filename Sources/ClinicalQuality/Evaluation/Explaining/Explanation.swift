/// Why an expression has the value that it has, in sentences.
///
/// The same style serves every expression: what was compared, with value, unit and date, and
/// whether it holds; for an unknown the reasons that the library gives, and what was not found.
/// The texts hold clinical values; they are for the people who may see the record.
public struct Explanation: Sendable {
    /// A comparison or statement that decided the value.
    public struct Line: Sendable {
        /// What was compared or found, without the verdict.
        public let text: Phrase
        /// True, false, or nil for unknown.
        public let verdict: Bool?
        /// Whether it is true, false or unknown; else it just tells what was found.
        public let isComparison: Bool
        /// The objects of the record that it is about.
        public let resources: [Instance]
        /// The number that was compared, where it is that of the one object in another unit or
        /// rounded; the text has the number as it was compared too.
        public let compared: Phrase?
        /// The place of the expression in the library.
        public let location: SourceLocation

        /// The text with its verdict.
        public var sentence: Phrase {
            guard isComparison else { return text }
            return switch verdict {
            case true?: Sentence.holds(text)
            case false?: Sentence.fails(text)
            case nil: Sentence.isOpen(text)
            }
        }
    }

    /// Why a value is unknown, as the library says it with `Message`.
    public struct Reason: Sendable, Hashable {
        /// The library's word for this kind of reason, for example `conflict`.
        public let code: String
        /// The reason for people, with the days of the results where they tell something.
        public let text: Phrase
        /// What it is about: the names of the terminologies that were asked for.
        public let subject: Phrase?

        /// The reason with its subject.
        public var sentence: Phrase { subject.map { Sentence.about($0, text) } ?? text }
    }

    /// What decided the value, each once, in the order of the evaluation.
    public let lines: [Line]
    /// Why the value is unknown; empty when it is known or the library does not say.
    public let reasons: [Reason]
    /// What was not found or not recorded, when the value is unknown; each once.
    public let missing: [Phrase]

    /// Explains a trace; codes go by the names of `terminology`.
    public init(of trace: TraceNode, names terminology: TerminologyNames = .none) {
        let names = ResourceNames(trace, terminology)
        let place = TracePlace(trace)
        lines = DecisiveLines(place, names: names).lines
        let isUnknown = trace.isNull
        reasons = isUnknown ? ReasonFinder(place, names: names).reasons : []
        missing = isUnknown ? MissingParts(place, names: names).texts : []
    }

    /// A `FHIR.Quantity` as explanations show it, `< 0.35 mg/dL`; nil where there is no number.
    public static func text(of quantity: Instance) -> Phrase? { ValueText.reported(quantity) }

    /// The sentences of ``lines``.
    public var text: String { lines.map(\.sentence.text).joined(separator: "\n") }
}
