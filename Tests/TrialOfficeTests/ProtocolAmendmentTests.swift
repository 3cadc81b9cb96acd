import Foundation
import TestSupport
import Testing
import TrialDefinition
import TrialOffice

/// A trial gets amendments, and keeps what was approved.
struct ProtocolAmendmentTests {
    /// The trial's protocol with one amendment more.
    private static func amended(
        _ change: (inout [String: String]) -> Void = { _ in }
    ) throws -> DefinitionFiles {
        let files = try DefinitionFolder.read(Repository.trialProtocol)
        var texts = files.texts
        let folder = "MILENARI-ALL-1/amendments/1.2.0"
        texts["\(folder)/amendment.yaml"] = """
            format: 1
            version: 1.2.0
            amends: 1.1.0
            date: 2026-12-20
            summary: No limit of dyspnea.
            library: amendment.cql
            removed: [I13]
            """
        texts["\(folder)/amendment.cql"] = """
            library MilenariALL1 version '1.2.0'
            using FHIR version '4.0.1'
            include MilenariALL1 version '1.1.0' called Before
            context Patient
            """
        change(&texts)
        return DefinitionFiles(protocolFolder: files.protocolFolder, texts: texts)
    }

    private func amend(_ trial: SampleTrial, _ files: DefinitionFiles) throws -> [String] {
        try trial.withSession("data.manager") { office, session in
            try office.amendProtocol(with: files, by: session, now: try SampleTrial.moment(40))
        }
    }

    @Test func `an amendment comes into the trial once, and changes nothing at a site`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        #expect(try amend(trial, try Self.amended()) == ["1.2.0"])
        #expect(throws: OfficeError.self) { try amend(trial, try Self.amended()) }
        let office = try TrialOffice.open(trial.url)
        defer { try? office.close() }
        #expect(office.versions.numbers == ["1.0.0", "1.1.0", "1.2.0"])
        let count = office.versions.all.map(\.criteria.count)
        #expect(count == [47, 47, 46])
        let inForce = try office.definition(inForceAt: "BCN", on: try SampleTrial.day)
        #expect(inForce.version.number == "1.0.0")
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    @Test(arguments: ["criteria.cql", "protocol.yaml", "amendments/1.1.0/amendment.yaml"])
    func `what was approved does not change`(_ path: String) throws {
        let trial = try SampleTrial(active: [])
        let files = try Self.amended { $0["MILENARI-ALL-1/\(path)"]? += "\n" }
        let error = #expect(throws: OfficeError.self) { try amend(trial, files) }
        #expect(error?.place == "MILENARI-ALL-1/\(path)")
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    @Test func `an amendment that does not load changes nothing`() throws {
        let trial = try SampleTrial(active: [])
        let path = "MILENARI-ALL-1/amendments/1.2.0/amendment.cql"
        let files = try Self.amended { $0[path]? += "\ndefine X: Nowhere" }
        let error = #expect(throws: OfficeError.self) { try amend(trial, files) }
        #expect(error?.place.hasPrefix(path) == true)
        let made = trial.url.appendingPathComponent("protocol/\(path)")
        #expect(!FileManager.default.fileExists(atPath: made.path))
    }

    @Test func `what an interrupted amendment left behind belongs to nobody`() throws {
        let trial = try SampleTrial(active: [])
        let path = "protocol/MILENARI-ALL-1/amendments/1.2.0/amendment.yaml"
        let left = trial.url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: left.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data("half".utf8).write(to: left)
        #expect(try TrialOffice.verify(trial: trial.url).holds)
        #expect(try amend(trial, try Self.amended()) == ["1.2.0"])
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    @Test func `a file of an amendment that is changed or gone shows`() throws {
        let trial = try SampleTrial(active: [])
        _ = try amend(trial, try Self.amended())
        let path = "MILENARI-ALL-1/amendments/1.2.0/amendment.yaml"
        for isRemoved in [false, true] {
            let (folder, copy) = try trial.copy()
            let file = copy.appendingPathComponent("protocol/\(path)")
            if isRemoved {
                try FileManager.default.removeItem(at: file)
            } else {
                try Data("x".utf8).write(to: file)
            }
            #expect(throws: OfficeError.self) { _ = try TrialOffice.open(copy) }
            let findings = try TrialOffice.verify(trial: copy).findings
            #expect(findings.contains { $0.contains(path) }, "\(findings)")
            withExtendedLifetime(folder) {}
        }
    }
}
