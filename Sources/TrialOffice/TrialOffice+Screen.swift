import AuditLog
import ClinicalQuality
import ClinicalRecord
import Cryptography
import Eligibility
import Intake
import Pseudonymization
public import TrialDefinition
import TrialStore

extension TrialOffice {
    /// Answers for a document without a trial: no keys, and nothing is written.
    ///
    /// - Parameters:
    ///   - document: The candidate's document.
    ///   - definition: The protocol whose criteria are answered.
    ///   - siteCode: Whose country's rules apply; nil takes the site that the document names, or
    ///     leaves country rules unknown.
    ///   - asOf: The day for which the answer holds.
    ///   - horizon: For how many days ahead a calendar is made too; nil for none.
    /// - Returns: The answers, with an empty screening number.
    /// - Throws: ``OfficeError``: `badInput` for a document that cannot be taken in, `notFound` for
    ///   a site that the protocol does not have.
    public static func answer(
        _ document: GivenDocument,
        definition: TrialProtocol,
        siteCode: String?,
        asOf: Day,
        horizon: Int? = nil
    ) throws(OfficeError) -> Screening {
        let taken = try document.takenIn(by: definition)
        let used = try site(of: taken, document.name, definition, wanted: siteCode)
        let screener = Screener(definition, site: used)
        return Screening(
            number: "",
            site: used?.code ?? "",
            report: try report(on: taken.record, screener, asOf),
            document: SHA256.digest(of: document.bytes).hex,
            intake: taken.summary.noting(taken.record.notesOnLaterResults(than: asOf.date)),
            calendar: try calendar(of: taken.record, screener, asOf, horizon)
        )
    }

    /// The site `wanted`, which has to be the one that the document names, if it names one.
    static func site(
        of taken: CandidateDocument,
        _ document: String,
        _ definition: TrialProtocol,
        wanted: String?
    ) throws(OfficeError) -> Site? {
        let named = try site(of: taken, document, definition)
        guard let wanted else { return named }
        let site = try site(wanted, definition)
        if let named, named.code != site.code {
            throw OfficeError(
                .badInput,
                at: document,
                "this document belongs to site \(named.code), not to \(site.code)",
                remedy: "leave out --site, or correct the document"
            )
        }
        return site
    }

    private static func site(
        _ code: String,
        _ definition: TrialProtocol
    ) throws(OfficeError) -> Site {
        if let site = definition.site(code) { return site }
        throw OfficeError(
            .notFound,
            at: code,
            "this protocol has no such site",
            remedy: "its sites are \(definition.sites.map(\.code).joined(separator: ", "))"
        )
    }

    /// The site that a document names, if it names one; nil by a published trial, which has none.
    ///
    /// A code that no site has may be anything, a name too, and is not told.
    static func site(
        of taken: CandidateDocument,
        _ document: String,
        _ definition: TrialProtocol
    ) throws(OfficeError) -> Site? {
        guard let code = taken.siteCode, !definition.sites.isEmpty else { return nil }
        if let site = definition.site(code) { return site }
        throw OfficeError(
            .notFound,
            at: document,
            "this document names a site that the protocol does not have",
            remedy: "correct it: the sites are"
                + " \(definition.sites.map(\.code).joined(separator: ", "))"
        )
    }

    static func report(
        on record: ClinicalRecord,
        _ screener: Screener,
        _ asOf: Day
    ) throws(OfficeError) -> EligibilityReport {
        try translated { () throws(EligibilityError) in
            try screener.report(on: record, asOf: asOf.date)
        }
    }

    private static func calendar(
        of record: ClinicalRecord,
        _ screener: Screener,
        _ asOf: Day,
        _ horizon: Int?
    ) throws(OfficeError) -> EligibilityCalendar? {
        guard let horizon else { return nil }
        guard (0...Screener.longestHorizon).contains(horizon) else {
            throw OfficeError(
                .badInput,
                at: "--horizon",
                "a calendar looks 0 to \(Screener.longestHorizon) days ahead",
                remedy: "write it like --horizon 90"
            )
        }
        return try translated { () throws(EligibilityError) in
            try screener.calendar(of: record, from: asOf.date, horizon: horizon)
        }
    }

    static func translated<Answer>(
        _ body: () throws(EligibilityError) -> Answer
    ) throws(OfficeError) -> Answer {
        do throws(EligibilityError) {
            return try body()
        } catch {
            switch error {
            case .notADay:
                throw OfficeError(
                    .badInput,
                    at: "--as-of",
                    "this is not a full date",
                    remedy: "write it like 2026-11-21"
                )
            case .definition(let error):
                throw OfficeError(
                    .software,
                    at: "criteria",
                    "\(error)",
                    remedy: "report this with the protocol"
                )
            }
        }
    }

    /// Screens a candidate at the person's site, and records the screening under a new number.
    ///
    /// - Parameters:
    ///   - document: The candidate's document.
    ///   - again: A number under which the same candidate was screened before, as typed. The very
    ///     same document is recognized without it.
    ///   - session: The person who screens.
    ///   - asOf: The day for which the answer holds.
    ///   - horizon: For how many days ahead a calendar is made too; nil for none.
    ///   - now: The time of the event.
    /// - Returns: The answers under their number, with the earlier screening of the same candidate.
    /// - Throws: ``OfficeError``: `refused` where the site is not active, or `again` is not the
    ///   candidate whose document this was; `badInput` and `notFound` for what was given.
    public func screen(
        _ document: GivenDocument,
        again: String? = nil,
        by session: Session,
        asOf: Day,
        horizon: Int? = nil,
        now: Moment
    ) throws(OfficeError) -> Screening {
        try session.require(.screeningRecorded)
        let code = try session.requireSite()
        let named = try again.map { text throws(OfficeError) in
            try screeningNumber(text, at: code, for: "screen the candidate again")
        }
        let taken = try document.takenIn(by: definition)
        try requireSameSite(
            code,
            try Self.site(of: taken, document.name, definition)?.code,
            document.name
        )
        let version = try self.definition(inForceAt: code, on: asOf)
        let screener = Screener(version, site: try site(code))
        let report = try Self.report(on: taken.record, screener, asOf)
        let calendar = try Self.calendar(of: taken.record, screener, asOf, horizon)
        return try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                let state = try requireScreening(code, writer.reader)
                let payload = ScreeningPayload(
                    document: SHA256.digest(of: document.bytes).hex,
                    record: String(decoding: taken.record.fhirBundle(), as: UTF8.self),
                    report: report,
                    intake: taken.summary.noting(
                        taken.record.notesOnLaterResults(than: asOf.date)
                    ),
                    isPreScreening: state == .suspended,
                    again: try earlierScreening(
                        of: document,
                        named,
                        at: code,
                        writer.reader,
                        session
                    )
                )
                let number = try record(payload, at: code, writer, session, now)
                return Screening(number: number, site: code, payload, calendar: calendar)
            }
        }
    }

    private func record(
        _ payload: ScreeningPayload,
        at code: String,
        _ writer: TrialWriter,
        _ session: Session,
        _ now: Moment
    ) throws -> String {
        let count = try writer.reader.screeningCount(site: code)
        let number = try ScreeningNumber(site: SiteCode(code), number: count + 1).text
        let candidate = try CandidateKey.random(entry: number)
        let entry = SideEntry(
            kind: .keys,
            site: code,
            id: number,
            sealed: try candidate.sealed(
                with: try session.dataKey(KeyName.records(code)),
                origin: origin,
                site: code
            )
        )
        try writer.put(entry)
        var rows = TrialWriter.Rows()
        rows.entries = [entry]
        rows.screenings = [try row(number, payload, at: code, candidate, session)]
        let details: [Event.Detail?] = [
            .init(Detail.verdict, .text(payload.report.verdict.rawValue)),
            .init(Detail.asOf, .text(payload.report.asOf)),
            .init(Detail.isPreScreening, .flag(payload.isPreScreening)),
            .init(Detail.protocolVersion, .text(payload.report.protocolVersion)),
            payload.again.map { .init(Detail.again, .text($0)) },
        ]
        try writer.append(
            draft(
                .screeningRecorded,
                by: session,
                at: now,
                reference: number,
                details: details.compactMap(\.self)
            ),
            writing: rows,
            signedWith: session.keys.signing
        )
        return number
    }

    private func row(
        _ number: String,
        _ payload: ScreeningPayload,
        at code: String,
        _ candidate: borrowing CandidateKey,
        _ session: Session
    ) throws -> ScreeningRow {
        ScreeningRow(
            number: number,
            site: code,
            asOf: payload.report.asOf,
            verdict: payload.report.verdict.rawValue,
            again: payload.again,
            sealed: try candidate.key.seal(
                try payload.encoded(),
                in: context("screening", "sealed", row: number)
            ),
            sealedOutcome: try session.dataKey(KeyName.results(code)).seal(
                try ScreeningOutcome(payload).encoded(),
                in: context("screening", "sealed_outcome", row: number)
            )
        )
    }

    /// The document must not name another site than the person's.
    private func requireSameSite(
        _ site: String,
        _ named: String?,
        _ document: String
    ) throws(OfficeError) {
        guard let named, named != site else { return }
        throw OfficeError(
            .refused,
            at: document,
            "this document belongs to site \(named), you work at \(site)",
            remedy: "let \(named) screen the candidate, or correct the document"
        )
    }

    /// A suspended site screens too.
    private func requireScreening(_ code: String, _ reader: TrialReader) throws -> SiteState {
        guard let state = try reader.site(code).flatMap({ SiteState(rawValue: $0.state) }),
            state != .planned
        else {
            throw Self.notActive(code)
        }
        return state
    }

    static func notActive(_ code: String) -> OfficeError {
        OfficeError(
            .refused,
            at: code,
            "this site is not active",
            remedy: "activate it with `milenari site activate \(code)`"
                + " once all approvals are granted"
        )
    }

    func requireActive(_ code: String, _ reader: TrialReader) throws {
        guard try requireScreening(code, reader) == .active else {
            throw OfficeError(
                .refused,
                at: code,
                "this site is suspended",
                remedy: "wait until it is resumed, or let another site take the candidate over"
            )
        }
    }

    /// Nobody is enrolled where an approval has run out.
    func requireApprovals(_ code: String, on day: Day, _ reader: TrialReader) throws {
        let ended = try endedApprovals(code, on: day, reader)
        guard let expired = ended.first, let end = expired.expires else { return }
        throw OfficeError(
            .refused,
            at: code,
            "the approval `\(expired.id)` ended on \(end)",
            remedy: "record its renewal with `milenari site approve \(code)"
                + " --approval \(expired.id)=FIRSTDAY/LASTDAY`"
        )
    }

    /// The approvals of the site that have ended on `day`, by their identifier.
    func endedApprovals(
        _ code: String,
        on day: Day,
        _ reader: TrialReader
    ) throws -> [GrantedApproval] {
        try reader.approvals(at: code).compactMap(GrantedApproval.init)
            .filter { $0.isExpired(on: day) }
    }
}
