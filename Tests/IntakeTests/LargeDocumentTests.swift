import ClinicalRecord
import Foundation
import Intake
import Testing

/// However large a document is: it is taken in whole, or refused with one clear line.
struct LargeDocumentTests {
    private static func many(_ count: Int, _ item: (Int) -> String) -> String {
        (0..<count).map(item).joined(separator: ",")
    }

    @Test func `thousands of results are all taken in`() throws {
        let results = Self.many(3000) { Bundles.observation(#""valueInteger": \#($0)"#, code: "1") }
        let taken = try CandidateDocument(fhir: Bundles.bundle(results))
        #expect(taken.record.resources.count == 3000)
        #expect(taken.summary.read == ["Patient": 1, "Observation": 3000])
        #expect(taken.summary.notes.isEmpty)
    }

    @Test func `what is not read costs no memory of the record`() throws {
        let extensions = Self.many(200_000) { #"{"url": "u\#($0)", "valueString": "x"}"# }
        let weight = Bundles.observation(
            #""valueQuantity": {"value": 20, "code": "kg"}, "extension": [\#(extensions)]"#
        )
        let record = try Bundles.record(Bundles.bundle(weight))
        #expect(record == (try Bundles.record(Bundles.bundle(Bundles.weight))))
    }

    @Test(arguments: ["{\"extension\":", "[", "{\"contained\":["])
    func `nesting of ten thousand is refused with its place`(_ opening: String) throws {
        let closing = String(opening.reversed().compactMap { ["{": "}", "[": "]"][$0] })
        let deep =
            String(repeating: opening, count: 10_000) + "1"
            + String(repeating: closing, count: 10_000)
        let found = Bundles.problems(
            Bundles.bundle(Bundles.observation(#""valueInteger": 1, "extension": \#(deep)"#))
        )
        #expect(found.count == 1)
        #expect(found.first?.message == "this is nested more than 100 deep")
        #expect(found.first?.place.hasPrefix("line 1, column ") == true)
    }

    @Test func `notes are as few as problems`() throws {
        let others = Self.many(2000) { _ in
            Bundles.observation(#""valueInteger": 1, "focus": [{"reference": "Patient/donor"}]"#)
        }
        let taken = try CandidateDocument(fhir: Bundles.bundle(others))
        #expect(taken.summary.ignored == ["Observation": 2000])
        #expect(taken.summary.notes.count == 51)
        #expect(taken.summary.notes.last == "1950 more such notes")
        let wrong = Self.many(2000) { _ in Bundles.entry("Observation", #""status": "x""#) }
        #expect(Bundles.problems(Bundles.bundle(wrong)).count == 50)
    }

    @Test func `more than a hundred megabytes are refused before they are read`() {
        let bytes = [UInt8](repeating: 0x20, count: CandidateDocument.largest + 1)
        let found = Bundles.problems(bytes)
        #expect(found.map(\.message) == ["this is larger than 100 MB"])
        #expect(Bundles.problems(Array(bytes.dropLast())).map(\.message) != found.map(\.message))
    }
}
