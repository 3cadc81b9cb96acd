import Foundation
import TrialDefinition

/// A candidate in a scene, of which single elements are set.
struct BaseCandidate {
    let site: String
    let asOf: BoundaryDay
    var editor: BundleEditor
    /// What an event that is added has otherwise than usual: `status`, `dose`, `route`.
    var event: [String: String] = [:]
    /// Values of newer results, by concept.
    var later: [String: String] = [:]

    private static let projectProcedures = "urn:milenari:procedure"

    // MARK: The patient

    /// The birthday of somebody who is `age` years old, and half a year more.
    func born(atAge age: String) throws -> BoundaryDay {
        guard let years = Int(age) else {
            throw BoundaryFile.Flaw(description: "\(age) is no number of years")
        }
        return asOf.adding(-years, .year).adding(-182, .day)
    }

    mutating func setPatient(_ key: String, _ value: String) {
        editor.change(where: BundleEditor.isPatient) { $0[key] = value }
    }

    mutating func setBirth(_ day: BoundaryDay) { setPatient("birthDate", day.day) }

    var birth: BoundaryDay? {
        let patient = editor.resources.first(where: BundleEditor.isPatient)
        return (patient?["birthDate"] as? String).flatMap { try? BoundaryDay($0) }
    }

    // MARK: Events of the trial

    /// Puts the trial's infusion or leukapheresis on a day, done or, from today on, planned.
    mutating func setEvent(_ event: String, _ day: String) throws {
        let isPlanned = try BoundaryDay(day).date >= asOf.date
        setEvent(event, time: "\(day)T10:00:00Z", status: isPlanned ? "preparation" : "completed")
    }

    mutating func setEvent(_ event: String, time: String, status: String) {
        let codes: Set = [[Self.projectProcedures, event]]
        editor.change(where: { BundleEditor.has($0, oneOf: codes) }) { resource in
            resource["performedDateTime"] = time
            resource["status"] = status
        }
    }

    /// The events of the trial that `element` reads.
    func trialEvents(_ element: DecisionLimit.Element) -> [String] {
        element.codes.filter { $0.system == Self.projectProcedures }.map(\.code)
            .filter { ["infusion", "leukapheresis"].contains($0) }
    }

    /// Moves an event to a time, done or planned as it was.
    mutating func moveEvent(_ event: String, to time: String) {
        let codes: Set = [[Self.projectProcedures, event]]
        editor.change(where: { BundleEditor.has($0, oneOf: codes) }) { resource in
            resource["performedDateTime"] = time
        }
    }

    mutating func setConsents(_ key: String, _ value: Any) {
        editor.change(where: { $0["resourceType"] as? String == "Consent" }) { $0[key] = value }
    }

    // MARK: Resources

    /// Adds something that took place at `time`.
    mutating func addEvent(_ element: DecisionLimit.Element, _ time: String) {
        var resource = Self.event(element, time)
        if let status = event["status"] { resource["status"] = status }
        var dosage: BundleEditor.Resource = [:]
        if let dose = event["dose"], let value = try? FHIRValue(dose) {
            dosage["dose"] = value.value
        }
        if let route = event["route"] {
            dosage["route"] = BundleEditor.concept(
                "http://snomed.info/sct",
                Self.routes[route] ?? ""
            )
        }
        if !dosage.isEmpty { resource["dosage"] = dosage }
        editor.add(resource)
    }

    private static let routes = ["intravenous": "47625008", "intrathecal": "72607000"]

    /// Sets the only observation of `element`'s concept; adds it when there is none.
    mutating func setObservation(_ element: DecisionLimit.Element, _ value: FHIRValue) {
        changeObservation(element, addingIfMissing: true) { resource in
            for key in resource.keys where key.hasPrefix("value") { resource[key] = nil }
            resource[value.key] = value.value
        }
    }

    /// Changes the only observation of the concept; says whether there is one.
    @discardableResult
    mutating func changeObservation(
        _ element: DecisionLimit.Element,
        addingIfMissing: Bool = false,
        _ body: (inout BundleEditor.Resource) -> Void
    ) -> Bool {
        let codes = element.codeSet
        var kept: BundleEditor.Resource?
        editor.remove { resource in
            guard BundleEditor.has(resource, oneOf: codes) else { return false }
            kept = kept ?? resource
            return true
        }
        if kept == nil, addingIfMissing {
            kept = Self.observation(element, asOf.adding(-2, .day).day)
        }
        guard var resource = kept else { return false }
        body(&resource)
        editor.add(resource)
        return true
    }

    /// A final result of `day`, still without a value.
    static func observation(
        _ element: DecisionLimit.Element,
        _ day: String
    ) -> BundleEditor.Resource {
        [
            "resourceType": "Observation", "status": "final", "code": code(of: element),
            "effectiveDateTime": day,
        ]
    }

    /// A diagnosis since `onset`.
    static func condition(
        _ element: DecisionLimit.Element,
        _ onset: String,
        verification: String = "confirmed"
    ) -> BundleEditor.Resource {
        let system = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
        return [
            "resourceType": "Condition", "code": code(of: element), "onsetDateTime": onset,
            "verificationStatus": BundleEditor.concept(system, verification),
        ]
    }

    /// Something that took place at `time`: a procedure, a drug, a vaccine or an order.
    static func event(
        _ element: DecisionLimit.Element,
        _ time: String
    ) -> BundleEditor.Resource {
        var resource: BundleEditor.Resource = [
            "resourceType": element.resource, "status": "completed",
        ]
        switch element.resource {
        case "Procedure":
            resource["code"] = code(of: element)
            resource["performedDateTime"] = time
        case "Immunization":
            resource["vaccineCode"] = code(of: element)
            resource["occurrenceDateTime"] = time
        case "MedicationAdministration":
            resource["medicationCodeableConcept"] = code(of: element)
            resource["effectiveDateTime"] = time
        case "MedicationStatement":
            resource["medicationCodeableConcept"] = code(of: element)
            resource["effectivePeriod"] = ["start": time, "end": time]
        default:
            resource["medicationCodeableConcept"] = code(of: element)
            resource["authoredOn"] = time
            resource["intent"] = "order"
        }
        return resource
    }

    /// A code of the concept; text only where any resource of the type is read.
    private static func code(of element: DecisionLimit.Element) -> BundleEditor.Resource {
        guard let code = element.codes.first else { return ["text": "written by hand"] }
        return BundleEditor.concept(code.system, code.code)
    }
}
