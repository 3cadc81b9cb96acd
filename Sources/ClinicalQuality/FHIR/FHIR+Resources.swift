extension FHIR {
    /// The person, without anything that tells who it is.
    public static let patient = make(
        "Patient",
        retrievable: true,
        [
            ("id", .string), ("gender", .string), ("birthDate", .date),
            ("deceased", .choice([.boolean, .dateTime])),
        ]
    )

    /// What a measurement may be.
    static let observed = DataType.choice([
        type(quantity), type(codeableConcept), .string, .boolean, .integer, type(range),
        type(ratio), .time, .dateTime, type(period),
    ])

    /// The values that are normal for a measurement, and for whom.
    ///
    /// The printed text is left out as every free text.
    public static let observationReferenceRange = make(
        "Observation.ReferenceRange",
        [
            ("low", type(quantity)), ("high", type(quantity)), ("type", type(codeableConcept)),
            ("appliesTo", list(codeableConcept)), ("age", type(range)),
        ]
    )

    /// One of several results of an observation.
    public static let observationComponent = make(
        "Observation.Component",
        code: "code",
        [
            ("code", type(codeableConcept)), ("value", observed),
            ("dataAbsentReason", type(codeableConcept)),
            ("interpretation", list(codeableConcept)),
            ("referenceRange", list(observationReferenceRange)),
        ]
    )

    /// A measurement or finding.
    public static let observation = make(
        "Observation",
        code: "code",
        retrievable: true,
        [
            ("id", .string), ("status", .string), ("category", list(codeableConcept)),
            ("code", type(codeableConcept)), ("effective", time), ("issued", .dateTime),
            ("value", observed), ("dataAbsentReason", type(codeableConcept)),
            ("interpretation", list(codeableConcept)), ("bodySite", type(codeableConcept)),
            ("method", type(codeableConcept)),
            ("referenceRange", list(observationReferenceRange)),
            ("component", list(observationComponent)),
        ]
    )

    /// A diagnosis or problem.
    public static let condition = make(
        "Condition",
        code: "code",
        retrievable: true,
        [
            ("id", .string), ("clinicalStatus", type(codeableConcept)),
            ("verificationStatus", type(codeableConcept)), ("category", list(codeableConcept)),
            ("severity", type(codeableConcept)), ("code", type(codeableConcept)),
            ("bodySite", list(codeableConcept)), ("onset", onset), ("abatement", onset),
            ("recordedDate", .dateTime),
        ]
    )

    /// Something that was done.
    public static let procedure = make(
        "Procedure",
        code: "code",
        retrievable: true,
        [
            ("id", .string), ("status", .string), ("category", type(codeableConcept)),
            ("code", type(codeableConcept)), ("performed", time),
            ("outcome", type(codeableConcept)), ("reasonCode", list(codeableConcept)),
            ("bodySite", list(codeableConcept)),
        ]
    )

    /// A decision of the patient or of those who decide for the patient.
    public static let consent = make(
        "Consent",
        code: "category",
        retrievable: true,
        [
            ("id", .string), ("status", .string), ("scope", type(codeableConcept)),
            ("category", list(codeableConcept)), ("dateTime", .dateTime),
            ("provision", type(consentProvision)),
        ]
    )

    /// What a consent permits or denies, and for how long.
    public static let consentProvision = make(
        "Consent.Provision",
        [("type", .string), ("period", type(period))]
    )
}
