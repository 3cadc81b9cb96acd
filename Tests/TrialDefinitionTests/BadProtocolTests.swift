import ClinicalQuality
import Foundation
import TestSupport
import Testing
import TrialDefinition

/// A protocol with a defect is refused with file, line and what is wrong.
struct BadProtocolTests {
    private func load(_ folder: URL) throws -> TrialProtocol {
        var texts: [String: String] = [:]
        let home = folder.deletingLastPathComponent()
        for name in [folder.lastPathComponent, DefinitionFiles.sharedFolder] {
            let url = home.appendingPathComponent(name)
            for path in FileManager.default.subpaths(atPath: url.path) ?? []
            where path.hasSuffix(".yaml") || path.hasSuffix(".cql") {
                let file = url.appendingPathComponent(path)
                texts["\(name)/\(path)"] = try String(contentsOf: file, encoding: .utf8)
            }
        }
        let files = DefinitionFiles(protocolFolder: folder.lastPathComponent, texts: texts)
        return try ProtocolVersions.load(files).first
    }

    @Test(arguments: try BadInputFixture.protocols())
    func `the defect is told with its place`(_ fixture: BadInputFixture) throws {
        let folder = try TemporaryFolder()
        let url = try fixture.makeProtocol(in: folder.url)
        let failure = try #require(throws: CompilationFailure.self) { _ = try load(url) }
        let found = failure.diagnostics.map { diagnostic in
            "\(diagnostic.location.path):\(diagnostic.location.line) \(diagnostic.message)"
                + " \(diagnostic.rule) \(diagnostic.suggestion ?? "")"
        }
        let file = try #require(fixture.file)
        let place = "BAD/\(file):" + (fixture.line.map { "\($0) " } ?? "")
        #expect(found.contains { $0.hasPrefix(place) }, "\(found)")
        for text in fixture.mentions {
            #expect(found.contains { $0.contains(text) }, "\(text) in \(found)")
        }
    }

    @Test func `the base of the bad protocols loads`() throws {
        let folder = try TemporaryFolder()
        let fixture = try #require(try BadInputFixture.protocols().first)
        let url = try fixture.makeProtocol(in: folder.url)
        let base = Repository.fixtures.appendingPathComponent("Bad/Protocols/base")
        for name in ["protocol.yaml", "criteria.cql"] {
            let place = url.appendingPathComponent(name)
            try? FileManager.default.removeItem(at: place)
            try FileManager.default.copyItem(at: base.appendingPathComponent(name), to: place)
        }
        #expect(try load(url).criteria.count == 2)
    }

    @Test func `the planned trial loads, with its partners and their countries' rules`() throws {
        let definition = try load(Repository.trialProtocol)
        #expect(definition.criteria.count >= 28)
        #expect(definition.arms.map(\.id) == ["POC", "HUB"])
        let partners = definition.sites.filter { $0.status == .partner }
        #expect(partners.map(\.code) == ["BCN", "ROM", "BEY", "AMM"])
        for site in partners { #expect(definition.framework(of: site) != nil) }
        for criterion in definition.criteria { #expect(!criterion.source.isEmpty) }
    }
}
