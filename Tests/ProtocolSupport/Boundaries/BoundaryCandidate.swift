/// A candidate on one side of a limit.
public struct BoundaryCandidate: Sendable, Hashable {
    /// What was set, in words.
    public let name: String
    /// The code of the site that screens.
    public let site: String
    /// The day of screening, ISO 8601.
    public let asOf: String
    /// The FHIR bundle.
    public let document: [UInt8]
}
