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
    /// - Returns: the subject's pseudonym as it is on record.
    public func requestAllocation(
        of subject: String,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> String {
        try session.require(.allocationRequested)
        let code = try pseudonym(subject)
        return try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                try request(code, writer, session, now)
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
    public func allocate(
        _ subject: String,
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
                    try request(code, writer, session, now)
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
            let found = try store.read { try $0.sound().allocation(of: code) }
            guard let row = found else { return nil }
            let key = try session.dataKey(KeyName.results(row.site))
            return allocation(row, try result(of: row, key))
        }
    }

    /// What is sealed of the allocation `row`.
    func result(
        of row: AllocationRow,
        _ key: borrowing DataKey
    ) throws -> AllocationResult {
        let bytes = try key.open(
            row.sealedResult,
            in: context("allocation", "sealed_result", row: row.subject)
        )
        return try JSONDecoder().decode(AllocationResult.self, from: Data(bytes))
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
        _ writer: TrialWriter,
        _ session: Session,
        _ now: Moment
    ) throws {
        guard let subject = try writer.reader.subject(code) else {
            throw OfficeError(
                .notFound,
                at: code,
                "nobody is enrolled under this pseudonym",
                remedy: "enroll the candidate first"
            )
        }
        guard subject.site == session.site else {
            throw OfficeError(
                .notPermitted,
                at: code,
                "this subject belongs to site \(subject.site)",
                remedy: "let a coordinator of \(subject.site) ask"
            )
        }
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
        var rows = TrialWriter.Rows()
        rows.requests = [RequestRow(subject: code, state: RequestState.open.rawValue)]
        try writer.append(
            draft(
                .allocationRequested,
                by: session,
                at: now,
                subject: code,
                details: [.init(Detail.stratum, .text(subject.stratum))]
            ),
            writing: rows,
            signedWith: session.keys.signing
        )
    }
}

/// Whether a request for an allocation waits.
enum RequestState: String {
    case open
    case answered
}
