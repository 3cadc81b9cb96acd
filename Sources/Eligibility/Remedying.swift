import ClinicalQuality
import TrialDefinition

/// What would decide an unknown, in plain sentences.
///
/// The words go by the codes of the messages in `Protocols/Library`; a reason whose code is not
/// known here tells itself what is missing.
struct Remedying {
    /// One sentence for all reasons that the same thing would remove; never empty.
    static func missing(_ told: Explanation) -> [Phrase] {
        var needed: [(what: Phrase, subjects: [Phrase])] = []
        for reason in told.reasons {
            let what = sentences[reason.code]?() ?? reason.text
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
                ? need.what : Sentence.about(.all(need.subjects, .semicolon), need.what)
        }
        if !sentences.isEmpty { return sentences }
        return told.missing.isEmpty
            ? [ReportSentence.notOnRecord()] : told.missing
    }

    private static let sentences: [String: ReportSentence] = [
        "none": .needNone,
        "stale": .needNone,
        "no-value": .needNoValue,
        "not-final": .needNotFinal,
        "implausible": .needImplausible,
        "before-birth": .needBeforeBirth,
        "kind": .needKind,
        "conflict": .needConflict,
        "comparator": .needComparator,
        "unit": .needUnit,
        "range": .needRange,
        "limit": .needLimit,
        "formula": .needFormula,
        "partial-date": .needPartialDate,
        "ongoing": .needOngoing,
        "future": .needFuture,
        "not-reviewed": .needNotReviewed,
        "unconfirmed": .needUnconfirmed,
        "unplanned": .needUnplanned,
        "status": .needStatus,
        "open-order": .needOpenOrder,
        "dose": .needDose,
        "route": .needRoute,
        "unreadable": .needUnreadable,
        "score": .needScore,
        "planned": .needPlanned,
        "donor": .needDonor,
        "site": .needSite,
        "no-diagnosis": .needNoDiagnosis,
        "unmarked": .needUnmarked,
        "no-consent": .needNoConsent,
        "signature": .needSignature,
        "no-rule": .needNoRule,
        "birth-date": .needBirthDate,
        "no-diagnosis-day": .needNoDiagnosisDay,
        "lineage": .needLineage,
        "room-air": .needRoomAir,
        "sex": .needSex,
        "half-life": .needHalfLife,
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
