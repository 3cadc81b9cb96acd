import AuditLog
import Cryptography
import Foundation
import TestSupport
import Testing
import TrialOffice
import TrialStore

/// What a coordinator with a file editor can do with a transfer: nothing that is believed.
struct TransferInsiderTests {
    /// A trial in which one allocated subject is offered to Rome, and another is not.
    private static let sample = Result {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let subjects = try ["04", "33"].map { try trial.enroll(candidate: $0) }
        let allocation = try trial.allocate(subjects[0], site: "BCN")
        _ = try trial.offer(subjects[0], from: "BCN", to: "ROM")
        return (trial: trial, subjects: subjects, allocation: allocation)
    }

    private func keys(_ store: TrialStore, _ user: String) throws -> UserKeys {
        let row = try #require(try store.read { try $0.user(user) })
        return try SealedUserKeys(encoded: row.sealedKeys).open(
            passphrase: SecretBytes(copying: Array(user.utf8)),
            user: user,
            trial: store.origin
        )
    }

    /// Appends an event that a coordinator signs, with whatever rows.
    private func forge(
        _ copy: URL,
        by user: String,
        at site: String,
        kind: String,
        subject: String,
        number: Int = 1,
        details: [Event.Detail],
        rows: TrialWriter.Rows
    ) throws {
        let head = copy.appendingPathComponent("head.note")
        let note = try Data(contentsOf: head)
        let store = try TrialStore.open(TrialFolder(copy), rules: NoRules())
        let keys = try keys(store, user)
        try store.write(signedBy: user, with: keys.signing) { writer in
            for entry in rows.entries { try writer.put(entry) }
            _ = try writer.append(
                EventDraft(
                    who: user,
                    role: "coordinator",
                    site: site,
                    when: try #require(Timestamp(millisecondsSince1970: 1_795_254_100_000)),
                    kind: kind,
                    subject: subject,
                    reference: "\(subject).\(number)",
                    reason: kind == "transfer.offered" ? "war" : nil,
                    program: "editor",
                    details: details
                ),
                writing: rows,
                signedWith: keys.signing
            )
        }
        try store.close()
        try note.write(to: head)
    }

    /// The rows with which Rome takes `subject` over.
    private func acceptance(
        _ subject: String,
        _ row: SubjectRow,
        stratum: String? = nil
    ) -> (rows: TrialWriter.Rows, details: [Event.Detail]) {
        let id = "\(subject).1"
        let stratum = stratum ?? row.stratum
        var rows = TrialWriter.Rows()
        rows.transfers = [
            TransferRow(id: id, subject: subject, site: "ROM", state: "accepted", sealedResult: nil)
        ]
        rows.subjects = [
            SubjectRow(
                code: subject,
                site: "ROM",
                screening: row.screening,
                stratum: stratum,
                transfer: id,
                sealed: [0]
            )
        ]
        rows.entries = [
            SideEntry(kind: .vault, site: "ROM", id: id, sealed: [0]),
            SideEntry(kind: .keys, site: "ROM", id: id, sealed: [0]),
        ]
        let details: [Event.Detail] = [
            .init("from", .text("BCN")), .init("screening", .text(row.screening)),
            .init("stratum", .text(stratum)),
        ]
        return (rows, details)
    }

    private func subject(_ code: String, _ copy: URL) throws -> SubjectRow {
        let store = try TrialStore.open(TrialFolder(copy), rules: NoRules())
        defer { try? store.close() }
        return try #require(try store.read { try $0.subject(code) })
    }

    private func expectFound(_ copy: URL, _ text: String) throws {
        let findings = try TrialOffice.verify(trial: copy).findings
        #expect(findings.contains { $0.contains(text) }, "\(findings)")
        // Whoever works goes by the log too.
        let error = #expect(throws: OfficeError.self) {
            let office = try TrialOffice.open(copy)
            let session = try SampleTrial.unlock(office, "office")
            _ = try office.answerRequests(by: session, now: try SampleTrial.moment(60))
        }
        #expect(error?.code == .damaged)
    }

    @Test func `nobody takes over who was not offered`() throws {
        let (trial, subjects, _) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        let (rows, details) = acceptance(subjects[1], try subject(subjects[1], copy))
        try forge(
            copy,
            by: "elena.rom",
            at: "ROM",
            kind: "transfer.accepted",
            subject: subjects[1],
            details: details,
            rows: rows
        )
        try expectFound(copy, "nobody offered")
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: ["site=BCN;disease-burden=high", nil])
    func `who is taken over stays who it was`(_ stratum: String?) throws {
        let (trial, subjects, _) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        // The allocation is left out, or the stratum is another one.
        let row = try subject(subjects[0], copy)
        #expect(row.stratum != stratum)
        let (rows, details) = acceptance(subjects[0], row, stratum: stratum)
        try forge(
            copy,
            by: "elena.rom",
            at: "ROM",
            kind: "transfer.accepted",
            subject: subjects[0],
            details: details,
            rows: rows
        )
        try expectFound(copy, "would be another one after the transfer")
        withExtendedLifetime(folder) {}
    }

    /// A monitor in place of a coordinator, and another key in place of the offer's.
    @Test(arguments: [
        (["transfer#1/elena.rom", "transfer#1/monitor"], "goes to others"),
        (["transfer#1/elena.rom", "records/ROM#2/elena.rom"], "writes rows that are not its own"),
    ])
    func `the key of an offer goes to nobody but those who can accept`(
        _ keys: [String],
        _ finding: String
    ) throws {
        let (trial, subjects, _) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        let id = "\(subjects[1]).1"
        var rows = TrialWriter.Rows()
        rows.transfers = [
            TransferRow(
                id: id,
                subject: subjects[1],
                site: "ROM",
                state: "offered",
                sealedResult: nil
            )
        ]
        rows.entries = [
            SideEntry(kind: .vault, site: "ROM", id: id + "/offered", sealed: [0]),
            SideEntry(kind: .keys, site: "ROM", id: id + "/offered", sealed: [0]),
        ]
        rows.grants = try keys.map { key in
            let key = key.replacing("transfer#", with: "transfer/\(id)#")
            let mark = try #require(key.lastIndex(of: "/"))
            return GrantRow(
                keyID: String(key[..<mark]),
                holder: String(key[key.index(after: mark)...]),
                wrapped: [0]
            )
        }
        try forge(
            copy,
            by: "marta.bcn",
            at: "BCN",
            kind: "transfer.offered",
            subject: subjects[1],
            details: [.init("to", .text("ROM"))],
            rows: rows
        )
        try expectFound(copy, finding)
        withExtendedLifetime(folder) {}
    }

    /// Without keys the log cannot tell what is sealed; who opens it is told.
    @Test func `an arm that was exchanged on the way is read by nobody`() throws {
        let (trial, subjects, allocation) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        var (rows, details) = acceptance(subjects[0], try subject(subjects[0], copy))
        details.append(.init("number", .text(allocation.number)))
        rows.allocations = [try exchanged(allocation, copy)]
        try forge(
            copy,
            by: "elena.rom",
            at: "ROM",
            kind: "transfer.accepted",
            subject: subjects[0],
            details: details,
            rows: rows
        )
        let findings = try TrialOffice.verify(trial: copy).findings
        #expect(findings.isEmpty, "\(findings)")
        let office = try TrialOffice.open(copy)
        let rome = try SampleTrial.unlock(office, "elena.rom")
        let monitor = try SampleTrial.unlock(office, "monitor")
        let drawer = try SampleTrial.unlock(office, "office")
        let marta = try SampleTrial.unlock(office, "marta.bcn")
        let now = try SampleTrial.moment(60)
        for attempt in [
            { _ = try office.allocation(of: subjects[0], for: rome) },
            { _ = try office.exportAllocationLog(isBlinded: false, by: monitor, now: now) },
            { _ = try office.screeningLog(of: nil, isBlinded: false, for: monitor) },
        ] {
            let error = #expect(throws: OfficeError.self) { try attempt() }
            #expect(error?.message.contains("the arm of") == true, "\(String(describing: error))")
        }
        // The other subject is in another stratum, in whose past the arm does not stand.
        _ = try office.allocate(subjects[1], by: marta, office: drawer, now: now)
        try office.close()
        withExtendedLifetime(folder) {}
    }

    /// The allocation with the other arm, sealed for Rome by somebody who holds Rome's key.
    private func exchanged(_ allocation: Allocation, _ copy: URL) throws -> AllocationRow {
        let store = try TrialStore.open(TrialFolder(copy), rules: NoRules())
        defer { try? store.close() }
        let keys = try keys(store, "elena.rom")
        let grants = try store.read { try $0.grants(to: "elena.rom") }
        let grant = try #require(grants.first { $0.keyID == "results/ROM#1" })
        let key = try WrappedKey(encoded: grant.wrapped)
            .unwrap(with: keys.agreement, trial: store.origin)
        let arm = allocation.arm == "POC" ? "HUB" : "POC"
        let nonce = String(repeating: "00", count: 32)
        let row = try #require(try store.read { try $0.allocation(of: allocation.subject) })
        return AllocationRow(
            subject: row.subject,
            number: row.number,
            site: "ROM",
            stratum: row.stratum,
            sealedResult: try key.seal(
                Array(#"{"arm":"\#(arm)","nonce":"\#(nonce)"}"#.utf8),
                in: SealingContext(
                    trial: store.origin,
                    table: "allocation",
                    column: "sealed_result",
                    row: row.subject
                )
            ),
            sealedDraw: row.sealedDraw
        )
    }
}
