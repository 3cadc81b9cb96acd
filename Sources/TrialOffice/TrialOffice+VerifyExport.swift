import AuditLog
import Cryptography
import Foundation
import TrialStore

extension TrialOffice {
    /// Checks an exported allocation log, without the trial and without keys.
    public static func verify(
        allocationLog bytes: [UInt8],
        name: String
    ) throws(OfficeError) -> LogVerification {
        try OfficeError.translate {
            let log = try AllocationLog(decoding: bytes, name: name)
            var check = ExportCheck(log: log)
            check.run()
            if check.findings.isEmpty, try log.encoded() != bytes {
                check.findings.append("the file has bytes that the log does not explain")
            }
            return check.result()
        }
    }
}

/// The check of one exported allocation log.
private struct ExportCheck {
    let log: AllocationLog
    var findings: [String] = []

    private var people: People
    private var checkpoint: Checkpoint?
    private var signers: [String] = []
    private var fingerprint = ""

    private let rules = TrialRules()

    init(log: AllocationLog) {
        self.log = log
        people = People(origin: log.trial)
    }

    mutating func run() {
        guard let bytes = Base64.decode(log.proof), let bundle = try? ProofBundle(encoded: bytes)
        else {
            findings.append("the proof cannot be read")
            return
        }
        learnPeople(bundle)
        let people = people
        let verdict = bundle.verify(trusting: people.noteKeys, origin: log.trial) {
            signed,
            sequence in
            people.recognizes(signed)
                && rules.fault(of: LoggedEvent(sequence: sequence, signed: signed)) == nil
        }
        switch verdict {
        case .fails(let fault): findings.append("\(fault)")
        case .holds(let checkpoint, let signatures):
            self.checkpoint = checkpoint
            signers = signatures.map(\.key.name)
            checkSigners()
            checkRows(bundle, checkpoint)
        }
    }

    private mutating func learnPeople(_ bundle: ProofBundle) {
        for entry in bundle.entries {
            let event = entry.signedEvent.event
            guard entry.index == 0 || event.kind == People.Details.adding else { continue }
            if entry.index == 0 {
                fingerprint = SHA256.digest(of: entry.signedEvent.signer.bytes).hex
            }
            if let problem = people.admit(entry.signedEvent, isFirst: entry.index == 0) {
                findings.append("event \(entry.index): \(problem)")
            }
        }
    }

    /// Only somebody who may export vouches for an export.
    private mutating func checkSigners() {
        for name in signers {
            let role = people[name].flatMap { Role(rawValue: $0.role) }
            if role?.kinds.contains(.logExported) != true {
                findings.append("the checkpoint is signed by \(name), who may not export")
            }
        }
    }

    /// What the file says about the trial has to be what the founding says.
    private mutating func checkHead(_ founding: Event) {
        let told = [log.protocolID, log.protocolVersion]
        let wanted = [Detail.protocolID, Detail.protocolVersion].map { founding.text($0) ?? "" }
        if zip(told, wanted).contains(where: { !$0.utf8.elementsEqual($1.utf8) }) {
            findings.append("the protocol or its version is not that of the trial")
        }
    }

    private mutating func checkRows(_ bundle: ProofBundle, _ checkpoint: Checkpoint) {
        var requests: [String: Event] = [:]
        var made: [(index: UInt64, event: Event)] = []
        for entry in bundle.entries {
            let event = entry.signedEvent.event
            switch EventKind(rawValue: event.kind) {
            case .trialCreated: checkHead(event)
            case .allocationRequested: requests[event.subject ?? ""] = event
            case .allocationMade: made.append((entry.index, event))
            default: continue
            }
        }
        let count = checkpoint.count("allocations")
        if count != log.allocations.count {
            findings.append(
                "the checkpoint counts \(count.map(String.init) ?? "no") allocations,"
                    + " the file holds \(log.allocations.count)"
            )
        }
        if made.count != log.allocations.count {
            findings.append("there are \(made.count) proofs for \(log.allocations.count) rows")
        }
        for (position, row) in log.allocations.enumerated()
        where row.number != AllocationNumber.text(position + 1) {
            findings.append(
                "allocation \(row.number): \(AllocationNumber.text(position + 1)) comes next"
            )
        }
        for (row, proven) in zip(log.allocations, made) {
            check(row, proven.event, proven.index, requests[row.subject])
        }
    }

    private mutating func check(
        _ row: AllocationLogRow,
        _ made: Event,
        _ index: UInt64,
        _ request: Event?
    ) {
        guard let request else {
            findings.append("allocation \(row.number): nobody asked for it")
            return
        }
        let proven = AllocationLogRow(
            made: made,
            request: request,
            site: request.site,
            index: index,
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
        if made.text(Detail.commitment) != commitment.hex {
            findings.append("allocation \(row.number): the arm is not the one that was drawn")
        }
    }

    func result() -> LogVerification {
        LogVerification(
            subject: "allocation log",
            trial: log.trial,
            events: checkpoint?.size ?? 0,
            root: checkpoint?.root.hex ?? "",
            signers: signers,
            founder: fingerprint,
            allocations: log.allocations.count,
            checks: [
                "the checkpoint and its signature",
                "each event's signature, and that it is in the log at its place",
                "that each row is what its events say",
                log.isBlinded
                    ? "that no arm is told"
                    : "that each arm is the one to which its event committed",
                "that no allocation is left out",
            ],
            findings: findings,
            notes: []
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
