public import ClinicalQuality
public import ClinicalRecord
import TrialDefinition

extension Screener {
    /// The most days that a calendar may look ahead.
    public static let longestHorizon = 730

    /// On which of the `horizon` days from `first` on (0 is that day alone, at most
    /// ``longestHorizon``) the candidate would be eligible.
    ///
    /// - Throws: ``EligibilityError`` `notADay` for a date that is not a full one, or one before
    ///   year 1 or after year 9999; `definition` where the criteria cannot be evaluated.
    public func calendar(
        of record: ClinicalRecord,
        from first: CalendarDate,
        horizon: Int
    ) throws(EligibilityError) -> EligibilityCalendar {
        var days: [CalendarDate] = []
        for number in 0...min(max(horizon, 0), Self.longestHorizon) {
            guard let day = first.advanced(byDays: number) else { throw .notADay }
            days.append(day)
        }
        var evaluation = try evaluation(of: record, asOf: first, tracing: false)
        var effects: [[CriterionEffect]] = []
        for (number, day) in days.enumerated() {
            if number > 0 {
                guard let end = DateTime(endOf: day) else { throw .notADay }
                let moved = record.movingPlans(from: first, byDays: number)
                do throws(EvaluationError) {
                    try evaluation.restart(over: moved.index, at: end)
                } catch {
                    throw .definition(error)
                }
            }
            effects.append(definition.criteria.map { effect(of: $0, &evaluation) })
        }
        return CalendarMaker(
            criteria: definition.criteria,
            days: days,
            effects: effects,
            explained: { criterion, day in
                answer(
                    definition.criteria[criterion],
                    for: record.movingPlans(from: first, byDays: day),
                    asOf: days[day]
                )
            }
        ).calendar()
    }

    /// A criterion that cannot be evaluated is unknown, as in a report.
    func effect(
        of criterion: Criterion,
        _ evaluation: inout Evaluation
    ) -> CriterionEffect {
        guard case .boolean(let isMet)? = try? evaluation.value(of: criterion.handle) else {
            return CriterionEffect(.unknown, criterion.kind)
        }
        return CriterionEffect(isMet ? .met : .notMet, criterion.kind)
    }

    private func answer(
        _ criterion: Criterion,
        for record: ClinicalRecord,
        asOf day: CalendarDate
    ) -> CriterionAnswer? {
        guard var evaluation = try? evaluation(of: record, asOf: day, tracing: true) else {
            return nil
        }
        return answer(criterion, evaluation.trace(of: criterion.handle), on: day)
    }
}
