public import ClinicalQuality
public import ClinicalRecord
public import TrialDefinition

/// Screens records against one protocol, by one country's rules.
///
/// Make it once and use it for many records, from any thread.
public struct Screener: Sendable {
    /// The protocol whose criteria are answered.
    public let definition: TrialProtocol
    /// The site at which the candidate is screened; without one, country rules are unknown.
    public let site: Site?

    private let parameters: [String: Value]
    private let names: CodeNames
    private let asked: AskedCodes

    /// Screens against `definition`, by the rules of the country in which `site` lies.
    public init(_ definition: TrialProtocol, site: Site?) {
        self.definition = definition
        self.site = site
        names = CodeNames(definition.library)
        asked = AskedCodes(definition.library)
        guard let site, let consent = definition.framework(of: site)?.consent else {
            parameters = [:]
            return
        }
        let declared = Set(definition.library.parameters.map(\.name))
        parameters = [
            ConsentRule.majorityParameter: Value.integer(Int32(consent.majority)),
            ConsentRule.assentParameter: .integer(Int32(consent.assentFrom)),
            ConsentRule.parentsParameter: .integer(Int32(consent.parentsWhoSign)),
        ].filter { declared.contains($0.key) }
    }

    /// The report on `record` for the day `asOf` (which has to be a full date).
    ///
    /// A criterion whose evaluation fails is unknown, and its explanation says why.
    public func report(
        on record: ClinicalRecord,
        asOf: CalendarDate
    ) throws(EligibilityError) -> EligibilityReport {
        var evaluation = try evaluation(of: record, asOf: asOf, tracing: true)
        let traces = evaluation.traces(of: definition.criteria.map(\.handle))
        let criteria = zip(definition.criteria, traces).map { answer($0, $1, on: asOf) }
        return EligibilityReport(
            protocolID: definition.id,
            protocolVersion: definition.version.number,
            asOf: asOf.description,
            site: site?.code,
            country: site?.country,
            verdict: Verdict(criteria.lazy.map(\.effect)),
            criteria: criteria,
            factors: definition.factors.map { level(of: $0, &evaluation) },
            unread: asked.unread(in: record)
        )
    }

    /// The criteria over `record` at the end of the day `asOf`.
    func evaluation(
        of record: ClinicalRecord,
        asOf: CalendarDate,
        tracing: Bool
    ) throws(EligibilityError) -> Evaluation {
        guard let end = DateTime(endOf: asOf) else { throw .notADay }
        do throws(EvaluationError) {
            return try Evaluation(
                definition.library,
                over: record.index,
                at: end,
                parameters: parameters,
                tracing: tracing
            )
        } catch {
            throw .definition(error)
        }
    }

    func answer(
        _ criterion: Criterion,
        _ trace: TraceNode,
        on day: CalendarDate
    ) -> CriterionAnswer {
        let answer: Answer =
            if case .boolean(let isMet) = trace.value { isMet ? .met : .notMet } else { .unknown }
        let told = Explanation(of: trace, names: definition.library.terminologyNames)
        let effect = CriterionEffect(answer, criterion.kind)
        var explanation = told.lines.map(\.sentence)
        if let error = trace.error {
            explanation.append(ReportSentence.notEvaluated(.term("\(error)")))
        }
        return CriterionAnswer(
            id: criterion.id,
            kind: criterion.kind,
            title: .term(criterion.title),
            text: .term(criterion.text),
            answer: answer,
            effect: effect,
            explanation: explanation,
            reasons: told.reasons.map {
                UnknownReason(code: $0.code, text: $0.text, subject: $0.subject)
            },
            missing: answer == .unknown ? Remedying.missing(told) : [],
            evidence: evidence(trace, told, at: day),
            countsFrom: criterion.countsFrom,
            canChange: criterion.canChange,
            remedy: effect == .open ? criterion.remedy.forUnknown : criterion.remedy,
            source: criterion.source,
            isSeen: criterion.isSeen
        )
    }

    /// All resources that were read, each once, those that the explanation is about first.
    private func evidence(
        _ trace: TraceNode,
        _ told: Explanation,
        at day: CalendarDate
    ) -> [Evidence] {
        var compared: [ObjectIdentifier: Phrase] = [:]
        for line in told.lines {
            guard let number = line.compared else { continue }
            for resource in line.resources where resource.type == FHIR.observation {
                compared[ObjectIdentifier(resource)] = number
            }
        }
        var seen: Set<ObjectIdentifier> = []
        func new(_ resources: [Instance]) -> [Instance] {
            resources.filter {
                $0.type.isRetrievable && seen.insert(ObjectIdentifier($0)).inserted
            }
        }
        return new(told.lines.flatMap(\.resources))
            .map { resource in
                let number = compared[ObjectIdentifier(resource)]
                return names.evidence(of: resource, at: day, compared: number, decides: true)
            }
            + new(asked.read(in: trace)).map {
                names.evidence(of: $0, at: day, compared: nil, decides: false)
            }
    }

    /// A level that the protocol does not list counts as unknown: it must never make a stratum.
    private func level(
        of factor: StratificationFactor,
        _ evaluation: inout Evaluation
    ) -> FactorLevel {
        var level: String?
        if case .string(let text)? = try? evaluation.value(of: factor.handle),
            factor.levels.contains(text)
        {
            level = text
        }
        return FactorLevel(factor: factor.id, name: .term(factor.name), level: level)
    }
}

extension DateTime {
    /// The last millisecond of `day` in UTC: everything recorded on the day counts.
    init?(endOf day: CalendarDate) {
        guard day.day != nil, let dateTime = try? DateTime("\(day)T23:59:59.999+00:00") else {
            return nil
        }
        self = dateTime
    }
}
