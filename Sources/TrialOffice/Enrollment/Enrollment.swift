/// An enrollment on record.
public struct Enrollment: Sendable, Codable {
    /// The pseudonym.
    public let subject: String
    /// The code of the site that enrolled.
    public let site: String
    /// The number of the screening from which the subject was enrolled.
    public let screening: String
    /// The stratum in which the subject will be allocated, for example
    /// `site=BCN;disease-burden=high`.
    public let stratum: String
    /// The day for which eligibility was established once more, ISO 8601.
    public let asOf: String
}
