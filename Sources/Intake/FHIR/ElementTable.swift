import ClinicalQuality

/// How each key of a FHIR resource's JSON object is read: made once for each class of the model.
struct ElementTable: Sendable {
    struct Entry: Sendable {
        let key: JSONKey
        /// The position in the class's elements.
        let element: Int
        /// What one value is.
        let type: DataType
        let isList: Bool
        /// The only codes that FHIR allows, where it does so.
        let binding: RequiredBinding?
    }

    let entries: [Entry]
    /// Keys of choice elements that FHIR has and the model has not, each with its element: they
    /// are not read, but must not stand beside an alternative that is.
    let others: [(key: JSONKey, element: Int)]
    /// The position of the code that says what an observation or component measures.
    let measuredCode: Int?

    init(_ type: ClassType) {
        var entries: [Entry] = []
        for (position, element) in type.elements.enumerated() {
            switch element.type {
            case .choice(let alternatives):
                for alternative in alternatives {
                    guard let suffix = Self.suffix(of: alternative) else { continue }
                    entries.append(
                        Entry(
                            key: JSONKey(element.name + suffix),
                            element: position,
                            type: alternative,
                            isList: false,
                            binding: nil
                        )
                    )
                }
            case .list(let item):
                entries.append(
                    Entry(
                        key: JSONKey(element.name),
                        element: position,
                        type: item,
                        isList: true,
                        binding: nil
                    )
                )
            default:
                entries.append(
                    Entry(
                        key: JSONKey(element.name),
                        element: position,
                        type: element.type,
                        isList: false,
                        binding: RequiredBinding.of(element.name, in: type)
                    )
                )
            }
        }
        self.entries = entries
        others = (Self.otherKeys[type.shortName] ?? []).compactMap { name, suffix in
            type.index(of: name).map { (JSONKey(name + suffix), $0) }
        }
        let isMeasured = type == FHIR.observation || type == FHIR.observationComponent
        measuredCode = isMeasured ? type.index(of: "code") : nil
    }

    /// Source: HL7 FHIR R4 (4.0.1), resource definitions.
    private static let otherKeys: [String: [(String, String)]] = [
        "Observation": [
            ("value", "SampledData"), ("effective", "Timing"), ("effective", "Instant"),
        ],
        "Observation.Component": [("value", "SampledData")],
        "Condition": [("onset", "String"), ("abatement", "String")],
        "Procedure": [("performed", "String"), ("performed", "Age"), ("performed", "Range")],
        "MedicationAdministration": [("medication", "Reference")],
        "MedicationStatement": [("medication", "Reference")],
        "MedicationRequest": [("medication", "Reference")],
    ]

    /// `Quantity` in `valueQuantity`.
    private static func suffix(of type: DataType) -> String? {
        switch type {
        case .instance(let type):
            type.name.split(separator: ".").last.map(String.init)
        case .string: "String"
        case .boolean: "Boolean"
        case .integer: "Integer"
        case .decimal: "Decimal"
        case .date: "Date"
        case .dateTime: "DateTime"
        case .time: "Time"
        default: nil
        }
    }

    /// The resource types that the model has.
    static let resources = [
        "Patient", "Observation", "Condition", "Procedure", "MedicationAdministration",
        "MedicationStatement", "MedicationRequest", "Immunization", "Consent",
    ]

    private static func classes(in type: DataType) -> [ClassType] {
        switch type {
        case .instance(let type): [type]
        case .list(let item): classes(in: item)
        case .choice(let alternatives): alternatives.flatMap(classes(in:))
        default: []
        }
    }

    /// The table of every class in the FHIR model, by class.
    static let all: [ClassType: ElementTable] = {
        var tables: [ClassType: ElementTable] = [:]
        var open = resources.compactMap(DataModel.fhir401.classType(named:))
        while let type = open.popLast() {
            guard tables[type] == nil else { continue }
            tables[type] = ElementTable(type)
            open += type.elements.flatMap { classes(in: $0.type) }
        }
        return tables
    }()
}
