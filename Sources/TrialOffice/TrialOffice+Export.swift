import AuditLog
import Cryptography
import Foundation
import TrialDefinition
import TrialStore

extension TrialOffice {
    /// Exports the allocation log with the log that proves it; the export is itself an event.
    ///
    /// - Parameters:
    ///   - isBlinded: Leaves the arms out.
    ///   - session: The person who exports; signs the checkpoint and the event.
    ///   - now: The time of the event that tells of the export.
    /// - Returns: The rows in the order of the allocations, with what proves them.
    /// - Throws: ``OfficeError``: `notPermitted` for a role that may not export, or without the key
    ///   that opens the arms; `damaged` where the files do not hold what the log tells.
    public func exportAllocationLog(
        isBlinded: Bool,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> AllocationLog {
        try session.require(.logExported)
        return try OfficeError.translate {
            let log = try store.read { reader in
                let checkpoint = try reader.checkpoint(
                    origin: origin,
                    counters: TrialRules().counters
                )
                var note = try SignedNote(text: checkpoint.text)
                try note.sign(name: session.name, with: session.keys.signing)
                return try allocationLog(isBlinded: isBlinded, note, session, reader)
            }
            let digest = SHA256.digest(of: try log.encoded()).hex
            _ = try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                try writer.append(
                    draft(
                        .logExported,
                        by: session,
                        at: now,
                        details: [
                            .init(Detail.format, .text(AllocationLog.format)),
                            .init(Detail.blinded, .flag(isBlinded)),
                            .init(
                                Detail.allocations,
                                .integer(Int64(log.allocations.count))
                            ),
                            .init(Detail.digest, .text(digest)),
                        ]
                    ),
                    signedWith: session.keys.signing
                )
            }
            return log
        }
    }

    private func allocationLog(
        isBlinded: Bool,
        _ note: SignedNote,
        _ session: Session,
        _ reader: TrialReader
    ) throws -> AllocationLog {
        // Nobody signs for a log that does not hold.
        let events = try reader.log().events
        return AllocationLog(
            format: AllocationLog.format,
            trial: origin,
            protocolID: definition.id,
            protocolVersion: definition.version.number,
            isBlinded: isBlinded,
            allocations: try AllocationLog.allocations(in: events).map { made, request in
                try row(made, request, isBlinded, Self.commitments(events), session, reader)
            },
            checkpoint: String(decoding: note.encoded, as: UTF8.self),
            log: events.map { Base64.encode($0.signed.leaf) }
        )
    }

    private func row(
        _ made: LoggedEvent,
        _ request: LoggedEvent?,
        _ isBlinded: Bool,
        _ commitments: [String: String],
        _ session: Session,
        _ reader: TrialReader
    ) throws -> AllocationLogRow {
        let event = made.signed.event
        let subject = event.subject ?? ""
        guard let row = try reader.allocation(of: subject), let request else {
            throw TrialStoreError.damaged(
                file: "trial.sqlite",
                what: "the allocation of \(subject)"
            )
        }
        let result =
            isBlinded
            ? nil
            : try result(of: row, session, commitments)
        return AllocationLogRow(
            made: event,
            request: request.signed.event,
            // The site that asked, which the stratum may name; later transfers are in the log.
            site: request.signed.event.site,
            index: made.sequence,
            arm: result?.arm,
            nonce: result?.nonce
        )
    }
}

extension AllocationLog {
    /// The allocations that `events`, a log in its order, tell of; each with its request.
    static func allocations(
        in events: [LoggedEvent]
    ) -> [(made: LoggedEvent, request: LoggedEvent?)] {
        var requests: [String: LoggedEvent] = [:]
        var made: [LoggedEvent] = []
        for event in events {
            switch EventKind(rawValue: event.event.kind) {
            case .allocationRequested: requests[event.event.subject ?? ""] = event
            case .allocationMade: made.append(event)
            default: continue
            }
        }
        return made.map { ($0, requests[$0.event.subject ?? ""]) }
    }

    /// Reads the JSON form; `name` is how errors name the file.
    public init(decoding bytes: [UInt8], name: String) throws(OfficeError) {
        guard let log = try? JSONDecoder().decode(AllocationLog.self, from: Data(bytes)),
            log.format == AllocationLog.format
        else {
            throw OfficeError(
                .badInput,
                at: name,
                "this is not an allocation log of this program",
                remedy: "name a file that `milenari log export` wrote"
            )
        }
        self = log
    }

    /// The log as JSON: keys sorted, always the same bytes for the same log.
    public func encoded() throws(OfficeError) -> [UInt8] {
        try OfficeError.translate {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            return Array(try encoder.encode(self)) + [0x0A]
        }
    }
}

extension AllocationLogRow {
    /// The row that the two events tell.
    init(
        made: Event,
        request: Event,
        site: String,
        index: UInt64,
        arm: String?,
        nonce: String?
    ) {
        self.init(
            number: made.reference ?? "",
            subject: made.subject ?? "",
            site: site,
            stratum: made.text(Detail.stratum) ?? "",
            allocatedAt: made.when.text,
            allocatedBy: made.who,
            requestedAt: request.when.text,
            requestedBy: request.who,
            event: index,
            arm: arm,
            nonce: nonce
        )
    }
}
