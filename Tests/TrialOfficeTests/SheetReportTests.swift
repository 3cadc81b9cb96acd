import Foundation
import TestSupport
import Testing
import TrialDefinition
import TrialOffice

/// One way through the house: the same candidate as a bundle, as a table of either shape and as a
/// worksheet gets the same report, to the byte; only the places of what was read are others.
struct SheetReportTests {
    /// The report as JSON, without places.
    private func report(_ document: GivenDocument, on day: String) throws -> (String, Set<String>) {
        let screening = try TrialOffice.answer(
            document,
            definition: try SampleProtocol.definition(),
            siteCode: nil,
            asOf: try Day(day, at: "test")
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(screening.report), as: UTF8.self)
        let place = /(entry|row|line)[- ][0-9]+([- ]column[- ][0-9]+)?/
        let places = Set(text.matches(of: place).map { String($0.output.1) })
        return (text.replacing(place, with: "PLACE"), places)
    }

    @Test(arguments: try SheetFixture.all())
    func `a sheet gets the report of the bundle`(_ sheet: SheetFixture) throws {
        let candidate = sheet.candidate
        let bundle = try report(
            GivenDocument(name: "bundle", bytes: candidate.document),
            on: candidate.asOf
        )
        let own = try report(
            GivenDocument(name: sheet.name, bytes: sheet.bytes),
            on: candidate.asOf
        )
        #expect(own.0 == bundle.0)
        #expect(bundle.1 == ["entry"])
        #expect(own.1 == [sheet.name.hasSuffix(".yaml") ? "line" : "row"])
    }

    @Test func `a third of the candidates and more are there in all three shapes`() throws {
        let sheets = try SheetFixture.all()
        let shapes = Dictionary(grouping: sheets, by: \.candidate.name).mapValues(\.count)
        #expect(shapes.count * 3 >= (try CandidateFixture.all().count))
        #expect(shapes.values.allSatisfy { $0 == 3 })
    }

    @Test func `without a list of items only bundles are taken`() throws {
        let folder = Repository.root.appendingPathComponent("Protocols/Published/NCT02435849")
        let published = try TrialOffice.load(try DefinitionFolder.read(folder)).first
        let sheet = try SheetFixture.named("04", "wide.csv")
        let error = #expect(throws: OfficeError.self) {
            _ = try TrialOffice.match(
                GivenDocument(name: sheet.name, bytes: sheet.bytes),
                definitions: [published],
                asOf: try Day("2026-11-21", at: "test")
            )
        }
        #expect(error?.code == .badInput)
        #expect(error?.message.contains("items.yaml") == true)
    }
}
