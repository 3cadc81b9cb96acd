extension FHIR {
    /// How much of a medication, and by which route.
    public static let administrationDosage = make(
        "MedicationAdministration.Dosage",
        [("dose", type(quantity)), ("route", type(codeableConcept))]
    )

    /// A medication that was given.
    public static let medicationAdministration = make(
        "MedicationAdministration",
        code: "medication",
        retrievable: true,
        [
            ("id", .string), ("status", .string), ("category", type(codeableConcept)),
            ("medication", .choice([type(codeableConcept)])), ("effective", time),
            ("dosage", type(administrationDosage)),
        ]
    )

    /// A dose as a statement or an order describes it.
    public static let dose = make(
        "Dosage.DoseAndRate",
        [
            ("type", type(codeableConcept)),
            ("dose", .choice([type(quantity), type(range)])),
            ("rate", .choice([type(quantity), type(range), type(ratio)])),
        ]
    )

    /// How a medication is taken.
    public static let dosage = make(
        "Dosage",
        [("route", type(codeableConcept)), ("doseAndRate", list(dose))]
    )

    /// A medication that is said to be taken.
    public static let medicationStatement = make(
        "MedicationStatement",
        code: "medication",
        retrievable: true,
        [
            ("id", .string), ("status", .string), ("category", type(codeableConcept)),
            ("medication", .choice([type(codeableConcept)])), ("effective", time),
            ("dateAsserted", .dateTime), ("dosage", list(dosage)),
        ]
    )

    /// A medication that was ordered.
    public static let medicationRequest = make(
        "MedicationRequest",
        code: "medication",
        retrievable: true,
        [
            ("id", .string), ("status", .string), ("intent", .string),
            ("category", list(codeableConcept)),
            ("medication", .choice([type(codeableConcept)])), ("authoredOn", .dateTime),
            ("dosageInstruction", list(dosage)),
        ]
    )

    /// A vaccination.
    public static let immunization = make(
        "Immunization",
        code: "vaccineCode",
        retrievable: true,
        [
            ("id", .string), ("status", .string), ("statusReason", type(codeableConcept)),
            ("vaccineCode", type(codeableConcept)),
            ("occurrence", .choice([.dateTime, .string])),
        ]
    )
}
