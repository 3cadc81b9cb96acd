import ClinicalQuality

/// The codes that FHIR allows for an element, where it leaves no choice.
///
/// What is in none of these lists is refused: a criterion could not understand it, and a report
/// that shows a status must not show whatever was written in its place.
struct RequiredBinding: Sendable {
    /// The code system of the codes where the element is a `CodeableConcept`.
    let system: String?
    /// The codes, in FHIR's order.
    let codes: [String]

    /// The binding of `element` in `type`, or nil where FHIR allows other codes too.
    static func of(_ element: String, in type: ClassType) -> RequiredBinding? {
        let name = type.isQuantity ? FHIR.quantity.shortName : type.shortName
        return all["\(name).\(element)"]
    }

    /// Source: HL7 FHIR R4 (4.0.1), required bindings of the elements that the model has.
    static let all: [String: RequiredBinding] = {
        var all: [String: RequiredBinding] = [:]
        for (element, system, codes) in table {
            let codes = codes.split { $0.isWhitespace }.map(String.init)
            all[element] = RequiredBinding(system: system, codes: codes)
        }
        return all
    }()

    private static let clinical = "http://terminology.hl7.org/CodeSystem/condition-clinical"
    private static let verification = "http://terminology.hl7.org/CodeSystem/condition-ver-status"

    private static let table: [(element: String, system: String?, codes: String)] = [
        ("Patient.gender", nil, "male female other unknown"),
        ("Quantity.comparator", nil, "< <= >= >"),
        (
            "Observation.status", nil,
            """
            registered preliminary final amended corrected cancelled entered-in-error unknown
            """
        ),
        (
            "Condition.clinicalStatus", clinical,
            "active recurrence relapse inactive remission resolved"
        ),
        (
            "Condition.verificationStatus", verification,
            "unconfirmed provisional differential confirmed refuted entered-in-error"
        ),
        (
            "Procedure.status", nil,
            """
            preparation in-progress not-done on-hold stopped completed entered-in-error unknown
            """
        ),
        (
            "MedicationAdministration.status", nil,
            "in-progress not-done on-hold completed entered-in-error stopped unknown"
        ),
        (
            "MedicationStatement.status", nil,
            "active completed entered-in-error intended stopped on-hold unknown not-taken"
        ),
        (
            "MedicationRequest.status", nil,
            "active on-hold cancelled completed entered-in-error stopped draft unknown"
        ),
        (
            "MedicationRequest.intent", nil,
            """
            proposal plan order original-order reflex-order filler-order instance-order option
            """
        ),
        ("Immunization.status", nil, "completed entered-in-error not-done"),
        ("Consent.status", nil, "draft proposed active rejected inactive entered-in-error"),
        ("Consent.Provision.type", nil, "deny permit"),
    ]
}

extension RequiredBinding {
    /// Whether `value` has no code but those of the binding.
    ///
    /// A concept may have codes of other systems beside, which say the same in other words.
    func allows(_ value: Value) -> Bool {
        switch value {
        case .string(let code): return codes.contains(code)
        case .instance(let concept):
            guard case .list(let codings) = concept["coding"] else { return true }
            return codings.allSatisfy { coding in
                guard case .instance(let coding) = coding, coding["system"].text == system else {
                    return true
                }
                return coding["code"].text.map(codes.contains) ?? false
            }
        default: return true
        }
    }
}

extension IntakeProblem {
    static func notAllowed(_ binding: RequiredBinding, at place: String) -> IntakeProblem {
        IntakeProblem(
            place: place,
            message: "this is not one of the codes that FHIR R4 allows here: "
                + binding.codes.joined(separator: ", "),
            remedy: "correct the code where it was entered, and export again"
        )
    }
}
