/// Why a screened candidate is not enrolled although the criteria do not say no.
///
/// Words of a list, and none that tells about health: the log is open to whoever holds a copy, and
/// is for ever.
public enum NotEnrolledReason: String, Sendable, Codable, CaseIterable {
    /// The candidate or the family decided against it.
    case declined
    /// The investigator decided against it.
    case investigator
    /// The candidate is treated elsewhere or otherwise.
    case elsewhere
    /// No place: apheresis, manufacturing slot, bed.
    case capacity
    /// Nobody could be reached any more.
    case lost
    case other
}
