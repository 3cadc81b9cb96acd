/// Why somebody may not work with the trial any more, or for a while, or may again.
///
/// Words of a list and no free text: they stand in the log for ever.
public enum UserReason: String, Sendable, Codable, CaseIterable {
    /// The person has left the trial or the hospital.
    case left
    /// The person does something else now.
    case role
    /// The person is away for a while, or is back.
    case absence
    /// The passphrase, or a device with the person's keys, may be in other hands.
    case lost
    /// The person did what is not permitted, or this is looked into.
    case misuse
    case other
}
