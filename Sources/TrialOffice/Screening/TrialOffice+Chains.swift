import Cryptography
import Pseudonymization
import TrialStore

extension TrialOffice {
    /// The screening number that was typed, which has to be one of `site`.
    ///
    /// - Parameters:
    ///   - typed: The number as typed.
    ///   - site: The site at which the person works.
    ///   - task: What somebody of the other site should do, where it is one.
    /// - Returns: The number as it is on record.
    /// - Throws: ``OfficeError``: `badInput` for what is no number, `notPermitted` for another site's.
    func screeningNumber(
        _ typed: String,
        at site: String,
        for task: String
    ) throws(OfficeError) -> String {
        let number: ScreeningNumber
        do throws(PseudonymizationError) {
            number = try ScreeningNumber(typed)
        } catch {
            let suggestion = ScreeningNumber.suggestion(for: typed).map { "; did you mean \($0)?" }
            throw OfficeError(
                .badInput,
                at: "screening number",
                error.description,
                remedy: "compare it with the screening report" + (suggestion ?? "")
            )
        }
        guard number.site.text == site else {
            throw OfficeError(
                .notPermitted,
                at: number.text,
                "this screening belongs to site \(number.site.text), you work at \(site)",
                remedy: "let somebody of \(number.site.text) \(task)"
            )
        }
        return number.text
    }

    /// The newest screening of the same candidate: the one that was named, or the one of the very
    /// same document.
    ///
    /// Who a candidate is, is not known before the enrollment; so nothing else is compared.
    func earlierScreening(
        of document: GivenDocument,
        _ named: String?,
        at site: String,
        _ reader: TrialReader,
        _ session: Session
    ) throws -> String? {
        let chains = ScreeningChains(try reader.log().events)
        let found = try screening(of: document, at: site, reader, session)
        guard let named else { return found.flatMap { chains[$0]?.newest.number } }
        guard let candidate = chains[named] else { throw Self.noScreening(named) }
        if let found, chains[found]?.newest.number != candidate.newest.number {
            throw OfficeError(
                .refused,
                at: document.name,
                "this document was screened as \(found), which is not known to be the candidate of"
                    + " \(named)",
                remedy: "check which candidate it is; without --again it is screened as \(found)'s"
            )
        }
        return candidate.newest.number
    }

    /// The newest screening at `site` for which the very same document was read.
    private func screening(
        of document: GivenDocument,
        at site: String,
        _ reader: TrialReader,
        _ session: Session
    ) throws -> String? {
        let digest = SHA256.digest(of: document.bytes).hex
        return try reader.screenings(site: site)
            .last { try outcome(of: $0, session).document == digest }?.number
    }

    /// Which criteria decided the screening `row`.
    func outcome(
        of row: ScreeningRow,
        _ session: Session
    ) throws -> ScreeningOutcome {
        let key = try session.dataKey(KeyName.results(row.site), opening: row.sealedOutcome)
        let context = context("screening", "sealed_outcome", row: row.number)
        return try ScreeningOutcome.decode(try key.open(row.sealedOutcome, in: context))
    }

    /// Refuses unless `number` is the newest screening of a candidate who is neither enrolled nor
    /// closed.
    func requireInProgress(_ number: String, _ reader: TrialReader) throws {
        guard let candidate = ScreeningChains(try reader.log().events)[number] else {
            throw Self.noScreening(number)
        }
        let newest = candidate.newest
        let enrolled = try reader.subject(screening: number)
        if let subject = enrolled?.code ?? candidate.subject {
            throw OfficeError(
                .refused,
                at: number,
                enrolled == nil
                    ? "this candidate is enrolled already: \(subject)"
                    : "this screening led to an enrollment already: \(subject)",
                remedy: "use that pseudonym"
            )
        }
        guard newest.number == number else {
            throw OfficeError(
                .refused,
                at: number,
                "this candidate was screened again, as \(newest.number)",
                remedy: "go on with \(newest.number)"
            )
        }
        if let reason = newest.closed {
            throw OfficeError(
                .refused,
                at: number,
                "this screening was closed: \(reason.rawValue)",
                remedy: "screen again with --again \(number), if the candidate has come back"
            )
        }
    }

    private static func noScreening(_ number: String) -> OfficeError {
        OfficeError(
            .notFound,
            at: number,
            "there is no such screening",
            remedy: "check the number, or screen the candidate first"
        )
    }

    /// Notes why nobody is enrolled from a screening.
    ///
    /// - Parameters:
    ///   - typed: The number of the candidate's newest screening, as typed.
    ///   - reason: Why.
    ///   - session: Somebody of the site.
    ///   - now: The time of the event.
    /// - Returns: The number as it is on record.
    /// - Throws: ``OfficeError``: `refused` where the candidate is enrolled, was screened again or
    ///   closed before; `badInput`, `notFound` and `notPermitted` for the number.
    public func closeScreening(
        _ typed: String,
        reason: NotEnrolledReason,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> String {
        try session.require(.screeningClosed)
        let site = try session.requireSite()
        let number = try screeningNumber(typed, at: site, for: "close it")
        return try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                try requireInProgress(number, writer.reader)
                try writer.append(
                    draft(
                        .screeningClosed,
                        by: session,
                        at: now,
                        reference: number,
                        reason: reason.rawValue,
                        details: []
                    ),
                    signedWith: session.keys.signing
                )
                return number
            }
        }
    }
}
