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
    }

    let entries: [Entry]

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
                            isList: false
                        )
                    )
                }
            case .list(let item):
                entries.append(
                    Entry(key: JSONKey(element.name), element: position, type: item, isList: true)
                )
            default:
                entries.append(
                    Entry(
                        key: JSONKey(element.name),
                        element: position,
                        type: element.type,
                        isList: false
                    )
                )
            }
        }
        self.entries = entries
    }

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
