import AuditLog
import Cryptography
import TrialDefinition
import TrialStore

/// Why a site is suspended, or what has come to an end when it is resumed.
///
/// Words of a list and no free text, which could hold a name and would stand in the log for ever.
public enum SuspensionReason: String, Sendable, Codable, CaseIterable {
    /// War, or no safe way to the hospital.
    case war
    /// An inspection, or an order of an authority.
    case inspection
    /// Too few staff.
    case staff
    /// A failure of rooms, equipment or supply.
    case supply
    /// A question of patients' safety.
    case safety
    case other
}

/// What suspending a site did.
public struct SiteSuspension: Sendable, Codable {
    /// The site's code.
    public let site: String
    /// Why.
    public let reason: SuspensionReason
    /// Those whom it concerns, in the order of their enrollment.
    public let openSubjects: [OpenSubject]
}

extension TrialOffice {
    /// Suspends a site: screening goes on as pre-screening; nobody is enrolled or allocated there.
    ///
    /// - Parameters:
    ///   - code: The site's code; site staff may suspend their own site.
    ///   - reason: Why.
    ///   - session: The person who suspends.
    ///   - now: The time of the event.
    /// - Returns: The subjects whom it concerns.
    /// - Throws: ``OfficeError``: `refused` where the site is not active; `notPermitted` for another
    ///   role or another site's staff.
    public func suspend(
        _ code: String,
        reason: SuspensionReason,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> SiteSuspension {
        try session.require(.siteSuspended)
        if let own = session.site, own != code {
            throw OfficeError(
                .notPermitted,
                at: code,
                "you work at site \(own)",
                remedy: "let somebody of \(code), or a data manager, suspend it"
            )
        }
        return try OfficeError.translate {
            try move(code, .siteSuspended, from: .active, reason, session, now) { reader in
                SiteSuspension(
                    site: code,
                    reason: reason,
                    openSubjects: try Self.openSubjects(of: code, reader)
                )
            }
        }
    }

    /// Resumes a suspended site; `reason` is what has come to an end.
    public func resume(
        _ code: String,
        reason: SuspensionReason,
        by session: Session,
        now: Moment
    ) throws(OfficeError) {
        try session.require(.siteResumed)
        try OfficeError.translate {
            try move(code, .siteResumed, from: .suspended, reason, session, now) { _ in }
        }
    }

    private func move<Result>(
        _ code: String,
        _ kind: EventKind,
        from state: SiteState,
        _ reason: SuspensionReason,
        _ session: Session,
        _ now: Moment,
        _ body: (TrialReader) throws -> Result
    ) throws -> Result {
        let site = try site(code)
        return try store.write(signedBy: session.name, with: session.keys.signing) { writer in
            let found = try writer.reader.site(site.code).flatMap { SiteState(rawValue: $0.state) }
            guard found == state, let after = SiteState(after: kind.rawValue) else {
                throw OfficeError(
                    .refused,
                    at: code,
                    "this site is \(found?.rawValue ?? "not part of the trial")",
                    remedy: "only a site that is \(state.rawValue) can be"
                        + (kind == .siteSuspended ? " suspended" : " resumed")
                )
            }
            var rows = TrialWriter.Rows()
            rows.sites = [SiteRow(code: site.code, state: after.rawValue)]
            try writer.append(
                draft(
                    kind,
                    by: session,
                    at: now,
                    reference: site.code,
                    reason: reason.rawValue,
                    details: []
                ),
                writing: rows,
                signedWith: session.keys.signing
            )
            return try body(writer.reader)
        }
    }
}
