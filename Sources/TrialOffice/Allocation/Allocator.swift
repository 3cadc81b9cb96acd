import AuditLog
import Cryptography
import Foundation
import Randomization
import TrialDefinition
import TrialStore

/// Makes allocations, as the randomization office: the only place where the seed is open.
struct Allocator {
    private let office: TrialOffice
    private let session: Session
    private let scheme: Scheme
    private let streams: SeededStreams

    /// Opens the seed; refuses for somebody without the key `allocation`.
    init(_ office: TrialOffice, _ session: Session) throws {
        self.office = office
        self.session = session
        scheme = try office.definition.scheme()
        guard let secret = try office.store.read({ try $0.secret(AllocationSeed.name) }) else {
            throw TrialStoreError.damaged(file: "trial.sqlite", what: "the allocation seed")
        }
        let key = try session.dataKey(KeyName.allocation, opening: secret.sealed)
        let seed = try AllocationSeed.open(secret.sealed, with: key, origin: office.origin)
        let founding = try office.store.read { try $0.event(0) }
        guard founding?.event.text(Detail.seedCommitment) == seed.commitment.hex else {
            throw TrialStoreError.damaged(file: "trial.sqlite", what: "the allocation seed")
        }
        streams = SeededStreams(seed)
    }

    /// Allocates `subject` inside the transaction of `writer`.
    func allocate(_ subject: String, _ writer: TrialWriter, _ now: Moment) throws -> Allocation {
        let reader = writer.reader
        // All of them: that one is not there is believed only of rows that are vouched for.
        let past = try reader.allocations()
        guard let row = try reader.subject(subject), let request = try reader.request(subject),
            request.state == RequestState.open.rawValue,
            !past.contains(where: { $0.subject == subject })
        else {
            throw OfficeError(
                .refused,
                at: subject,
                "no allocation is asked for",
                remedy: "let the coordinator ask with `milenari allocate`"
            )
        }
        let draw = try draw(in: row.stratum, past, TrialOffice.commitments(reader.log().events))
        let allocation = Allocation(
            number: AllocationNumber.text(past.count + 1),
            subject: subject,
            site: row.site,
            stratum: row.stratum,
            arm: draw.arm.code,
            armName: office.definition.arms.first { $0.id == draw.arm.code }?.name
        )
        try record(allocation, draw, writer, now)
        return allocation
    }

    /// The next draw of the stratum, after the arms that were allocated in it.
    private func draw(
        in stratum: String,
        _ all: [AllocationRow],
        _ commitments: [String: String]
    ) throws -> Draw {
        let stratum = try scheme.stratum(text: stratum)
        let past = try all.filter { $0.stratum == stratum.text }.map { row in
            PastAllocation(
                stratum: stratum,
                arm: try Arm(try office.result(of: row, session, commitments).arm)
            )
        }
        var sequence = try AllocationSequence(scheme: scheme, source: streams, history: past)
        return try sequence.next(in: stratum)
    }

    private func record(
        _ allocation: Allocation,
        _ draw: Draw,
        _ writer: TrialWriter,
        _ now: Moment
    ) throws {
        let subject = allocation.subject
        let nonce = try SystemRandom.bytes(32)
        let result = AllocationResult(arm: draw.arm.code, nonce: Hex.encode(nonce))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let results = try session.dataKey(KeyName.results(allocation.site))
        let secret = try session.dataKey(KeyName.allocation)
        var rows = TrialWriter.Rows()
        rows.requests = [RequestRow(subject: subject, state: RequestState.answered.rawValue)]
        rows.allocations = [
            AllocationRow(
                subject: subject,
                number: allocation.number,
                site: allocation.site,
                stratum: allocation.stratum,
                sealedResult: try results.seal(
                    Array(try encoder.encode(result)),
                    in: office.context("allocation", "sealed_result", row: subject)
                ),
                sealedDraw: try secret.seal(
                    Array(try encoder.encode(draw)),
                    in: office.context("allocation", "sealed_draw", row: subject)
                )
            )
        ]
        let commitment = ArmCommitment.digest(
            nonce: nonce,
            origin: office.origin,
            number: allocation.number,
            subject: subject,
            arm: draw.arm.code
        )
        try writer.append(
            office.draft(
                .allocationMade,
                by: session,
                at: now,
                subject: subject,
                reference: allocation.number,
                details: [
                    .init(Detail.stratum, .text(allocation.stratum)),
                    .init(Detail.commitment, .text(commitment.hex)),
                ]
            ),
            writing: rows,
            signedWith: session.keys.signing
        )
    }
}
