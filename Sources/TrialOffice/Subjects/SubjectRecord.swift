import Cryptography
public import Eligibility
import TrialStore

/// A subject's record, for the site that cares for the subject.
public struct SubjectRecord: Sendable, Codable {
    /// Where the subject stands.
    public let status: OpenSubject
    /// The number of the screening that led to the enrollment.
    public let screening: String
    /// Every criterion as it was on the day of enrollment.
    public let report: EligibilityReport
}

extension TrialOffice {
    /// Opens a subject's record, for somebody who holds the present site's key for records.
    ///
    /// - Throws: ``OfficeError``: `notPermitted` without the key, `badInput` and `notFound` for the
    ///   pseudonym.
    public func record(
        of typed: String,
        for session: Session
    ) throws(OfficeError) -> SubjectRecord {
        let code = try pseudonym(typed)
        return try OfficeError.translate {
            try store.read { reader in
                let sound = try reader.sound()
                let row = try requireSubject(code, sound)
                let sealed = try requireSealed(row.keyEntry, in: .keys, at: row.site, sound)
                let candidate = try CandidateKey.open(
                    sealed,
                    entry: row.keyEntry,
                    with: try session.dataKey(KeyName.records(row.site), opening: sealed),
                    origin: origin,
                    site: row.site
                )
                let bytes = try candidate.key.open(
                    row.sealed,
                    in: context("subject", "sealed", row: code)
                )
                let status = try Self.openSubjects(of: row.site, sound).first { $0.subject == code }
                guard let status else {
                    throw TrialStoreError.damaged(file: "trial.sqlite", what: "the subject \(code)")
                }
                return SubjectRecord(
                    status: status,
                    screening: row.screening,
                    report: try ScreeningPayload.decode(bytes).report
                )
            }
        }
    }
}
