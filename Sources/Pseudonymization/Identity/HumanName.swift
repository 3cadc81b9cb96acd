/// A name of a person as a document gives it, with the parts of FHIR's HumanName.
public struct HumanName: Hashable, Sendable, Codable, Redacted {
    /// What the name is used for, for example `official`.
    public var use: String?
    /// The whole name as one text.
    public var text: String?
    /// The family name, with all its words.
    public var family: String?
    /// The given names in order; where it is the custom, the father's and grandfather's follow.
    public var given: [String]
    /// Titles before the name.
    public var prefixes: [String]
    /// Titles after the name.
    public var suffixes: [String]

    /// Takes a name; what is not given is empty.
    public init(
        use: String? = nil,
        text: String? = nil,
        family: String? = nil,
        given: [String] = [],
        prefixes: [String] = [],
        suffixes: [String] = []
    ) {
        self.use = use
        self.text = text
        self.family = family
        self.given = given
        self.prefixes = prefixes
        self.suffixes = suffixes
    }
}
