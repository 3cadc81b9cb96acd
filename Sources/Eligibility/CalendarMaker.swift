import ClinicalQuality
import ClinicalRecord
import TrialDefinition

/// Makes a calendar from the effects of all criteria on all days.
struct CalendarMaker {
    let criteria: [Criterion]
    let days: [CalendarDate]
    /// By day, and in it by criterion.
    let effects: [[CriterionEffect]]
    /// The answer to a criterion on a day, with its explanation.
    let explained: (_ criterion: Int, _ day: Int) -> CriterionAnswer?

    func calendar() -> EligibilityCalendar {
        EligibilityCalendar(
            from: days[0].description,
            to: days[days.count - 1].description,
            criteria: criteria.indices.map(timeline),
            windows: windows(effects),
            windowsWithRepeats: windows(withRepeats()),
            ways: ways()
        )
    }

    private func timeline(_ criterion: Int) -> CriterionTimeline {
        var spans: [CriterionTimeline.Span] = []
        var start = 0
        for day in days.indices
        where day + 1 == days.count || effects[day + 1][criterion] != effects[start][criterion] {
            spans.append(
                CriterionTimeline.Span(
                    from: days[start].description,
                    to: days[day].description,
                    days: day - start + 1,
                    effect: effects[start][criterion]
                )
            )
            start = day + 1
        }
        return CriterionTimeline(
            id: criteria[criterion].id,
            title: .term(criteria[criterion].title),
            spans: spans
        )
    }

    /// The criteria that do not allow on `day`.
    private func blocking(on day: Int, _ effects: [[CriterionEffect]]) -> [Int] {
        criteria.indices.filter { effects[day][$0] != .allows }
    }

    /// The effects where what counted once, and then became open, is repeated or stated again.
    private func withRepeats() -> [[CriterionEffect]] {
        var repeated = effects
        for criterion in criteria.indices {
            guard let first = days.indices.first(where: { effects[$0][criterion] == .allows })
            else { continue }
            for day in first..<days.count where effects[day][criterion] == .open {
                repeated[day][criterion] = .allows
            }
        }
        return repeated
    }

    private func windows(_ effects: [[CriterionEffect]]) -> [EligibilityWindow] {
        let open = days.indices.map { blocking(on: $0, effects).isEmpty }
        var windows: [EligibilityWindow] = []
        var start: Int?
        for day in days.indices where open[day] {
            if day == 0 || !open[day - 1] { start = day }
            guard let first = start, day + 1 == days.count || !open[day + 1] else { continue }
            windows.append(
                EligibilityWindow(
                    from: days[first].description,
                    to: days[day].description,
                    start: first,
                    days: day - first + 1,
                    opens: first == 0 ? [] : edges(on: first - 1, effects),
                    closes: day + 1 == days.count ? [] : edges(on: day + 1, effects),
                    repeats: repeats(in: first...day)
                )
            )
        }
        return windows
    }

    /// The criteria that allow on the days `window` only by a repeated test.
    private func repeats(in window: ClosedRange<Int>) -> [EligibilityWindow.Repeat] {
        let needed = criteria.indices.compactMap { criterion -> (last: Int, criterion: Int)? in
            guard let missed = window.first(where: { effects[$0][criterion] != .allows }) else {
                return nil
            }
            return (missed - 1, criterion)
        }
        return needed.sorted { $0 < $1 }.map { last, criterion in
            EligibilityWindow.Repeat(
                id: criteria[criterion].id,
                title: .term(criteria[criterion].title),
                by: days[max(last, 0)].description
            )
        }
    }

    private func edges(on day: Int, _ effects: [[CriterionEffect]]) -> [WindowEdge] {
        blocking(on: day, effects).map { criterion in
            WindowEdge(
                id: criteria[criterion].id,
                title: .term(criteria[criterion].title),
                why: explained(criterion, day)?.firstReason
            )
        }
    }

    /// A day is a way when each criterion that does not allow on it can be changed; it is told when
    /// no earlier way needs a part of its changes only.
    private func ways() -> [EligibilityWay] {
        var found: [Set<Int>] = []
        var ways: [EligibilityWay] = []
        for day in days.indices {
            let blocked = blocking(on: day, effects)
            guard blocked.allSatisfy({ remedy(of: $0, on: day) != nil }),
                !found.contains(where: { $0.isSubset(of: blocked) })
            else { continue }
            found.append(Set(blocked))
            ways.append(
                EligibilityWay(
                    on: days[day].description,
                    days: day,
                    changes: blocked.compactMap { criterion in
                        remedy(of: criterion, on: day).map { remedy in
                            EligibilityWay.Change(
                                id: criteria[criterion].id,
                                title: .term(criteria[criterion].title),
                                remedy: remedy
                            )
                        }
                    }
                )
            )
        }
        return ways
    }

    /// What can be done about a criterion that does not allow on `day`: waiting is another day, and
    /// what cannot change is no way.
    private func remedy(of criterion: Int, on day: Int) -> Remedy? {
        let remedy = criteria[criterion].remedy
        if effects[day][criterion] == .open { return remedy.forUnknown }
        switch remedy {
        case .repeat, .correct, .ask: return remedy
        case .wait, .none: return nil
        }
    }
}
