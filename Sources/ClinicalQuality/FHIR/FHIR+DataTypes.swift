extension FHIR {
    /// A code in a code system.
    ///
    /// Display texts are left out: free text can hold a name.
    public static let coding = make(
        "Coding",
        conversion: .code,
        [("system", .string), ("version", .string), ("code", .string)]
    )

    /// A concept as one or more codes.
    public static let codeableConcept = make(
        "CodeableConcept",
        conversion: .concept,
        [("coding", list(coding))]
    )

    /// A measured amount.
    public static let quantity = make(
        "Quantity",
        conversion: .quantity,
        [
            ("value", .decimal), ("comparator", .string), ("unit", .string), ("system", .string),
            ("code", .string),
        ]
    )

    /// A duration since birth.
    public static let age = make("Age", base: quantity, [])

    /// A length of time.
    public static let duration = make("Duration", base: quantity, [])

    /// Two quantities with everything between them.
    public static let range = make(
        "Range",
        conversion: .range,
        [("low", type(quantity)), ("high", type(quantity))]
    )

    /// A relationship of two quantities.
    public static let ratio = make(
        "Ratio",
        conversion: .ratio,
        [("numerator", type(quantity)), ("denominator", type(quantity))]
    )

    /// A time from start to end, both included.
    public static let period = make(
        "Period",
        conversion: .period,
        [("start", .dateTime), ("end", .dateTime)]
    )

    static let time = DataType.choice([.dateTime, type(period)])
    static let onset = DataType.choice([.dateTime, type(age), type(period), type(range)])
}
