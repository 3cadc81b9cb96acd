/// What a country asks of the trial: approvals, consent and assent, protection of data.
public struct CountryFramework: Sendable, Equatable {
    /// ISO 3166-1 alpha-2 code.
    public let country: String
    /// The country's English name.
    public let name: String
    /// What must have been granted before a site is activated, in the order of the file.
    public let approvals: [ApprovalRule]
    /// Who consents, who signs, and when the child is asked.
    public let consent: ConsentRule
    /// Duties about data, in the order of the file.
    public let dataDuties: [DataDuty]
}

/// Where a rule comes from, and whether somebody has checked it there.
public struct RuleOrigin: Sendable, Equatable {
    /// The law, guideline or page, in words, with `[memory]` where nobody has seen the text.
    public let source: String
    /// Whether somebody has checked the rule at its source.
    public let isVerified: Bool
}

/// An approval that a country asks for.
public struct ApprovalRule: Sendable, Equatable {
    /// The identifier, unique in the country, for example `ethics-committee`.
    public let id: String
    /// What is approved, in words.
    public let name: String
    /// Who grants it, in words.
    public let authority: String
    /// Approvals that must be granted before, or on the same day.
    public let needs: [String]
    /// Whether each amendment of the protocol needs it anew.
    public let isForAmendments: Bool
    /// Where the rule comes from.
    public let origin: RuleOrigin
}

/// A country's rule for consent and assent.
public struct ConsentRule: Sendable, Equatable {
    /// Completed years at which a person consents alone.
    public let majority: Int
    /// Where ``majority`` comes from.
    public let majorityOrigin: RuleOrigin
    /// How many holders of parental responsibility sign.
    public let parentsWhoSign: Int
    /// Who may sign in a parent's place, in words.
    public let substitute: String
    /// Where ``parentsWhoSign`` and ``substitute`` come from.
    public let parentsOrigin: RuleOrigin
    /// Completed years from which the child's own assent is asked for.
    public let assentFrom: Int
    /// Where ``assentFrom`` comes from.
    public let assentOrigin: RuleOrigin
    /// Whether the child's refusal alone keeps the child out.
    public let isRefusalBinding: Bool
    /// Where ``isRefusalBinding`` comes from.
    public let refusalOrigin: RuleOrigin
    /// ISO 639 codes of the languages in which forms are needed.
    public let languages: [String]

    /// The CQL parameter of the criteria that ``majority`` fills.
    public static let majorityParameter = "Age of majority"
    /// The CQL parameter of the criteria that ``assentFrom`` fills.
    public static let assentParameter = "Assent from age"
    /// The CQL parameter of the criteria that ``parentsWhoSign`` fills.
    public static let parentsParameter = "Parents who must sign"
}

/// A duty about the protection of data.
public struct DataDuty: Sendable, Equatable {
    /// The identifier in the country's file, for example `transfer`.
    public let id: String
    /// The duty, in words.
    public let text: String
    /// Where the duty comes from.
    public let origin: RuleOrigin
}
