/// A hospital that takes part, or might.
public struct Site: Sendable, Equatable {
    /// Three capital letters, the prefix of its pseudonyms.
    public let code: String
    public let name: String
    public let city: String
    /// ISO 3166-1 alpha-2 code; a key of ``TrialProtocol/frameworks``.
    public let country: String
    /// IANA time-zone name.
    public let timeZone: String
    public let role: String
    public let status: Status
    public let capabilities: [String]

    /// Whether a site takes part.
    public enum Status: String, Sendable, CaseIterable {
        case partner
        /// Named as a possible site; it has agreed to nothing.
        case candidate
    }
}
