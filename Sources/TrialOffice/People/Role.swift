/// What a person does in the trial; it decides which keys the person holds.
public enum Role: String, Sendable, Codable, CaseIterable {
    /// Founds the trial and adds people. Holds no data key.
    case custodian
    /// Looks after protocol files and approvals. Holds no data key.
    case dataManager = "data-manager"
    /// Answers requests for an allocation. Nobody at a site has this role.
    case randomizationOffice = "randomization-office"
    /// The unblinded statistician.
    case statistician
    /// Screens candidates at one site.
    case investigator
    /// Takes consent, enrolls, asks for the allocation, at one site.
    case coordinator
    /// Reads logs and exports; sees pseudonyms only.
    case monitor

    /// Whether a person with this role belongs to one site.
    public var isAtSite: Bool { self == .investigator || self == .coordinator }

    /// The names of the data keys that this role opens; `sites` are all sites of the trial.
    public func keyNames(site: String?, sites: [String]) -> [String] {
        let own = [site].compactMap(\.self)
        return switch self {
        case .custodian, .dataManager: []
        case .randomizationOffice: [KeyName.allocation] + sites.map(KeyName.results)
        case .statistician: [KeyName.allocation] + sites.map(KeyName.results)
        case .investigator: own.flatMap { [KeyName.records($0), KeyName.results($0)] }
        case .coordinator:
            own.flatMap { [KeyName.identity($0), KeyName.records($0), KeyName.results($0)] }
                + [KeyName.linkage]
        case .monitor: sites.map(KeyName.results)
        }
    }

    private static let trialWide: Set<EventKind> = [
        .protocolAmended, .approvalRecorded, .siteActivated, .siteAmended, .siteSuspended,
        .siteResumed,
    ]

    /// What everybody may do: choose another passphrase.
    private static let everybodys: Set<EventKind> = [.userRekeyed]

    /// What this role may do: the kinds of events that it may sign.
    public var kinds: Set<EventKind> {
        let holders: Set<EventKind> =
            self == .custodian || self == .dataManager ? [] : [.keyGranted, .keyRotated]
        return own.union(Self.everybodys).union(holders)
    }

    private var own: Set<EventKind> {
        switch self {
        case .custodian:
            Self.trialWide.union([
                .trialCreated, .userAdded, .userSuspended, .userResumed, .userRevoked,
            ])
        case .dataManager: Self.trialWide
        case .randomizationOffice: [.allocationMade, .logExported]
        case .statistician: [.logExported]
        case .investigator: [.keyResealed, .screeningRecorded, .screeningClosed, .siteSuspended]
        case .coordinator:
            [
                .keyResealed, .screeningRecorded, .screeningClosed, .subjectEnrolled,
                .identityOpened,
                .transferOffered, .transferAccepted, .allocationRequested, .siteSuspended,
            ]
        case .monitor: [.logExported]
        }
    }
}

/// The names of the data keys.
public enum KeyName: Sendable {
    /// Opens the site's identity vault.
    public static func identity(_ site: String) -> String { "identity/\(site)" }
    /// Opens the keys of the site's candidates, and by them their records.
    public static func records(_ site: String) -> String { "records/\(site)" }
    /// Opens the allocations of the site's subjects, once made.
    public static func results(_ site: String) -> String { "results/\(site)" }
    /// Makes the tokens that find a child who is enrolled already.
    public static let linkage = "linkage"
    /// Opens the seed of the allocation sequence.
    public static let allocation = "allocation"
    /// One candidate's own key, under the name of its entry in the site's file of keys.
    public static func candidate(_ entry: String) -> String { "candidate/\(entry)" }
}
