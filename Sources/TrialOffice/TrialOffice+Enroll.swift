import AuditLog
import ClinicalQuality
import ClinicalRecord
import Cryptography
import Eligibility
import Foundation
import Intake
import Pseudonymization
import Randomization
import TrialDefinition
import TrialStore

extension TrialOffice {
    /// What an enrollment is asked for with.
    public struct EnrollmentRequest: Sendable {
        /// The screening number as typed.
        public var screening: String
        /// The same document that was screened; the identity comes from it.
        public var document: GivenDocument
        /// The day for which eligibility is established once more.
        public var asOf: Day
        /// Why a possible duplicate is another child, if somebody has decided so.
        public var differentChild: String?

        /// Holds a request.
        public init(
            screening: String,
            document: GivenDocument,
            asOf: Day,
            differentChild: String? = nil
        ) {
            self.screening = screening
            self.document = document
            self.asOf = asOf
            self.differentChild = differentChild
        }
    }

    /// Enrolls a screened candidate under a pseudonym.
    ///
    /// The screening has to have said *eligible*, and the same record has to be eligible still;
    /// consent and assent are among the criteria. Identity goes to the site's vault alone.
    public func enroll(
        _ request: EnrollmentRequest,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> Enrollment {
        try session.require(.subjectEnrolled)
        let code = try session.requireSite()
        let number = try screeningNumber(request.screening, at: code, for: "enroll the candidate")
        let taken = try request.document.takenIn(by: definition)
        return try OfficeError.translate {
            let candidate = try candidateKey(number, at: code, session)
            let payload = try screeningPayload(number, candidate)
            guard payload.document == SHA256.digest(of: request.document.bytes).hex else {
                throw OfficeError(
                    .refused,
                    at: request.document.name,
                    "this is not the document that was screened as \(number)",
                    remedy: "give the very same file, or screen the new one first"
                )
            }
            let eligible = try eligibleScreening(number, payload, at: code, request.asOf)
            let stratum = try stratum(of: eligible.report, at: code)
            let duplicates = try DuplicateCheck(
                taken.identity,
                linkage: try session.dataKey(KeyName.linkage)
            )
            return try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                try requireActive(code, writer.reader)
                try requireApprovals(code, on: request.asOf, writer.reader)
                try requireInProgress(number, writer.reader)
                try duplicates.check(writer.reader, site: code, reason: request.differentChild)
                let subject = try newPseudonym(at: code, writer.reader)
                let enrollment = Enrollment(
                    subject: subject,
                    site: code,
                    screening: number,
                    stratum: stratum,
                    asOf: request.asOf.description
                )
                try record(
                    enrollment,
                    eligible,
                    candidate,
                    duplicates,
                    try vaultEntry(taken.identity, subject, at: code, session),
                    request,
                    writer,
                    session,
                    now
                )
                return enrollment
            }
        }
    }

    private func eligibleScreening(
        _ number: String,
        _ payload: ScreeningPayload,
        at site: String,
        _ asOf: Day
    ) throws -> EligibleScreening {
        let version = try definition(inForceAt: site, on: asOf)
        let screener = Screener(version, site: try self.site(site))
        let report = try Self.report(on: try payload.clinicalRecord(), screener, asOf)
        return try EligibleScreening(number: number, payload: payload, report: report)
    }

    /// The stratum in which the report puts the candidate; nobody types it.
    private func stratum(of report: EligibilityReport, at site: String) throws -> String {
        var levels = [AllocationPlan.siteFactor: site]
        let factors = try definition.plan().factors
        for factor in report.factors where factors.contains(factor.factor) {
            guard let level = factor.level else {
                throw OfficeError(
                    .undetermined,
                    at: factor.name.text,
                    "this stratification factor cannot be determined from the record",
                    remedy: "complete the record and screen again"
                )
            }
            levels[factor.factor] = level
        }
        let used = levels.filter { factors.contains($0.key) }
        return try definition.scheme().stratum(levels: used).text
    }

    private func newPseudonym(at site: String, _ reader: TrialReader) throws -> String {
        for _ in 0..<100 {
            let code = try Pseudonym(site: SiteCode(site)) { count in
                try SystemRandom.bytes(count)
            }.text
            if try reader.subject(code) == nil { return code }
        }
        throw OfficeError(
            .software,
            at: site,
            "no free pseudonym was found",
            remedy: "report this"
        )
    }

    private func vaultEntry(
        _ identity: Identity,
        _ subject: String,
        at site: String,
        _ session: Session
    ) throws -> SideEntry {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let key = try session.dataKey(KeyName.identity(site))
        return SideEntry(
            kind: .vault,
            site: site,
            id: subject,
            sealed: try key.seal(
                Array(try encoder.encode(identity)),
                in: vaultContext(subject, at: site)
            )
        )
    }

    private func record(
        _ enrollment: Enrollment,
        _ eligible: EligibleScreening,
        _ candidate: borrowing CandidateKey,
        _ duplicates: DuplicateCheck,
        _ vaultEntry: SideEntry,
        _ request: EnrollmentRequest,
        _ writer: TrialWriter,
        _ session: Session,
        _ now: Moment
    ) throws {
        let subject = enrollment.subject
        let payload = ScreeningPayload(
            document: eligible.payload.document,
            record: eligible.payload.record,
            report: eligible.report,
            intake: eligible.payload.intake,
            isPreScreening: false,
            differentChild: request.differentChild
        )
        try writer.put(vaultEntry)
        var rows = TrialWriter.Rows()
        rows.entries = [vaultEntry]
        rows.linkages = [duplicates.row(for: subject)]
        rows.subjects = [
            SubjectRow(
                code: subject,
                site: enrollment.site,
                screening: enrollment.screening,
                stratum: enrollment.stratum,
                transfer: nil,
                sealed: try candidate.key.seal(
                    try payload.encoded(),
                    in: context("subject", "sealed", row: subject)
                )
            )
        ]
        try writer.append(
            draft(
                .subjectEnrolled,
                by: session,
                at: now,
                subject: subject,
                reference: enrollment.screening,
                details: [
                    .init(Detail.asOf, .text(enrollment.asOf)),
                    .init(Detail.stratum, .text(enrollment.stratum)),
                    .init(Detail.protocolVersion, .text(payload.report.protocolVersion)),
                    .init(Detail.duplicateDecided, .flag(request.differentChild != nil)),
                ]
            ),
            writing: rows,
            signedWith: session.keys.signing
        )
    }
}
