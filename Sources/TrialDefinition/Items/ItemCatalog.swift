/// What a candidate's data can be written down as in a sheet: the items that the protocol asks for,
/// with their codes, names, units and answers, and the spellings that hospitals use.
///
/// `items.yaml` of a protocol folder as read. It says how a table or a worksheet becomes the
/// resources that the criteria read, and nothing about what the criteria make of them.
public struct ItemCatalog: Sendable {
    /// The order of day, month and year in dates that do not begin with the year.
    public let dates: DateOrder
    /// What separates whole numbers from decimals.
    public let numbers: NumberStyle
    /// The mark that a consent carries when it belongs to this trial.
    public let trial: ItemCode
    /// The languages in which items have names, for example `es`.
    public let languages: [String]
    /// The languages whose names a native reader has checked.
    public let checkedLanguages: Set<String>
    /// Code systems by the short name with which a column or row can name a code: `LOINC 777-3`.
    public let systems: [String: String]
    /// The parts of the form, in its order.
    public let sections: [ItemSection]
    /// The items, in the order of the form.
    public let items: [Item]
    /// What the columns beside an item's value are called.
    public let fields: [ItemField: ItemNames]
    /// The words for yes and no, and other words of the form, by the `id` of the list.
    public let answers: [String: [ItemAnswer]]
    /// Headers of columns that are passed over.
    public let ignored: [String]
    /// The codes of the drugs that the criteria ask for, by their folded names.
    public internal(set) var drugs: [String: ItemCode] = [:]
    /// The codes of the vaccines that the criteria ask for, by their folded names.
    public internal(set) var vaccines: [String: ItemCode] = [:]

    /// The item with the identifier `id`.
    public func item(_ id: String) -> Item? { items.first { $0.id == id } }

    /// The answers that an item allows; empty where it takes numbers, dates or texts.
    public func answers(of item: Item) -> [ItemAnswer] {
        item.answers.flatMap { answers[$0] } ?? []
    }
}

/// The order of day, month and year.
public enum DateOrder: String, Sendable, CaseIterable {
    /// Only 2026-11-21.
    case iso
    /// 21/11/2026 as well.
    case dayMonthYear = "day-month-year"
    /// 11/21/2026 as well.
    case monthDayYear = "month-day-year"
}

/// What separates whole numbers from decimals.
public enum NumberStyle: String, Sendable, CaseIterable {
    /// A point or a comma; what may be thousands is refused.
    case either
    /// A point; a comma groups thousands.
    case point
    /// A comma; a point groups thousands.
    case comma
}

/// A code in a code system.
public struct ItemCode: Sendable, Hashable {
    /// The identifier of the code system.
    public let system: String
    /// The code.
    public let code: String
    /// The unit for which this code is the right one; nil where there is no choice.
    public let unit: String?

    /// Holds the parts.
    public init(system: String, code: String, unit: String? = nil) {
        self.system = system
        self.code = code
        self.unit = unit
    }
}

/// What something is called, and how else it is spelled.
public struct ItemNames: Sendable, Hashable {
    /// The name by language.
    public let names: [String: String]
    /// Other spellings that are accepted.
    public let spellings: [String]

    /// Holds the names.
    public init(names: [String: String], spellings: [String]) {
        self.names = names
        self.spellings = spellings
    }

    /// All of them, folded.
    public var folded: Set<String> {
        Set((Array(names.values) + spellings).map(ItemSpelling.folded)).subtracting([""])
    }

    /// The name in `language`, or in English.
    public func name(in language: String) -> String { names[language] ?? names["en"] ?? "" }
}

/// One of the answers that an item allows.
public struct ItemAnswer: Sendable, Hashable {
    /// How it is written in FHIR, for example `male` or `confirmed`.
    public let id: String
    /// The code that it stands for, where the value is a code.
    public let code: ItemCode?
    /// What it is called.
    public let names: ItemNames
}

/// A part of the form.
public struct ItemSection: Sendable, Hashable {
    /// The key in a worksheet.
    public let id: String
    /// The heading.
    public let names: ItemNames
}

/// Columns that belong to an item.
public enum ItemField: String, Sendable, Hashable, CaseIterable {
    /// The result, the answer, the drug.
    case value
    /// The unit of the value, or of the dose.
    case unit
    /// The day of the result, the onset, the first day.
    case date
    /// The last day.
    case end
    /// FHIR's status, where it is not the usual one.
    case status
    /// The upper limit of normal printed with the result, in the unit of the result.
    case upperLimit = "upper-limit"
    /// The share of inhaled oxygen in percent.
    case oxygen
    /// The flow of oxygen in liters per minute.
    case oxygenFlow = "oxygen-flow"
    /// How much of a drug was given, in the unit of the row.
    case dose
    /// How a drug was given.
    case route
    /// The age at onset in years, in place of a day.
    case age
    /// The day on which a diagnosis was written down.
    case recorded
    /// Whose row it is.
    case candidate
    /// Which item the row is about.
    case item
}
