/// What a country asks of the trial: approvals, consent and assent, protection of data.
public struct CountryFramework: Sendable, Equatable {
    /// ISO 3166-1 alpha-2 code.
    public let country: String
    public let name: String
    /// What must have been granted before a site is activated, in the order of the file.
    public let approvals: [ApprovalRule]
    public let consent: ConsentRule
    /// Duties about data, in the order of the file.
    public let dataDuties: [DataDuty]
}

/// Where a rule comes from, and whether somebody has checked it there.
public struct RuleOrigin: Sendable, Equatable {
    public let source: String
    public let isVerified: Bool
}

/// An approval that a country asks for.
public struct ApprovalRule: Sendable, Equatable {
    public let id: String
    public let name: String
    public let authority: String
    /// Approvals that must be granted before, or on the same day.
    public let needs: [String]
    public let origin: RuleOrigin
}

/// A country's rule for consent and assent.
public struct ConsentRule: Sendable, Equatable {
    /// Completed years at which a person consents alone.
    public let majority: Int
    public let majorityOrigin: RuleOrigin
    /// How many holders of parental responsibility sign.
    public let parentsWhoSign: Int
    /// Who may sign in a parent's place, in words.
    public let substitute: String
    public let parentsOrigin: RuleOrigin
    /// Completed years from which the child's own assent is asked for.
    public let assentFrom: Int
    public let assentOrigin: RuleOrigin
    /// Whether the child's refusal alone keeps the child out.
    public let isRefusalBinding: Bool
    public let refusalOrigin: RuleOrigin
    /// ISO 639 codes of the languages in which forms are needed.
    public let languages: [String]

    /// The parameters of the criteria that this rule fills.
    public static let majorityParameter = "Age of majority"
    public static let assentParameter = "Assent from age"
    public static let parentsParameter = "Parents who must sign"
}

/// A duty about the protection of data.
public struct DataDuty: Sendable, Equatable {
    public let id: String
    public let text: String
    public let origin: RuleOrigin
}
