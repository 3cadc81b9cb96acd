import AuditLog
import Cryptography
import Foundation
import TrialStore

extension TrialOffice {
    /// Checks an exported allocation log, without the trial and without keys.
    ///
    /// - Parameters:
    ///   - bytes: The JSON form.
    ///   - name: How errors name the file.
    ///   - kept: What was kept outside, for example an earlier export.
    /// - Returns: What was checked, and what does not hold.
    /// - Throws: ``OfficeError`` of code `badInput` for what is no exported log.
    public static func verify(
        allocationLog bytes: [UInt8],
        name: String,
        against kept: KeptEvidence = .nothing
    ) throws(OfficeError) -> LogVerification {
        try OfficeError.translate {
            let log = try AllocationLog(decoding: bytes, name: name)
            var check = ExportCheck(log: log)
            try check.run(kept.note)
            if check.findings.isEmpty, try log.encoded() != bytes {
                check.findings.append("the file has bytes that the log does not explain")
            }
            return check.result().pinned(by: kept)
        }
    }
}

/// The check of one exported allocation log.
private struct ExportCheck {
    let log: AllocationLog
    var findings: [String] = []

    private var events: [LoggedEvent] = []
    private var root: Digest?
    private var signers: [String] = []

    init(log: AllocationLog) {
        self.log = log
    }

    mutating func run(_ kept: KeptNote?) throws {
        var check = try LogCheck(origin: log.trial, rules: TrialRules())
        for text in log.log {
            if let fault = try check.add(leaf: Base64.decode(text) ?? []) {
                findings.append(fault)
            }
        }
        try checkNote(&check)
        if let kept {
            let faults = try check.coverage(of: kept.note).faults
            findings += faults.map { "\(kept.file): \($0)" }
        }
        root = check.root()
        events = check.events.values.sorted { $0.sequence < $1.sequence }
        // Rows mean nothing where the log that should explain them does not hold.
        if findings.isEmpty { checkRows() }
    }

    /// The export's own checkpoint covers the whole log, on the word of somebody who may export.
    private mutating func checkNote(_ check: inout LogCheck) throws {
        guard let note = try? SignedNote(encoded: Array(log.checkpoint.utf8)) else {
            findings.append("checkpoint: it cannot be read")
            return
        }
        let coverage = try check.coverage(of: note)
        findings += coverage.faults.map { "checkpoint: \($0)" }
        guard let (size, names) = coverage.acknowledged else { return }
        signers = names
        if size != check.size {
            findings.append("checkpoint: it covers \(size) of \(check.size) events")
        }
        for name in signers {
            let role = check.people[name].flatMap { Role(rawValue: $0.role) }
            if role?.kinds.contains(.logExported) != true {
                findings.append("checkpoint: it is signed by \(name), who may not export")
            }
        }
    }

    /// The rows have to be those that the log tells of, all of them, and the head what the founding
    /// says.
    private mutating func checkRows() {
        let told = [log.protocolID, log.protocolVersion]
        let wanted = [Detail.protocolID, Detail.protocolVersion]
            .map { events.first?.event.text($0) ?? "" }
        if zip(told, wanted).contains(where: { !$0.utf8.elementsEqual($1.utf8) }) {
            findings.append("the protocol or its version is not that of the trial")
        }
        let made = AllocationLog.allocations(in: events)
        if made.count != log.allocations.count {
            findings.append(
                "the log tells of \(made.count) allocations, the file holds"
                    + " \(log.allocations.count)"
            )
        }
        for (row, told) in zip(log.allocations, made) { check(row, told.made, told.request) }
    }

    private mutating func check(
        _ row: AllocationLogRow,
        _ made: LoggedEvent,
        _ request: LoggedEvent?
    ) {
        guard let request = request?.event else {
            findings.append("allocation \(row.number): nobody asked for it")
            return
        }
        let proven = AllocationLogRow(
            made: made.event,
            request: request,
            site: request.site,
            index: made.sequence,
            arm: row.arm,
            nonce: row.nonce
        )
        if !proven.isIdentical(to: row) {
            findings.append("allocation \(row.number): not as its event has it")
        }
        if log.isBlinded {
            if row.arm != nil {
                findings.append("allocation \(row.number): an arm in a blinded log")
            }
            return
        }
        let commitment = ArmCommitment.digest(
            nonce: row.nonce.flatMap(Hex.decode) ?? [],
            origin: log.trial,
            number: row.number,
            subject: row.subject,
            arm: row.arm ?? ""
        )
        if made.event.text(Detail.commitment) != commitment.hex {
            findings.append("allocation \(row.number): the arm is not the one that was drawn")
        }
    }

    func result() -> LogVerification {
        LogVerification(
            subject: "allocation log",
            trial: log.trial,
            events: UInt64(log.log.count),
            lastEventAt: events.last?.event.when.text,
            root: root?.hex,
            signers: signers,
            founder: events.first.map { SHA256.digest(of: $0.signed.signer.bytes).hex },
            allocations: log.allocations.count,
            checks: [
                "\(log.log.count) events: order, form, signature, who may do it,"
                    + " and what can follow what",
                "the checkpoint and its signature",
                "that the rows are those that the log tells of, none left out or added",
                log.isBlinded
                    ? "that no arm is told"
                    : "that each arm is the one to which its event committed",
            ],
            findings: findings
        )
    }
}

extension AllocationLogRow {
    /// Whether the two rows have the same bytes; `==` would take two spellings of one letter for
    /// the same.
    fileprivate func isIdentical(to other: AllocationLogRow) -> Bool {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let mine = try? encoder.encode(self) else { return false }
        return mine == (try? encoder.encode(other))
    }
}
