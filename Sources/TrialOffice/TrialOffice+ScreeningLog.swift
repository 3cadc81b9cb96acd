import Cryptography
import Eligibility
import TrialDefinition
import TrialStore

extension TrialOffice {
    /// The screening log, for somebody who holds the sites' keys for results.
    ///
    /// - Parameters:
    ///   - code: One site's code; nil for all sites whose key the person holds.
    ///   - period: The days in which the first screening of a candidate has to lie.
    ///   - isBlinded: Leaves the arms out.
    ///   - session: Somebody of the site, or the monitor.
    /// - Returns: The candidates with their screenings, the same for the same state of the trial.
    /// - Throws: ``OfficeError``: `notPermitted` without the key; `notFound` for an unknown site;
    ///   `damaged` where the files do not hold what the log tells.
    public func screeningLog(
        of code: String?,
        in period: ScreeningPeriod = ScreeningPeriod(),
        isBlinded: Bool,
        for session: Session
    ) throws(OfficeError) -> ScreeningLog {
        let sites = try code.map { code throws(OfficeError) in [try site(code).code] }
        return try OfficeError.translate {
            let mine = definition.sites.map(\.code).filter { session.holds(KeyName.results($0)) }
            // Who holds no such key is told so by the key that is missing.
            let wanted = sites ?? (mine.isEmpty ? definition.sites.prefix(1).map(\.code) : mine)
            let candidates = try store.read { reader in
                let sound = try reader.sound()
                let candidates = ScreeningChains(try reader.log().events).candidates
                return try wanted.flatMap { site in
                    // Who holds no such key is told so, also where nobody was screened.
                    _ = try session.dataKey(KeyName.results(site))
                    return try candidates.filter { $0.site == site && period.holds($0) }
                        .map { try screened($0, isBlinded, session, sound) }
                }
            }
            return ScreeningLog(
                trial: origin,
                protocolID: definition.id,
                from: period.from?.description,
                to: period.to?.description,
                sites: wanted,
                candidates: candidates
            )
        }
    }

    private func screened(
        _ candidate: ScreeningChains.Candidate,
        _ isBlinded: Bool,
        _ session: Session,
        _ reader: TrialReader
    ) throws -> ScreenedCandidate {
        let screenings = try candidate.screenings.map { past in
            guard let row = try reader.screening(past.number) else {
                throw TrialStoreError.damaged(
                    file: "trial.sqlite",
                    what: "the screening \(past.number)"
                )
            }
            return try logged(past, self.outcome(of: row, session))
        }
        let newest = screenings[screenings.count - 1]
        let allocation = try candidate.subject.flatMap { try reader.allocation(of: $0) }
        let outcome: ScreenedCandidate.Outcome =
            if candidate.subject != nil {
                allocation == nil ? .enrolled : .allocated
            } else {
                switch newest.verdict {
                case .eligible: .eligible
                case .ineligible: .ineligible
                case .undetermined: .undetermined
                }
            }
        return ScreenedCandidate(
            site: candidate.site,
            screenings: screenings,
            outcome: outcome,
            reason: newest.closed,
            subject: candidate.subject,
            allocation: allocation?.number,
            arm: isBlinded ? nil : try allocation.flatMap { try arm(of: $0, session, reader) }
        )
    }

    /// The arm, for somebody who may know it: a site that has given a subject away may not any more.
    private func arm(
        of row: AllocationRow,
        _ session: Session,
        _ reader: TrialReader
    ) throws -> String? {
        guard session.holds(KeyName.results(row.site)) else { return nil }
        return try result(of: row, session, Self.commitments(reader.log().events)).arm
    }

    private func logged(
        _ past: ScreeningChains.PastScreening,
        _ outcome: ScreeningOutcome
    ) throws -> LoggedScreening {
        guard let verdict = Verdict(rawValue: past.verdict),
            let version = versions.version(past.version)
        else {
            throw TrialStoreError.damaged(file: "trial.sqlite", what: "the log of \(past.number)")
        }
        let criteria = version.criteria.map {
            CriterionWording(id: $0.id, title: $0.title, text: $0.text)
        }
        return LoggedScreening(
            number: past.number,
            asOf: past.asOf,
            recordedAt: past.recordedAt,
            recordedBy: past.recordedBy,
            protocolVersion: past.version,
            document: outcome.document,
            verdict: verdict,
            isPreScreening: past.isPreScreening,
            excluding: criteria.filter { outcome.excluding.contains($0.id) },
            open: criteria.filter { outcome.open.contains($0.id) },
            closed: past.closed
        )
    }
}

/// The days in which the first screening of a candidate has to lie.
public struct ScreeningPeriod: Sendable, Hashable {
    /// The first day; nil for the beginning of the trial.
    public let from: Day?
    /// The last day; nil for no end.
    public let to: Day?

    /// All days.
    public init() {
        from = nil
        to = nil
    }

    /// The days from `from` to `to`, both included.
    ///
    /// - Throws: ``OfficeError`` of code `badInput` where the end lies before the beginning.
    public init(from: Day?, to: Day?) throws(OfficeError) {
        if let from, let to, to.isBefore(from) {
            throw OfficeError(
                .badInput,
                at: "--to",
                "the last day lies before the first one",
                remedy: "give the days in their order"
            )
        }
        self.from = from
        self.to = to
    }

    func holds(_ candidate: ScreeningChains.Candidate) -> Bool {
        guard let day = try? Day(candidate.screenings[0].asOf, at: candidate.site) else {
            return false
        }
        return !(from.map(day.isBefore) ?? false) && !(to?.isBefore(day) ?? false)
    }
}
