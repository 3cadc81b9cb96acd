import AuditLog
import Cryptography
import Foundation
import Pseudonymization
import Randomization
import TrialDefinition
import TrialStore

extension TrialOffice {
    /// Asks for the subject's allocation, as a coordinator of the subject's site.
    ///
    /// - Parameters:
    ///   - subject: The pseudonym, as typed.
    ///   - despiteEndedApproval: Whether the subject goes on although an approval of the site has
    ///     ended, because those who approve have agreed to it for this subject.
    ///   - session: A coordinator of the subject's site.
    ///   - now: The time of the event.
    /// - Returns: The subject's pseudonym as it is on record.
    /// - Throws: ``OfficeError``: `refused` where the site is suspended, an approval has ended and
    ///   nobody says that the subject goes on, or the allocation is asked for or made already.
    public func requestAllocation(
        of subject: String,
        despiteEndedApproval: Bool = false,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> String {
        try session.require(.allocationRequested)
        let code = try pseudonym(subject)
        return try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                try request(code, despiteEndedApproval, writer, session, now)
                return code
            }
        }
    }

    /// Answers the oldest open requests, as the randomization office.
    public func answerRequests(
        by office: Session,
        now: Moment
    ) throws(OfficeError) -> [Allocation] {
        try office.require(.allocationMade)
        return try OfficeError.translate {
            let allocator = try Allocator(self, office)
            return try store.write(signedBy: office.name, with: office.keys.signing) { writer in
                // Those of a suspended site wait until it is resumed.
                try writer.reader.openRequests().filter { request in
                    let site = try writer.reader.subject(request.subject)?.site ?? ""
                    return try writer.reader.site(site)?.state == SiteState.active.rawValue
                }.map { request in
                    try allocator.allocate(request.subject, writer, now)
                }
            }
        }
    }

    /// Asks for an allocation and answers at once, where both people are present: one transaction.
    ///
    /// Parameters and errors are those of
    /// ``requestAllocation(of:despiteEndedApproval:by:now:)``; `office` is the randomization office.
    public func allocate(
        _ subject: String,
        despiteEndedApproval: Bool = false,
        by session: Session,
        office: Session,
        now: Moment
    ) throws(OfficeError) -> Allocation {
        try session.require(.allocationRequested)
        try office.require(.allocationMade)
        let code = try pseudonym(subject)
        return try OfficeError.translate {
            let allocator = try Allocator(self, office)
            return try store.write(signedBy: office.name, with: office.keys.signing) { writer in
                if try writer.reader.request(code)?.state != RequestState.open.rawValue {
                    try request(code, despiteEndedApproval, writer, session, now)
                }
                return try allocator.allocate(code, writer, now)
            }
        }
    }

    /// The subject's allocation, for somebody who holds the site's key for results.
    public func allocation(
        of subject: String,
        for session: Session
    ) throws(OfficeError) -> Allocation? {
        let code = try pseudonym(subject)
        return try OfficeError.translate {
            // That there is none is an answer too, by which a site acts.
            let found = try store.read { reader in
                (try reader.sound().allocation(of: code), Self.commitments(try reader.log().events))
            }
            guard let row = found.0 else { return nil }
            return allocation(row, try result(of: row, session, found.1))
        }
    }

    /// By subject, what the log says of the arm without telling it.
    static func commitments(_ log: [LoggedEvent]) -> [String: String] {
        let made = log.map(\.event).filter { $0.kind == EventKind.allocationMade.rawValue }
        return Dictionary(
            made.map { ($0.subject ?? "", $0.text(Detail.commitment) ?? "") },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// What is sealed of the allocation `row`.
    ///
    /// The arm has to be the one that was drawn: who took a subject over has sealed it anew.
    func result(
        of row: AllocationRow,
        _ session: Session,
        _ commitments: [String: String]
    ) throws -> AllocationResult {
        let key = try session.dataKey(KeyName.results(row.site), opening: row.sealedResult)
        let bytes = try key.open(
            row.sealedResult,
            in: context("allocation", "sealed_result", row: row.subject)
        )
        let result = try JSONDecoder().decode(AllocationResult.self, from: Data(bytes))
        let commitment = ArmCommitment.digest(
            nonce: Hex.decode(result.nonce) ?? [],
            origin: origin,
            number: row.number,
            subject: row.subject,
            arm: result.arm
        )
        guard commitments[row.subject] == commitment.hex else {
            throw TrialStoreError.damaged(file: "trial.sqlite", what: "the arm of \(row.subject)")
        }
        return result
    }

    private func allocation(_ row: AllocationRow, _ result: AllocationResult) -> Allocation {
        Allocation(
            number: row.number,
            subject: row.subject,
            site: row.site,
            stratum: row.stratum,
            arm: result.arm,
            armName: definition.arms.first { $0.id == result.arm }?.name
        )
    }

    func pseudonym(_ typed: String) throws(OfficeError) -> String {
        do throws(PseudonymizationError) {
            return try Pseudonym(typed).text
        } catch {
            let suggestion = Pseudonym.suggestion(for: typed).map { "; did you mean \($0)?" }
            throw OfficeError(
                .badInput,
                at: "pseudonym",
                error.description,
                remedy: "compare it with the label, character by character" + (suggestion ?? "")
            )
        }
    }

    private func request(
        _ code: String,
        _ despiteEndedApproval: Bool,
        _ writer: TrialWriter,
        _ session: Session,
        _ now: Moment
    ) throws {
        let subject = try requireSubject(code, writer.reader)
        try requireOwn(subject, session, "ask")
        try requireActive(subject.site, writer.reader)
        if let allocation = try writer.reader.allocation(of: code) {
            throw OfficeError(
                .refused,
                at: code,
                "this subject is allocated already: \(allocation.number)",
                remedy: "see it with `milenari allocate \(code) --show`; nobody is allocated twice"
            )
        }
        guard try writer.reader.request(code) == nil else {
            throw OfficeError(
                .refused,
                at: code,
                "this allocation is asked for already",
                remedy: "wait for the randomization office"
            )
        }
        let ended = try endedApprovals(subject.site, on: try now.day(), writer.reader)
        if let first = ended.first, !despiteEndedApproval { throw Self.hasEnded(first, of: code) }
        var rows = TrialWriter.Rows()
        rows.requests = [RequestRow(subject: code, state: RequestState.open.rawValue)]
        let details: [Event.Detail?] = [
            .init(Detail.stratum, .text(subject.stratum)),
            ended.isEmpty ? nil : .init(Detail.endedApprovals, .list(ended.map(\.id))),
        ]
        try writer.append(
            draft(
                .allocationRequested,
                by: session,
                at: now,
                subject: code,
                details: details.compactMap(\.self)
            ),
            writing: rows,
            signedWith: session.keys.signing
        )
    }
}

extension TrialOffice {
    /// Who is enrolled must not wait without anybody knowing, nor go on without anybody having
    /// agreed.
    private static func hasEnded(_ approval: GrantedApproval, of subject: String) -> OfficeError {
        OfficeError(
            .refused,
            at: subject,
            "the approval `\(approval.id)` ended on \(approval.expires?.description ?? "")",
            remedy: "ask those who approve at once whether this subject goes on; if they agree, ask"
                + " for the allocation with --despite-ended-approval"
        )
    }
}

/// Whether a request for an allocation waits.
enum RequestState: String {
    case open
    case answered
}
