import ClinicalQuality
import ClinicalRecord
import Intake
public import TrialDefinition

/// Answers single rows of a protocol without explaining them, as fast as that is possible.
public struct AnswerReader: Sendable {
    private let definition: TrialProtocol
    private let handles: [String: DefinitionHandle]
    private var evaluation: Evaluation

    /// A record that is read once and answered by many definitions.
    public struct Question: Sendable {
        /// How a report names it.
        public let name: String
        let record: ClinicalRecord
        let site: String
        let end: DateTime
        /// The expected answers, by row.
        public let answers: [String: String]

        /// Reads `document`; throws what the intake throws.
        public init(
            _ name: String,
            _ document: [UInt8],
            site: String,
            asOf: String,
            answers: [String: String]
        ) throws {
            self.name = name
            record = try CandidateDocument(fhir: document).record
            self.site = site
            end = try DateTime("\(asOf)T23:59:59.999+00:00")
            self.answers = answers
        }
    }

    /// Answers `question` by `definition`.
    public init(_ definition: TrialProtocol, _ question: Question) throws {
        self.definition = definition
        var handles = Dictionary(
            definition.criteria.map { ($0.id, $0.handle) },
            uniquingKeysWith: { first, _ in first }
        )
        for factor in definition.factors { handles[factor.id] = factor.handle }
        self.handles = handles
        let declared = Set(definition.library.parameters.map(\.name))
        var parameters: [String: Value] = [:]
        if let site = definition.site(question.site),
            let rule = definition.framework(of: site)?.consent
        {
            parameters = [
                ConsentRule.majorityParameter: .integer(Int32(rule.majority)),
                ConsentRule.assentParameter: .integer(Int32(rule.assentFrom)),
                ConsentRule.parentsParameter: .integer(Int32(rule.parentsWhoSign)),
            ].filter { declared.contains($0.key) }
        }
        evaluation = try Evaluation(
            definition.library,
            over: question.record.index,
            at: question.end,
            parameters: parameters,
            tracing: false
        )
    }

    /// `met`, `not met` or `unknown` for a criterion, the level or `unknown` for a factor; nil for
    /// a row that the definition does not have.
    public mutating func answer(to row: String) -> String? {
        guard let handle = handles[row] else { return nil }
        switch try? evaluation.value(of: handle) {
        case .boolean(let isMet)?: return isMet ? "met" : "not met"
        case .string(let level)?: return level
        default: return "unknown"
        }
    }

    /// `eligible`, `ineligible` or `undetermined`, by the kinds of the rows.
    public mutating func verdict() -> String {
        var isOpen = false
        for criterion in definition.criteria {
            switch (answer(to: criterion.id), criterion.kind) {
            case ("met", .inclusion), ("not met", .exclusion): continue
            case ("met", .exclusion), ("not met", .inclusion): return "ineligible"
            default: isOpen = true
            }
        }
        return isOpen ? "undetermined" : "eligible"
    }
}
