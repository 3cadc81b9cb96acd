import Intake
import Testing

/// Values with their units, which have to be read with care.
struct MeasurementTests {
    private static func quantity(_ value: String, _ unit: String = "") -> String {
        let more = unit.isEmpty ? "" : #", "unit": "\#(unit)""#
        return #""valueQuantity": {"value": \#(value)\#(more)}"#
    }

    @Test func `a share without a unit gets none`() throws {
        let entry = Bundles.observation(Self.quantity("85"), code: "59408-5")
        let record = try Bundles.record(Bundles.bundle(entry))
        #expect(record.contains(#""valueQuantity":{"value":85}"#), "\(record)")
    }

    @Test(arguments: ["", " "])
    func `an empty unit is not no unit`(_ unit: String) {
        let value = #""valueQuantity": {"value": 85, "unit": "\#(unit)"}"#
        let found = Bundles.problems(Bundles.bundle(Bundles.observation(value, code: "59408-5")))
        #expect(found.first?.message.contains("UCUM") == true, "\(found)")
    }

    @Test(arguments: ["1742-6", "1743-4", "1744-2", "1920-8", "30239-8", "88112-8"])
    func `an enzyme's international unit is U`(_ code: String) throws {
        let units = [
            #""unit": "IU/L""#, #""unit": "UI/L""#, #""code": "IU/L""#, #""unit": "U/L""#,
            #""unit": "IU/L", "system": "http://unitsofmeasure.org", "code": "[IU]/L""#,
        ]
        for unit in units {
            let value = """
                "referenceRange": [{"high": {"value": 40, \(unit)}}], \
                "valueQuantity": {"value": 33, \(unit)}
                """
            for system in ["http://loinc.org", "urn:oid:2.16.840.1.113883.6.1"] {
                let entry = Bundles.observation(value, code: code, system: system)
                let record = try Bundles.record(Bundles.bundle(entry))
                let codes = record.split(
                    separator: #""code":"U/L""#,
                    omittingEmptySubsequences: false
                )
                #expect(codes.count == 3, "\(unit): \(record)")
            }
        }
    }

    @Test func `reading an enzyme's unit is told`() throws {
        let entry = Bundles.observation(Self.quantity("33", "IU/L"), code: "1742-6")
        let notes = try CandidateDocument(fhir: Bundles.bundle(entry)).summary.notes
        #expect(notes == ["the printed unit \"IU/L\" was read as UCUM U/L"])
    }

    @Test func `an enzyme in a component is an enzyme, what else is measured is not`() throws {
        let alt = #"{"coding": [{"system": "http://loinc.org", "code": "1742-6"}]}"#
        let antibody = #"{"coding": [{"system": "http://loinc.org", "code": "5193-8"}]}"#
        let components = """
            "component": [{\(Self.quantity("33", "IU/L")), "code": \(alt)}, \
            {\(Self.quantity("34", "IU/L")), "code": \(antibody)}]
            """
        let record = try Bundles.record(Bundles.bundle(Bundles.observation(components)))
        #expect(
            record.contains(
                #""value":33,"unit":"IU/L","system":"http://unitsofmeasure.org","code":"U/L""#
            )
        )
        #expect(
            record.contains(
                #""value":34,"unit":"IU/L","system":"http://unitsofmeasure.org","code":"[IU]/L""#
            ),
            "\(record)"
        )
    }

    @Test func `a reference range says for whom it holds`() throws {
        let range = """
            "referenceRange": [{"high": {"value": 40, "code": "U/L"}, \
            "type": {"coding": [{"code": "normal"}]}, \
            "appliesTo": [{"coding": [{"code": "248152002"}]}, {"coding": [{"code": "b"}]}], \
            "age": {"low": {"value": 2, "code": "a"}, "high": {"value": 12, "code": "a"}}, \
            "text": "ZZCANARYZZ"}]
            """
        let entry = Bundles.observation(range, code: "1742-6")
        let record = try Bundles.record(Bundles.bundle(entry))
        let written = """
            "appliesTo":[{"coding":[{"code":"248152002"}]},{"coding":[{"code":"b"}]}],\
            "age":{"low":{"value":2
            """
        #expect(record.contains(written), "\(record)")
        #expect(!record.contains("ZZCANARYZZ"))
    }
}
