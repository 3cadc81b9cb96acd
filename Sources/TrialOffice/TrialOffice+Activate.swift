import AuditLog
import Cryptography
import TrialDefinition
import TrialStore

/// The states of a site.
public enum SiteState: String, Sendable, Codable {
    case planned
    case active
}

/// An approval that was granted.
public struct GrantedApproval: Sendable, Hashable {
    /// The `id` of the country's rule.
    public let id: String
    /// The day on which it was granted.
    public let date: Day

    /// Holds an approval, granted on `date`.
    public init(id: String, date: Day) {
        self.id = id
        self.date = date
    }
}

/// What activating a site did.
public struct SiteActivation: Sendable, Codable {
    /// The site's code.
    public let site: String
    /// ISO 3166-1 alpha-2 code of the site's country.
    public let country: String
    /// `id date` of each approval, the date in ISO 8601; sorted.
    public let approvals: [String]
    /// Rules that decided this although nobody has verified them.
    public let unverified: [String]
}

extension TrialOffice {
    /// Activates a site, once every approval that its country's framework asks for is granted.
    ///
    /// - Parameters:
    ///   - code: The site's code.
    ///   - approvals: The approvals that were granted, in any order, each once.
    ///   - session: The person who activates; the event is signed with this person's key.
    ///   - asOf: The day on which the site is activated; an approval may not be later.
    ///   - now: The time of the event.
    /// - Returns: What was recorded, and which of the rules nobody has verified.
    /// - Throws: ``OfficeError``: `refused` where an approval is missing, too late or out of order,
    ///   or the site is active already or no partner; `badInput` for an unknown or repeated
    ///   approval; `notFound` for an unknown site; `notPermitted` for another role.
    public func activate(
        _ code: String,
        approvals: [GrantedApproval],
        by session: Session,
        asOf: Day,
        now: Moment
    ) throws(OfficeError) -> SiteActivation {
        try session.require(.siteActivated)
        let site = try site(code)
        guard site.status == .partner, let framework = definition.framework(of: site) else {
            throw OfficeError(
                .refused,
                at: code,
                "this site is a candidate; it has agreed to nothing",
                remedy: "make it a partner by an amendment of the protocol"
            )
        }
        try Self.check(approvals, framework, asOf)
        let lines = approvals.map { "\($0.id) \($0.date)" }.sorted()
        try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                guard try writer.reader.site(code)?.state != SiteState.active.rawValue else {
                    throw OfficeError(
                        .refused,
                        at: code,
                        "this site is active already",
                        remedy: "nothing needs to be done"
                    )
                }
                var rows = TrialWriter.Rows()
                rows.sites = [SiteRow(code: code, state: SiteState.active.rawValue)]
                try writer.append(
                    draft(
                        .siteActivated,
                        by: session,
                        at: now,
                        reference: code,
                        details: [
                            .init(Detail.approvals, .list(lines)),
                            .init(Detail.asOf, .text(asOf.description)),
                            .init(
                                Detail.protocolVersion,
                                .text(definition.version.number)
                            ),
                        ]
                    ),
                    writing: rows,
                    signedWith: session.keys.signing
                )
            }
        }
        return SiteActivation(
            site: code,
            country: framework.country,
            approvals: lines,
            unverified: framework.approvals.filter { !$0.origin.isVerified }.map(\.id)
        )
    }

    /// The ids of the approvals that the country of `site` asks for.
    public func approvalsNeeded(site code: String) throws(OfficeError) -> [String] {
        definition.framework(of: try site(code))?.approvals.map(\.id) ?? []
    }

    /// Refuses what an event tells of an activation if the protocol does not allow it.
    static func checkActivation(
        _ event: Event,
        _ definition: TrialProtocol
    ) throws(OfficeError) {
        let place = "site.activated"
        let code = event.reference ?? ""
        guard let site = definition.site(code), let framework = definition.framework(of: site)
        else {
            throw OfficeError(.damaged, at: place, "\(code) is no such site", remedy: "")
        }
        var approvals: [GrantedApproval] = []
        for line in event.list(Detail.approvals) {
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            approvals.append(GrantedApproval(id: parts[0], date: try Day(parts[1], at: place)))
        }
        try check(approvals, framework, try Day(event.text(Detail.asOf) ?? "", at: place))
    }

    private static func check(
        _ approvals: [GrantedApproval],
        _ framework: CountryFramework,
        _ asOf: Day
    ) throws(OfficeError) {
        var dates: [String: Day] = [:]
        let known = framework.approvals.map(\.id)
        for approval in approvals {
            guard known.contains(approval.id) else {
                throw OfficeError(
                    .badInput,
                    at: approval.id,
                    "\(framework.name) asks for no such approval",
                    remedy: "it asks for \(known.joined(separator: ", "))"
                )
            }
            guard dates.updateValue(approval.date, forKey: approval.id) == nil else {
                throw OfficeError(
                    .badInput,
                    at: approval.id,
                    "this approval is given twice",
                    remedy: "give each approval once"
                )
            }
            guard !asOf.isBefore(approval.date) else {
                throw OfficeError(
                    .refused,
                    at: approval.id,
                    "this approval is granted only on \(approval.date)",
                    remedy: "activate the site on that day or later"
                )
            }
        }
        try checkOrder(of: framework.approvals, dates, framework)
    }

    private static func checkOrder(
        of rules: [ApprovalRule],
        _ dates: [String: Day],
        _ framework: CountryFramework
    ) throws(OfficeError) {
        let missing = rules.filter { dates[$0.id] == nil }
        guard missing.isEmpty else {
            let list = missing.map { "\($0.id) (\($0.name), \($0.authority))" }
            throw OfficeError(
                .refused,
                at: framework.name,
                "missing: \(list.joined(separator: "; "))",
                remedy: "add each with --approval ID=DATE once it is granted"
            )
        }
        for rule in rules {
            for need in rule.needs {
                guard let date = dates[rule.id], let earlier = dates[need],
                    date.isBefore(earlier)
                else { continue }
                throw OfficeError(
                    .refused,
                    at: rule.id,
                    "it needs `\(need)` first, but that is dated \(earlier)",
                    remedy: "check both dates"
                )
            }
        }
    }
}
