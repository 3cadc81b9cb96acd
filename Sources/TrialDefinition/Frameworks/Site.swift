/// A hospital that takes part, or might.
public struct Site: Sendable, Equatable {
    /// Three capital letters, the prefix of its pseudonyms.
    public let code: String
    /// The hospital's name.
    public let name: String
    /// The city in which it lies.
    public let city: String
    /// ISO 3166-1 alpha-2 code; a key of ``TrialProtocol/frameworks``.
    public let country: String
    /// IANA time-zone name.
    public let timeZone: String
    /// What the site does in the project, in words.
    public let role: String
    /// Whether the site takes part.
    public let status: Status
    /// What the site has, for example `apheresis` or `picu`, in the order of the file.
    public let capabilities: [String]

    /// Whether a site takes part.
    public enum Status: String, Sendable, CaseIterable {
        case partner
        /// Named as a possible site; it has agreed to nothing.
        case candidate
    }
}
