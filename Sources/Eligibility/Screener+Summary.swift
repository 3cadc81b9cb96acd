public import ClinicalQuality
public import ClinicalRecord
import TrialDefinition

extension Screener {
    /// The overall answer for the day `asOf` (which has to be a full date), with what decides it.
    ///
    /// Only what stands in the way or is open is explained, which makes it many times faster than a
    /// report.
    public func summary(
        of record: ClinicalRecord,
        asOf: CalendarDate
    ) throws(EligibilityError) -> EligibilitySummary {
        var quick = try evaluation(of: record, asOf: asOf, tracing: false)
        let effects = definition.criteria.map { effect(of: $0, &quick) }
        var deciding: [DecidingCriterion] = []
        if effects.contains(where: { $0 != .allows }) {
            var traced = try evaluation(of: record, asOf: asOf, tracing: true)
            let found = [CriterionEffect.excludes, .open].flatMap { effect in
                zip(definition.criteria, effects).filter { $1 == effect }
            }
            let traces = traced.traces(of: found.map(\.0.handle))
            for ((criterion, effect), trace) in zip(found, traces) {
                deciding.append(
                    DecidingCriterion(
                        id: criterion.id,
                        title: .term(criterion.title),
                        effect: effect,
                        why: answer(criterion, trace, on: asOf).firstReason
                    )
                )
            }
        }
        return EligibilitySummary(
            protocolID: definition.id,
            protocolVersion: definition.version.number,
            asOf: asOf.description,
            site: site?.code,
            verdict: Verdict(effects),
            deciding: deciding
        )
    }
}

extension CriterionAnswer {
    /// Why, in one line: for an unknown its reason, else the first comparison.
    var firstReason: Phrase? {
        let reason = reasons.first.map { reason in
            reason.subject.map { Sentence.about($0, reason.text) } ?? reason.text
        }
        return reason ?? explanation.first
    }
}
