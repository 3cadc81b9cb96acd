import Foundation
import Pseudonymization
import TestSupport
import Testing
import TrialOffice

/// Promise 3: no identity outside the vault, and there only sealed.
struct CanaryScanTests {
    private static let canary = "Zzcanaryzz"

    /// A candidate whose name, number, address and narrative are the canary.
    private func document() throws -> [UInt8] {
        let fixture = try CandidateFixture.named("01")
        let object = try JSONSerialization.jsonObject(with: Data(fixture.document))
        var bundle = try #require(object as? [String: Any])
        var entries = try #require(bundle["entry"] as? [[String: Any]])
        for index in entries.indices {
            guard var resource = entries[index]["resource"] as? [String: Any] else { continue }
            let canary = Self.canary
            resource["text"] = ["status": "generated", "div": "<div>\(canary)</div>"]
            if resource["resourceType"] as? String == "Patient" {
                resource["name"] = [["family": canary, "given": [canary], "text": canary]]
                resource["identifier"] = [["system": "urn:\(canary)", "value": canary]]
                resource["address"] = [["line": [canary], "city": canary]]
                resource["telecom"] = [["system": "phone", "value": canary]]
                resource["contact"] = [["name": ["family": canary]]]
            } else {
                resource["note"] = [["text": canary]]
                resource["performer"] = [["display": canary]]
                if var code = resource["code"] as? [String: Any] {
                    code["text"] = canary
                    resource["code"] = code
                }
            }
            entries[index]["resource"] = resource
        }
        bundle["entry"] = entries
        return [UInt8](try JSONSerialization.data(withJSONObject: bundle))
    }

    private func scan(_ url: URL, _ place: String) throws {
        let needles =
            [Self.canary, Self.canary.lowercased(), Self.canary.uppercased()]
            .map { Data($0.utf8) } + [Data(Data(Self.canary.utf8).base64EncodedData())]
        let contents = try FolderContents(url).files
        #expect(!contents.isEmpty)
        for (path, bytes) in contents {
            for needle in needles { #expect(bytes.range(of: needle) == nil, "\(place): \(path)") }
        }
    }

    @Test func `a canary name is in no file, export, error or output`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let document = try document()
        let folder = try TemporaryFolder()
        let file = folder.file("candidate.json")
        try Data(document).write(to: file)
        func options(_ user: String) -> [String] {
            [
                "--trial", trial.url.path, "--user", user, "--passphrase-file",
                trial.passphraseFile(user),
            ]
        }
        var texts: [String] = []
        func run(_ arguments: [String], expecting status: Int32) throws -> String {
            let run = try CommandLineTool.run(arguments)
            #expect(run.status == status, "\(run.errors)")
            texts += [run.output, run.errors]
            return run.output
        }
        let asOf = ["--as-of", "2026-11-21"]
        let screening = try run(
            ["screen", file.path, "--json"] + asOf + options("jordi.bcn"),
            expecting: 0
        )
        let number = try #require(screening.firstMatch(of: /S-BCN-[0-9A-Z-]+/)?.0)
        let enroll = ["enroll", String(number), file.path] + asOf + options("marta.bcn")
        let subject = try run(enroll, expecting: 0).trimmingCharacters(in: .newlines)
        _ = try run(enroll, expecting: 1)
        let again = try run(["screen", file.path] + asOf + options("jordi.bcn"), expecting: 0)
        let second = try #require(again.firstMatch(of: /S-BCN-[0-9A-Z-]+/)?.0)
        _ = try run(
            ["enroll", String(second), file.path] + asOf + options("marta.bcn"),
            expecting: 1
        )
        _ = try run(
            ["allocate", subject, "--office", "office", "--office-passphrase-file"]
                + [trial.passphraseFile("office")] + options("marta.bcn"),
            expecting: 0
        )
        _ = try run(["log", "export"] + options("monitor"), expecting: 0)
        _ = try run(["log", "export", "--csv"] + options("monitor"), expecting: 0)
        _ = try run(["log", "verify", trial.url.path], expecting: 0)
        for text in texts { #expect(!text.localizedCaseInsensitiveContains(Self.canary)) }
        try scan(trial.url, "trial")
    }

    @Test func `the files of an interrupted enrollment hold no canary either`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let document = try document()
        let screening = try trial.screen(document, name: "d", site: "BCN")
        // The open database keeps its write-ahead log, in which nothing may stand either.
        try trial.withSession("marta.bcn") { office, session in
            _ = try office.enroll(
                TrialOffice.EnrollmentRequest(
                    screening: screening.number,
                    document: GivenDocument(name: "d", bytes: document),
                    asOf: try SampleTrial.day
                ),
                by: session,
                now: try SampleTrial.moment(3)
            )
            try scan(trial.url, "open trial")
            #expect(try FolderContents(trial.url).files.keys.contains("trial.sqlite-wal"))
        }
    }

    @Test func `the vault does hold the identity, for its coordinator`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let document = try document()
        let number = try trial.screen(document, name: "d", site: "BCN").number
        let subject = try trial.enroll(number, document, site: "BCN").subject
        let family = try trial.withSession("marta.bcn") { office, session in
            try office.identity(of: subject, for: session, now: try SampleTrial.moment(9)).names
                .first?.family
        }
        #expect(family == Self.canary)
        for user in ["jordi.bcn", "monitor", "office", "elena.rom", "ana.custodian"] {
            let error = #expect(throws: OfficeError.self) {
                try trial.withSession(user) { office, session in
                    _ = try office.identity(
                        of: subject,
                        for: session,
                        now: try SampleTrial.moment(9)
                    )
                }
            }
            #expect(error?.code == .notPermitted, "\(user)")
        }
    }
}
