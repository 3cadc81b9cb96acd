import Foundation
import TestSupport
import Testing
import TrialOffice

/// What a monitor takes home can be checked without the trial, and says so when it was changed.
struct ExportTests {
    private static let exported = Result {
        let trial = try SampleTrial()
        for prefix in ["01", "04", "08"] {
            let fixture = try CandidateFixture.named(prefix)
            let number = try trial.screen(fixture).number
            let subject = try trial.enroll(
                number,
                fixture.document,
                site: fixture.site
            ).subject
            _ = try trial.allocate(subject, site: fixture.site)
        }
        return try trial.withSession("monitor") { office, session in
            try [false, true].map { isBlinded in
                try office.exportAllocationLog(
                    isBlinded: isBlinded,
                    by: session,
                    now: try SampleTrial.moment(30)
                )
            }
        }
    }

    private func verify(_ object: [String: Any]) throws -> [String] {
        let bytes = try JSONSerialization.data(
            withJSONObject: object,
            options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        )
        return try TrialOffice.verify(allocationLog: [UInt8](bytes) + [0x0A], name: "x").findings
    }

    private func object(_ log: AllocationLog) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(try log.encoded()))
        return try #require(object as? [String: Any])
    }

    @Test func `an export holds as it was written`() throws {
        for log in try Self.exported.get() {
            let bytes = try log.encoded()
            let verification = try TrialOffice.verify(allocationLog: bytes, name: "x")
            #expect(verification.holds, "\(verification.findings)")
            #expect(verification.allocations == 3)
            #expect(verification.signers == ["monitor"])
        }
    }

    @Test func `a blinded export tells no arm`() throws {
        let blinded = try Self.exported.get()[1]
        let text = String(decoding: try blinded.encoded(), as: UTF8.self)
        let events = try blinded.log.map { leaf in
            String(decoding: try #require(Data(base64Encoded: leaf)), as: UTF8.self)
        }
        // The founding names the arms of the scheme; what is in the log after it names none.
        for text in [text] + events.dropFirst() {
            #expect(!text.contains("POC") && !text.contains("HUB"))
            #expect(!text.contains("nonce") && !text.contains("\"arm\""))
        }
    }

    @Test(arguments: ["arm", "stratum", "subject", "number", "allocated-at", "requested-by"])
    func `a changed cell is found`(_ key: String) throws {
        var object = try object(try Self.exported.get()[0])
        var rows = try #require(object["allocations"] as? [[String: Any]])
        let other = ["arm": rows[1][key] as? String == "POC" ? "HUB" : "POC"][key] ?? "changed"
        rows[1][key] = other
        object["allocations"] = rows
        #expect(try !verify(object).isEmpty)
    }

    @Test func `a row left out, doubled or moved is found`() throws {
        let whole = try object(try Self.exported.get()[0])
        let rows = try #require(whole["allocations"] as? [[String: Any]])
        let moved = [rows[1], rows[0], rows[2]]
        for changed in [Array(rows.dropLast()), rows + [rows[0]], moved, []] {
            var object = whole
            object["allocations"] = changed
            #expect(try !verify(object).isEmpty)
        }
    }

    @Test func `every flipped byte of an export is found`() throws {
        let bytes = try Self.exported.get()[0].encoded()
        var state: UInt64 = 3
        for _ in 0..<300 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var changed = bytes
            changed[Int((state >> 33) % UInt64(bytes.count))] ^= 1
            let verification = try? TrialOffice.verify(allocationLog: changed, name: "x")
            #expect(verification?.holds != true)
        }
    }

    @Test func `another trial's log does not carry this trial's rows`() throws {
        let other = try SampleTrial(active: ["BCN"])
        let fixture = try CandidateFixture.named("01")
        let number = try other.screen(fixture).number
        _ = try other.allocate(
            try other.enroll(number, fixture.document, site: "BCN").subject,
            site: "BCN"
        )
        let foreign = try other.withSession("monitor") { office, session in
            try office.exportAllocationLog(
                isBlinded: false,
                by: session,
                now: try SampleTrial.moment(31)
            )
        }
        var object = try object(try Self.exported.get()[0])
        object["log"] = foreign.log
        #expect(try !verify(object).isEmpty)
        object["checkpoint"] = foreign.checkpoint
        #expect(try !verify(object).isEmpty)
        object["trial"] = foreign.trial
        #expect(try !verify(object).isEmpty)
    }
}
