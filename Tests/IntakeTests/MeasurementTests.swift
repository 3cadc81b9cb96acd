import Intake
import Testing

/// Values that nobody can have, and units that have to be read with care.
struct MeasurementTests {
    private static let ours = "urn:milenari:screening"
    private static let loinc = "http://loinc.org"

    private static func quantity(_ value: String, _ unit: String = "") -> String {
        let more = unit.isEmpty ? "" : #", "unit": "\#(unit)""#
        return #""valueQuantity": {"value": \#(value)\#(more)}"#
    }

    @Test(arguments: [
        (Self.ours, "marrow-lymphoblasts"), (Self.ours, "marrow-mrd"), (Self.loinc, "32525-8"),
        (Self.loinc, "8117-4"), (Self.loinc, "59408-5"), (Self.loinc, "20564-1"),
        (Self.loinc, "10230-1"), (Self.loinc, "8806-2"), (Self.loinc, "18051-3"),
    ])
    func `a share is from 0 to 100 percent`(_ system: String, _ code: String) {
        for (value, unit, isTaken) in [
            ("0", "%", true), ("100", "%", true), ("100.1", "%", false), ("-0.1", "%", false),
            ("0.85", "1", true), ("85", "1", false), ("85", "{ratio}", false), ("5", "%", true),
            // Without a unit it is no percentage, and nothing is said about it but its sign.
            ("85", "", true), ("150", "", true), ("-1", "", false),
        ] {
            let entry = Bundles.observation(
                Self.quantity(value, unit),
                code: code,
                system: system
            )
            let found = Bundles.problems(Bundles.bundle(entry))
            #expect(found.isEmpty == isTaken, "\(value) \(unit): \(found)")
            #expect(found.allSatisfy { $0.place == "entry[1] Observation.valueQuantity" })
        }
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

    @Test(arguments: [
        (Self.loinc, "89243-0", 100), (Self.loinc, "89244-8", 100),
        (Self.ours, "marrow-relapses", 20),
        (Self.ours, "dyspnea-grade", 5), (Self.ours, "acute-gvhd-grade", 4),
    ])
    func `a score, grade or count lies in its range`(_ system: String, _ code: String, _ high: Int)
    {
        for (value, isTaken) in [(0, true), (high, true), (high + 1, false), (-1, false)] {
            for (written, key) in [
                (#""valueInteger": \#(value)"#, "valueInteger"),
                (Self.quantity("\(value)"), "valueQuantity"),
                (Self.quantity("\(value)", "{score}"), "valueQuantity"),
                (Self.quantity("\(value)", "%"), "valueQuantity"),
            ] {
                let entry = Bundles.observation(written, code: code, system: system)
                let found = Bundles.problems(Bundles.bundle(entry)).map(\.place)
                #expect(found == (isTaken ? [] : ["entry[1] Observation.\(key)"]), "\(written)")
            }
        }
    }

    @Test func `a code of another system has no range`() {
        let entry = Bundles.observation(
            Self.quantity("4000", "kg"),
            system: "urn:somebody:else"
        )
        #expect(Bundles.problems(Bundles.bundle(entry)).isEmpty)
    }

    @Test func `a component's value is looked at too`() {
        let component = """
            "component": [{"code": {"coding": [{"system": "http://loinc.org", "code": "3150-6"}]}, \
            \(Self.quantity("210", "%"))}]
            """
        let found = Bundles.problems(Bundles.bundle(Bundles.observation(component)))
        #expect(found.map(\.place) == ["entry[1] Observation.component[0].valueQuantity"])
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
