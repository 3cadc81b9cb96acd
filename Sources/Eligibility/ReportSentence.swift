public import ClinicalQuality

/// What reports say of their own, in English patterns; names and values stand in the holes.
public enum ReportSentence: String, CaseIterable, Sendable {
    // Evidence.
    case born = "born {0}"
    case absent = "absent: {0}"
    case value = "value"
    case from = "from {0}"
    case until = "until {0}"
    case textOnly = "text only"
    case anotherSystem = "another code system"

    // What would decide an unknown, by the kind of its reason.
    case notOnRecord = "what the criterion asks for is not on record"
    case notEvaluated = "could not be evaluated: {0}"
    case needNone = "a result within the window"
    case needNoValue = "a result with a value"
    case needNotFinal = "the final result"
    case needImplausible = "the right number and unit, from the source of the result"
    case needBeforeBirth = "the right day of that result, or of the birth"
    case needKind = "a result that says one of what the criterion asks for"
    case needConflict = "a repetition, or the correction of what is wrong"
    case needComparator = "an exact result"
    case needUnit = "a result in a unit that can be compared"
    case needRange = "the upper limit of normal, printed with the result"
    case needLimit = "an age and sex for which there is a limit"
    case needFormula = "an age and units for which the formula holds"
    case needPartialDate = "the full date"
    case needOngoing = "the day on which it ended"
    case needFuture = "the right date, or a screening on that day or later"
    case needNotReviewed = "a statement that it was done, within 14 days before screening"
    case needUnconfirmed = "confirmation, or refutation"
    case needUnplanned = "one day, planned or done"
    case needStatus = "whether it took place"
    case needOpenOrder = "whether it was given, and when"
    case needDose = "the dose per body surface"
    case needRoute = "the route"
    case needUnreadable = "a code of that system, from which it shows what it is"
    case needScore = "a score of the scale"
    case needPlanned = "another plan, or screening again once it is settled"
    case needDonor = "whether it was allogeneic or autologous"
    case needSite = "whether it was radiotherapy of the CNS"
    case needNoDiagnosis = "the diagnosis, confirmed or refuted, coded in SNOMED CT"
    case needUnmarked = "the mark of the trial to which the decision belongs"
    case needNoConsent = "a signed decision"
    case needSignature = "the signatures that are needed"
    case needNoRule = "the site at which the candidate is screened"
    case needBirthDate = "the full birth date"
    case needNoDiagnosisDay = "one confirmed diagnosis with its day"
    case needLineage = "the lineage of the leukemia"
    case needRoomAir = "a measurement on room air, with the oxygen fraction"
    case needSex = "the sex, as male or female"
    case needHalfLife = "the half-life of the drug, or a longer interval"

    /// The sentence with its parts.
    public func callAsFunction(_ parts: Phrase...) -> Phrase { .said(rawValue, parts) }
}
