import AuditLog
import ClinicalQuality
import Cryptography
import TrialDefinition
import TrialStore

/// What activating a site, or putting an amendment in force there, did.
public struct SiteActivation: Sendable, Codable {
    /// The site's code.
    public let site: String
    /// ISO 3166-1 alpha-2 code of the site's country.
    public let country: String
    /// The version of the protocol that is in force at the site from `since` on.
    public let version: String
    /// ISO 8601.
    public let since: String
    /// `id date` of each approval, or `id date/lastday`; ISO 8601, sorted.
    public let approvals: [String]
    /// Rules that decided this although nobody has verified them.
    public let unverified: [String]
}

extension TrialOffice {
    /// Records approvals of a site as they come in, before it is activated or later, when one is
    /// renewed.
    ///
    /// - Throws: ``OfficeError``: `badInput` for an unknown or repeated approval; `notFound` for an
    ///   unknown site; `refused` for one that is no partner; `notPermitted` for another role.
    public func recordApprovals(
        _ approvals: [GrantedApproval],
        at code: String,
        by session: Session,
        now: Moment
    ) throws(OfficeError) {
        try session.require(.approvalRecorded)
        let framework = try partnerFramework(code)
        try framework.requireKnown(approvals)
        try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                var rows = TrialWriter.Rows()
                rows.siteApprovals = approvals.map { $0.row(site: code) }
                try writer.append(
                    draft(
                        .approvalRecorded,
                        by: session,
                        at: now,
                        reference: code,
                        details: [
                            .init(Detail.approvals, .list(approvals.map(\.line).sorted()))
                        ]
                    ),
                    writing: rows,
                    signedWith: session.keys.signing
                )
            }
        }
    }

    /// Activates a site, once every approval that its country's framework asks for is granted.
    ///
    /// - Parameters:
    ///   - code: The site's code.
    ///   - approvals: Approvals that were granted, in any order, each once; those that were recorded
    ///     before count too.
    ///   - version: The version of the protocol that was approved; nil where there is one of that day.
    ///   - session: The person who activates; the event is signed with this person's key.
    ///   - asOf: The day on which the site is activated; an approval may not be later.
    ///   - now: The time of the event.
    /// - Returns: What was recorded, and which of the rules nobody has verified.
    /// - Throws: ``OfficeError``: `refused` where an approval is missing, too late or out of order,
    ///   or the site is active already or no partner; `badInput` for an unknown or repeated
    ///   approval; `notFound` for an unknown site or version; `notPermitted` for another role.
    public func activate(
        _ code: String,
        approvals: [GrantedApproval],
        version: String?,
        by session: Session,
        asOf: Day,
        now: Moment
    ) throws(OfficeError) -> SiteActivation {
        try session.require(.siteActivated)
        return try adopt(.siteActivated, code, approvals, version, session, asOf, now)
    }

    /// Puts an amendment of the protocol in force at a site, once its country has approved it.
    ///
    /// From `asOf` on candidates are screened by that version there. Parameters and errors are those
    /// of ``activate(_:approvals:version:by:asOf:now:)``.
    public func amend(
        _ code: String,
        approvals: [GrantedApproval],
        version: String,
        by session: Session,
        asOf: Day,
        now: Moment
    ) throws(OfficeError) -> SiteActivation {
        try session.require(.siteAmended)
        return try adopt(.siteAmended, code, approvals, version, session, asOf, now)
    }

    private func adopt(
        _ kind: EventKind,
        _ code: String,
        _ given: [GrantedApproval],
        _ wanted: String?,
        _ session: Session,
        _ asOf: Day,
        _ now: Moment
    ) throws(OfficeError) -> SiteActivation {
        let framework = try partnerFramework(code)
        let version = try requireVersion(wanted, on: asOf)
        try framework.requireKnown(given)
        return try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                try requireState(of: code, for: kind, writer.reader)
                // Each amendment needs approvals of its own.
                let recorded =
                    kind == .siteActivated
                    ? try writer.reader.approvals(at: code).compactMap(GrantedApproval.init) : []
                let granted =
                    given + recorded.filter { row in !given.contains { $0.id == row.id } }
                let rules = framework.rules(forAmendment: kind == .siteAmended)
                try framework.require(rules, granted, on: asOf)
                let lines = granted.map(\.line).sorted()
                var rows = TrialWriter.Rows()
                rows.siteVersions = [
                    SiteVersionRow(site: code, name: version, period: asOf.description)
                ]
                if kind == .siteActivated {
                    rows.sites = [SiteRow(code: code, state: SiteState.active.rawValue)]
                    rows.siteApprovals = granted.map { $0.row(site: code) }
                }
                try writer.append(
                    draft(
                        kind,
                        by: session,
                        at: now,
                        reference: code,
                        details: [
                            .init(Detail.approvals, .list(lines)),
                            .init(Detail.asOf, .text(asOf.description)),
                            .init(Detail.protocolVersion, .text(version)),
                        ]
                    ),
                    writing: rows,
                    signedWith: session.keys.signing
                )
                return SiteActivation(
                    site: code,
                    country: framework.country,
                    version: version,
                    since: asOf.description,
                    approvals: lines,
                    unverified: rules.filter { !$0.origin.isVerified }.map(\.id)
                )
            }
        }
    }

    /// The ids of the approvals that the country of `site` asks for.
    public func approvalsNeeded(
        site code: String,
        forAmendment isAmendment: Bool = false
    ) throws(OfficeError) -> [String] {
        definition.framework(of: try site(code))?.rules(forAmendment: isAmendment).map(\.id) ?? []
    }

    private func partnerFramework(_ code: String) throws(OfficeError) -> CountryFramework {
        let site = try site(code)
        guard site.status == .partner, let framework = definition.framework(of: site) else {
            throw OfficeError(
                .refused,
                at: code,
                "this site is a candidate; it has agreed to nothing",
                remedy: "make it a partner by an amendment of the protocol"
            )
        }
        return framework
    }

    private func requireVersion(_ wanted: String?, on asOf: Day) throws(OfficeError) -> String {
        let numbers = versions.all.map(\.version)
            .filter { !asOf.date.isBefore($0.date) }.map(\.number)
        guard let wanted else {
            if numbers.count == 1 { return numbers[0] }
            throw OfficeError(
                .badInput,
                at: "--protocol-version",
                "on \(asOf) there are \(numbers.count) versions of the protocol: "
                    + numbers.joined(separator: ", "),
                remedy: "say which one was approved at the site"
            )
        }
        guard numbers.contains(wanted) else {
            throw OfficeError(
                .notFound,
                at: "--protocol-version",
                "there is no such version of the protocol on \(asOf)",
                remedy: "there are \(numbers.joined(separator: ", "))"
            )
        }
        return wanted
    }

    private func requireState(
        of code: String,
        for kind: EventKind,
        _ reader: TrialReader
    ) throws {
        let state = try reader.site(code).flatMap { SiteState(rawValue: $0.state) }
        let isActivated = state == .active || state == .suspended
        if kind == .siteActivated, isActivated {
            throw OfficeError(
                .refused,
                at: code,
                "this site is active already",
                remedy: "nothing needs to be done"
            )
        }
        if kind == .siteAmended, !isActivated {
            throw OfficeError(
                .refused,
                at: code,
                "this site is not active",
                remedy: "activate it with this version: `milenari site activate \(code)`"
            )
        }
    }

    /// Refuses what an event tells of an activation or an amendment if the protocol does not allow
    /// it.
    static func checkAdoption(_ event: Event, _ definition: TrialProtocol) throws(OfficeError) {
        let code = event.reference ?? ""
        guard let site = definition.site(code), let framework = definition.framework(of: site)
        else {
            throw OfficeError(.damaged, at: event.kind, "\(code) is no such site", remedy: "")
        }
        try framework.require(
            framework.rules(forAmendment: event.kind == EventKind.siteAmended.rawValue),
            event.list(Detail.approvals).compactMap(GrantedApproval.init(line:)),
            on: try Day(event.text(Detail.asOf) ?? "", at: event.kind)
        )
    }
}
