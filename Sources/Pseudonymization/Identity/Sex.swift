/// The administrative sex, with the codes of FHIR's administrative-gender.
public enum Sex: String, Hashable, Sendable, Codable, CaseIterable {
    /// Female.
    case female
    /// Male.
    case male
    /// Neither female nor male.
    case other
    /// Not known.
    case unknown
}
