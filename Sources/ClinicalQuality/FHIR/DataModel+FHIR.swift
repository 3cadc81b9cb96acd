extension DataModel {
    /// FHIR 4.0.1, restricted to what a record without identity contains.
    public static let fhir401 = DataModel(
        name: "FHIR",
        version: "4.0.1",
        classes: fhirClasses,
        primitives: [
            "boolean": .boolean, "integer": .integer, "positiveInt": .integer,
            "unsignedInt": .integer, "decimal": .decimal, "string": .string, "code": .string,
            "id": .string, "uri": .string, "url": .string, "canonical": .string,
            "markdown": .string, "oid": .string, "uuid": .string, "date": .date,
            "dateTime": .dateTime, "instant": .dateTime, "time": .time,
        ],
        withheld: fhirWithheld,
        contexts: ["Patient": FHIR.patient]
    )

    /// No classes but those of CQL itself.
    public static let system = DataModel(
        name: "System",
        version: "1.0.0",
        classes: [:],
        primitives: [:],
        withheld: [:],
        contexts: [:]
    )

    private static let fhirClasses: [String: ClassType] = {
        var classes: [String: ClassType] = ["SimpleQuantity": FHIR.quantity]
        for type in [
            FHIR.coding, FHIR.codeableConcept, FHIR.quantity, FHIR.age, FHIR.duration, FHIR.range,
            FHIR.ratio, FHIR.period, FHIR.patient, FHIR.observation, FHIR.observationComponent,
            FHIR.observationReferenceRange, FHIR.condition, FHIR.procedure, FHIR.consent,
            FHIR.consentProvision, FHIR.administrationDosage, FHIR.medicationAdministration,
            FHIR.dose, FHIR.dosage, FHIR.medicationStatement, FHIR.medicationRequest,
            FHIR.immunization,
        ] {
            classes[type.shortName] = type
        }
        return classes
    }()

    private static let fhirWithheld: [String: Set<String>] = {
        let common: Set<String> = [
            "identifier", "text", "extension", "modifierExtension", "contained", "meta",
            "implicitRules", "language", "subject", "patient", "encounter", "note", "performer",
            "recorder", "asserter", "location", "basedOn", "partOf", "reasonReference",
        ]
        let patient: Set<String> = [
            "name", "telecom", "address", "maritalStatus", "multipleBirth", "photo", "contact",
            "communication", "generalPractitioner", "managingOrganization", "link", "active",
        ]
        var withheld: [String: Set<String>] = [:]
        for name in fhirClasses.keys { withheld["FHIR." + name] = common }
        withheld["FHIR.Patient"] = common.union(patient)
        withheld["FHIR.CodeableConcept"] = ["text", "extension", "id"]
        withheld["FHIR.Coding"] = ["display", "userSelected", "extension", "id"]
        return withheld
    }()
}
