import ClinicalQuality
import TrialDefinition

/// What would decide an unknown, in plain sentences.
///
/// The words go by the codes of the messages in `Protocols/Library`; a reason whose code is not
/// known here tells itself what is missing.
struct Remedying {
    /// One sentence for all reasons that the same thing would remove; never empty.
    static func missing(_ told: Explanation) -> [String] {
        var needed: [(what: String, subjects: [String])] = []
        for reason in told.reasons {
            let what = sentences[reason.code] ?? reason.text
            let subjects = reason.subject.map { [$0] } ?? []
            guard let index = needed.firstIndex(where: { $0.what == what }) else {
                needed.append((what, subjects))
                continue
            }
            for subject in subjects where !needed[index].subjects.contains(subject) {
                needed[index].subjects.append(subject)
            }
        }
        let sentences = needed.map { need in
            need.subjects.isEmpty
                ? need.what : "\(need.subjects.joined(separator: "; ")): \(need.what)"
        }
        if !sentences.isEmpty { return sentences }
        return told.missing.isEmpty
            ? ["what the criterion asks for is not on record"] : told.missing
    }

    private static let sentences: [String: String] = [
        "none": "a result within the window",
        "stale": "a result within the window",
        "no-value": "a result with a value",
        "not-final": "the final result",
        "kind": "a result that says one of what the criterion asks for",
        "conflict": "a repetition, or the correction of what is wrong",
        "comparator": "an exact result",
        "unit": "a result in a unit that can be compared",
        "range": "the upper limit of normal, printed with the result",
        "limit": "an age and sex for which there is a limit",
        "formula": "an age and units for which the formula holds",
        "partial-date": "the full date",
        "ongoing": "the day on which it ended",
        "future": "the right date, or a screening on that day or later",
        "not-reviewed": "a statement that it was done, within 14 days before screening",
        "unconfirmed": "confirmation, or refutation",
        "unplanned": "one day, planned or done",
        "status": "whether it took place",
        "open-order": "whether it was given, and when",
        "dose": "the dose per body surface",
        "route": "the route",
        "unreadable": "a code of that system, from which it shows what it is",
        "score": "a score of the scale",
        "planned": "another plan, or screening again once it is settled",
        "donor": "whether it was allogeneic or autologous",
        "site": "whether it was radiotherapy of the CNS",
        "no-diagnosis": "the diagnosis, confirmed or refuted, coded in SNOMED CT",
        "unmarked": "the mark of the trial to which the decision belongs",
        "no-consent": "a signed decision",
        "signature": "the signatures that are needed",
        "no-rule": "the site at which the candidate is screened",
        "birth-date": "the full birth date",
        "no-diagnosis-day": "one confirmed diagnosis with its day",
        "lineage": "the lineage of the leukemia",
        "room-air": "a measurement on room air, with the oxygen fraction",
        "sex": "the sex, as male or female",
        "half-life": "the half-life of the drug, or a longer interval",
    ]
}

extension Remedy {
    /// What can be done where the answer is unknown: time alone makes nothing known, and what
    /// cannot change can still be completed.
    var forUnknown: Remedy {
        switch self {
        case .wait, .none: .correct
        case .repeat, .correct, .ask: self
        }
    }
}
