import TrialDefinition
import TrialStore

/// How far a site is on its way to take part: what is done, missing, expired or unverified.
public struct SiteReadiness: Sendable, Codable {
    /// The site's code.
    public let site: String
    /// The hospital's name.
    public let name: String
    /// ISO 3166-1 alpha-2 code of the site's country.
    public let country: String
    /// Whether it takes part; a candidate has agreed to nothing.
    public let isPartner: Bool
    /// Where it stands in the trial; nil for a candidate.
    public let state: SiteState?
    /// What it has, for example `apheresis`.
    public let capabilities: [String]
    /// The versions of the protocol that are approved here, with the day from which on.
    public let versions: [VersionAtSite]
    /// The country's rules, in the order of the framework.
    public let approvals: [ApprovalStatus]
    /// Rules of consent and data that nobody has verified, as `consent: age of majority`.
    public let unverified: [String]
}

/// A version of the protocol at a site.
public struct VersionAtSite: Sendable, Codable, Equatable {
    /// For example `1.1.0`.
    public let version: String
    /// The day from which on it is in force, ISO 8601.
    public let since: String
}

/// An approval that a country asks for, and whether a site has it.
public struct ApprovalStatus: Sendable, Codable, Equatable {
    /// The identifier in the country's file.
    public let id: String
    /// What is approved, in words.
    public let name: String
    /// Who grants it, in words.
    public let authority: String
    /// The approvals that it needs first.
    public let needs: [String]
    /// Where it stands.
    public let state: State
    /// The needed approvals that do not hold.
    public let blockedBy: [String]
    /// `2026-09-15`, or `2026-09-15/2027-09-14` where it ends; nil where it is not granted.
    public let period: String?
    /// Whether somebody has checked the rule at its source.
    public let isVerified: Bool
    /// Where the rule comes from.
    public let source: String

    /// Where an approval stands.
    public enum State: String, Sendable, Codable {
        /// It holds.
        case granted
        /// It held once.
        case expired
        /// It is not there, and can be asked for.
        case missing
        /// It is not there, and needs another one first.
        case blocked
    }
}

extension TrialOffice {
    /// How far each site is; needs no key.
    ///
    /// - Parameters:
    ///   - code: One site's code; nil for the partners and after them the candidates.
    ///   - asOf: The day for which the answer holds.
    /// - Returns: Each site with its approvals and versions.
    /// - Throws: ``OfficeError``: `notFound` for an unknown site, `damaged` where the trial's file
    ///   does not hold.
    public func readiness(
        of code: String?,
        asOf: Day
    ) throws(OfficeError) -> [SiteReadiness] {
        let sites =
            if let code {
                [try site(code)]
            } else {
                definition.sites.filter { $0.status == .partner }
                    + definition.sites.filter { $0.status == .candidate }
            }
        return try OfficeError.translate {
            try store.read { reader in
                let sound = try reader.sound()
                return try sites.map { try readiness(of: $0, asOf, sound) }
            }
        }
    }

    private func readiness(
        of site: Site,
        _ asOf: Day,
        _ reader: TrialReader
    ) throws -> SiteReadiness {
        let framework = definition.framework(of: site)
        let granted = try reader.approvals(at: site.code).compactMap(GrantedApproval.init)
        let rules = framework?.approvals ?? []
        return SiteReadiness(
            site: site.code,
            name: site.name,
            country: site.country,
            isPartner: site.status == .partner,
            state: try reader.site(site.code).flatMap { SiteState(rawValue: $0.state) },
            capabilities: site.capabilities,
            versions: try reader.versions(at: site.code).map {
                VersionAtSite(version: $0.name, since: $0.period)
            },
            approvals: rules.map { ApprovalStatus($0, granted, asOf) },
            unverified: framework.map(Self.unverified) ?? []
        )
    }

    private static func unverified(_ framework: CountryFramework) -> [String] {
        let consent = framework.consent
        let rules = [
            ("consent: age of majority", consent.majorityOrigin),
            ("consent: parents who sign", consent.parentsOrigin),
            ("consent: age of assent", consent.assentOrigin),
            ("consent: a child's refusal", consent.refusalOrigin),
        ]
        return rules.filter { !$0.1.isVerified }.map(\.0)
            + framework.dataDuties.filter { !$0.origin.isVerified }.map { "data: \($0.id)" }
    }
}

extension ApprovalStatus {
    fileprivate init(_ rule: ApprovalRule, _ granted: [GrantedApproval], _ asOf: Day) {
        let own = granted.first { $0.id == rule.id }
        let holding = Set(granted.filter { $0.holds(on: asOf) }.map(\.id))
        id = rule.id
        name = rule.name
        authority = rule.authority
        needs = rule.needs
        blockedBy = rule.needs.filter { !holding.contains($0) }
        state =
            if holding.contains(rule.id) {
                .granted
            } else if own?.isExpired(on: asOf) == true {
                .expired
            } else {
                blockedBy.isEmpty ? .missing : .blocked
            }
        period = own?.period
        isVerified = rule.origin.isVerified
        source = rule.origin.source
    }
}
