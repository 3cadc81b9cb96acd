public import ClinicalQuality

/// Why a record could not be screened at all.
public enum EligibilityError: Error, Sendable {
    /// The as-of date is not a full date.
    case notADay
    /// The definition cannot be evaluated for anybody, for example because of a parameter.
    case definition(EvaluationError)
}
