import ClinicalRecord
import Intake

/// Small FHIR documents of one patient, written as text.
enum Bundles {
    static let patient = """
        {"fullUrl": "http://h.example/Patient/7", "resource": {"resourceType": "Patient", \
        "id": "7", "birthDate": "2015-03-02", "gender": "male"}}
        """

    static let ours = #""subject": {"reference": "Patient/7"}"#

    /// A bundle of `patient` and `entries`; `head` are more elements of the bundle itself.
    static func bundle(
        _ entries: String...,
        type: String = "collection",
        head: String = "",
        patient: String = patient
    ) -> [UInt8] {
        let all = ([patient] + entries).joined(separator: ",")
        let more = head.isEmpty ? "" : head + ","
        return Array(
            #"{"resourceType":"Bundle","type":"\#(type)",\#(more)"entry":[\#(all)]}"#.utf8
        )
    }

    /// An entry with a resource, which gets its type and subject here.
    static func entry(
        _ type: String,
        _ elements: String,
        subject: String = ours,
        around: String = ""
    ) -> String {
        let parts = [#""resourceType": "\#(type)""#, subject, elements].filter { !$0.isEmpty }
        let more = around.isEmpty ? "" : around + ", "
        return #"{\#(more)"resource": {\#(parts.joined(separator: ", "))}}"#
    }

    /// A measurement, of the body weight unless `code` says otherwise.
    static func observation(
        _ value: String,
        code: String = "29463-7",
        system: String = "http://loinc.org",
        subject: String = ours
    ) -> String {
        entry(
            "Observation",
            """
            "status": "final", "code": {"coding": [{"system": "\(system)", "code": "\(code)"}]}, \
            "effectiveDateTime": "2026-11-10", \(value)
            """,
            subject: subject
        )
    }

    static let weight = observation(#""valueQuantity": {"value": 20, "code": "kg"}"#)

    /// What is wrong with a document; empty when it is taken in.
    static func problems(_ bytes: [UInt8]) -> [IntakeProblem] {
        do throws(IntakeError) {
            _ = try CandidateDocument(fhir: bytes)
            return []
        } catch {
            return error.problems
        }
    }

    /// The record as it is kept.
    static func record(_ bytes: [UInt8]) throws -> String {
        String(decoding: try CandidateDocument(fhir: bytes).record.fhirBundle(), as: UTF8.self)
    }
}
