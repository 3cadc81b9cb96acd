/// One thing that a candidate's sheet can say.
public struct Item: Sendable {
    /// The key in worksheets, for example `creatinine`.
    public let id: String
    /// The part of the form in which it stands.
    public let section: String
    /// What kind of resource it becomes.
    public let kind: ItemKind
    /// The code; several where the unit decides which one is right.
    public let codes: [ItemCode]
    /// What it is called.
    public let names: ItemNames
    /// The list of the answers that it allows, in ``ItemCatalog/answers``.
    public let answers: String?
    /// The unit that a form proposes.
    public let unit: String?
    /// The columns beside the value that it has.
    public let fields: [ItemField]

    /// All that a header may call it, folded.
    public var allSpellings: Set<String> {
        names.folded.union([ItemSpelling.folded(id)])
    }

    /// Holds the parts.
    public init(
        id: String,
        section: String,
        kind: ItemKind,
        codes: [ItemCode],
        names: ItemNames,
        answers: String? = nil,
        unit: String? = nil,
        fields: [ItemField]
    ) {
        self.id = id
        self.section = section
        self.kind = kind
        self.codes = codes
        self.names = names
        self.answers = answers
        self.unit = unit
        self.fields = fields
    }
}

/// What an item becomes.
public enum ItemKind: String, Sendable, Hashable, CaseIterable {
    /// A part of the identity; it goes to the vault alone.
    case identity
    /// The birth date.
    case birthDate = "birth-date"
    /// The administrative sex.
    case sex
    /// The code of the site.
    case site
    /// Whether, or on which day, the candidate died.
    case death
    /// An observation with a number and its unit.
    case quantity
    /// An observation with a whole number: a score, a grade, a count.
    case number
    /// An observation with yes or no.
    case yesNo = "yes-no"
    /// An observation with one of several codes.
    case choice
    /// A diagnosis; the value is how certain it is.
    case condition
    /// A procedure; the value is whether it was done or is planned.
    case procedure
    /// A dose that was given; the value is the drug.
    case administration
    /// A drug that is or was taken; the value is the drug.
    case statement
    /// A drug that was ordered; the value is the drug.
    case order
    /// A vaccination; the value is the vaccine.
    case vaccine
    /// A signature; the value is the decision.
    case consent

    /// The type of the resource; nil for what belongs to the patient.
    public var resourceType: String? {
        switch self {
        case .identity, .birthDate, .sex, .site, .death: nil
        case .quantity, .number, .yesNo, .choice: "Observation"
        case .condition: "Condition"
        case .procedure: "Procedure"
        case .administration: "MedicationAdministration"
        case .statement: "MedicationStatement"
        case .order: "MedicationRequest"
        case .vaccine: "Immunization"
        case .consent: "Consent"
        }
    }

    /// The columns that an item of this kind has, whatever the file says.
    public var fields: [ItemField] {
        switch self {
        case .identity, .birthDate, .sex, .site, .death: [.value]
        case .quantity: [.value, .unit, .date, .status]
        case .number, .yesNo, .choice: [.value, .date, .status]
        case .condition: [.value, .date, .age, .recorded, .status]
        case .procedure: [.value, .date, .end, .status]
        case .administration: [.value, .date, .end, .dose, .unit, .route, .status]
        case .statement: [.value, .date, .end, .status]
        case .order: [.value, .date, .status]
        case .vaccine: [.value, .date, .status]
        case .consent: [.value, .date, .end]
        }
    }
}
