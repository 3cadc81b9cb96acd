public import ClinicalQuality
import ClinicalRecord
public import Eligibility
import TrialDefinition
import TrialStore

/// A screening in progress whose answer is another one by another version of the protocol.
public struct ReviewedScreening: Sendable, Codable, Equatable {
    /// The screening number.
    public let number: String
    /// The version by which the candidate was screened.
    public let screenedBy: String
    /// The overall answer by that version.
    public let before: Verdict
    /// The overall answer by the version that was asked for.
    public let after: Verdict
    /// The criteria of which the answer differs, those that only one version has included.
    public let criteria: [ReviewedCriterion]
}

/// A criterion that two versions answer differently.
public struct ReviewedCriterion: Sendable, Codable, Equatable {
    /// The identifier in the protocol.
    public let id: String
    /// A few words, for tables.
    public let title: Phrase
    /// The answer by the version of the screening; nil where that version has no such criterion.
    public let before: Answer?
    /// The answer by the version that was asked for; nil where it has no such criterion.
    public let after: Answer?
}

/// All screenings in progress at a site, held against another version of the protocol.
public struct ScreeningReview: Sendable, Codable {
    /// The site's code.
    public let site: String
    /// The version that was asked for.
    public let version: String
    /// The day for which both answers hold, ISO 8601.
    public let asOf: String
    /// How many screenings are in progress: recorded, and not led to an enrollment.
    public let inProgress: Int
    /// Those whose answer differs, in the order in which they were recorded.
    public let changed: [ReviewedScreening]
}

extension TrialOffice {
    /// Answers every screening in progress at the person's site by the version `number` too (nil is
    /// the newest), and tells where the answer is another one.
    ///
    /// Both answers are for the day `asOf`, so that only the amendment makes a difference.
    ///
    /// - Throws: ``OfficeError``: `notFound` for a version that the trial does not have;
    ///   `notPermitted` for somebody who does not hold the site's records.
    public func review(
        by number: String?,
        for session: Session,
        asOf: Day
    ) throws(OfficeError) -> ScreeningReview {
        let code = try session.requireSite()
        let newest = versions.numbers.last
        let version = try Self.version(number ?? newest, of: versions, on: asOf)
        let site = try site(code)
        return try OfficeError.translate {
            let open = try store.read { reader in
                try reader.screenings(site: code).filter {
                    try reader.subject(screening: $0.number) == nil
                }
            }
            let after = Screener(version, site: site)
            var screeners: [String: Screener] = [:]
            let changed = try open.compactMap { row -> ReviewedScreening? in
                let candidate = try candidateKey(row.number, at: code, session)
                let payload = try screeningPayload(row.number, candidate)
                let old = payload.report.protocolVersion
                guard let definition = versions.version(old) else { return nil }
                let before = screeners[old] ?? Screener(definition, site: site)
                screeners[old] = before
                let record = try payload.clinicalRecord()
                return ReviewedScreening(
                    row.number,
                    try Self.report(on: record, before, asOf),
                    try Self.report(on: record, after, asOf)
                )
            }
            return ScreeningReview(
                site: code,
                version: version.version.number,
                asOf: asOf.description,
                inProgress: open.count,
                changed: changed
            )
        }
    }
}

extension ReviewedScreening {
    /// Nil where no answer differs.
    init?(_ number: String, _ before: EligibilityReport, _ after: EligibilityReport) {
        let removed = before.criteria.filter { old in !after.criteria.contains { $0.id == old.id } }
        criteria =
            after.criteria.compactMap { new in
                let old = before.criteria.first { $0.id == new.id }
                guard old?.answer != new.answer else { return nil }
                return ReviewedCriterion(
                    id: new.id,
                    title: new.title,
                    before: old?.answer,
                    after: new.answer
                )
            }
            + removed.map {
                ReviewedCriterion(id: $0.id, title: $0.title, before: $0.answer, after: nil)
            }
        guard !criteria.isEmpty else { return nil }
        self.number = number
        screenedBy = before.protocolVersion
        self.before = before.verdict
        self.after = after.verdict
    }
}
