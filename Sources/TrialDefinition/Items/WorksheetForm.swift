public import ClinicalQuality

/// The form that a candidate's data can be written into by hand: every item that a version of a
/// protocol asks for, in one language.
public struct WorksheetForm: Sendable {
    /// The protocol's identifier.
    public let protocolID: String
    /// The number of the version.
    public let version: String
    /// The language, for example `es`.
    public let language: String
    /// The day of screening from which windows are counted.
    public let asOf: CalendarDate
    /// Whether a native reader has checked the names of items in this language.
    public let isChecked: Bool
    /// What the items can say.
    public let catalog: ItemCatalog
    /// The parts of the form, in its order.
    public let sections: [Section]
    /// What the events are called from which windows are counted, by their `id`.
    public let events: [String: String]

    /// A part of the form.
    public struct Section: Sendable {
        /// Key and heading.
        public let section: ItemSection
        /// Its items.
        public let rows: [Row]
    }

    /// An item, and who asks for it.
    public struct Row: Sendable {
        /// The item.
        public let item: Item
        /// The criteria that read it, in the order of the protocol.
        public let criteria: [Title]
        /// How far back it counts, the longest first.
        public let windows: [ItemWindow]
    }

    /// A criterion in the language of the form.
    public struct Title: Sendable, Hashable {
        /// Its identifier.
        public let id: String
        /// Its title.
        public let text: String
        /// Whether a native reader has checked it.
        public let isChecked: Bool
    }

    /// Makes the form for the version `version` of the protocol in `files`.
    ///
    /// - Parameters:
    ///   - files: The protocol's folder and the shared library.
    ///   - version: The number of the version; nil for the newest of the day.
    ///   - language: For example `es`; it has to be one of the list of items.
    ///   - asOf: The day of screening from which windows are counted.
    /// - Returns: Nil when there is no list of items, no such version or no such language.
    /// - Throws: What the protocol's loader throws.
    public static func make(
        _ files: DefinitionFiles,
        version: String?,
        language: String,
        asOf: CalendarDate
    ) throws(CompilationFailure) -> WorksheetForm? {
        let all = try CheckedDefinition.versions(of: files)
        let found =
            version.map { number in all.first { $0.definition.version.number == number } }
            ?? all.last { !asOf.isBefore($0.definition.version.date) } ?? all.first
        guard let definition = found, let catalog = definition.definition.items,
            catalog.languages.contains(language)
        else { return nil }
        return WorksheetForm(definition, catalog, language, asOf)
    }

    private init(
        _ checked: CheckedDefinition,
        _ catalog: ItemCatalog,
        _ language: String,
        _ asOf: CalendarDate
    ) {
        let definition = checked.definition
        protocolID = definition.id
        version = definition.version.number
        self.language = language
        self.asOf = asOf
        isChecked = catalog.checkedLanguages.contains(language)
        self.catalog = catalog
        events = Dictionary(definition.events.map { ($0.id, $0.name) }) { first, _ in first }
        let demand = ItemDemand(checked)
        let texts = checked.translations.first { $0.language == language }?.entries ?? [:]
        let titles = definition.criteria.map { criterion in
            let own = texts[criterion.id]
            return Title(
                id: criterion.id,
                text: own?.title ?? criterion.title,
                isChecked: own?.isChecked ?? (language == "en")
            )
        }
        sections = catalog.sections.map { section in
            Section(
                section: section,
                rows: catalog.items.filter { $0.section == section.id }.map { item in
                    let asks = demand.asks.filter { $0.isAnswered(by: item) }
                    let criteria = Set(asks.flatMap(\.criteria))
                    return Row(
                        item: item,
                        criteria: titles.filter { criteria.contains($0.id) },
                        windows: Self.sorted(asks.flatMap(\.windows), asOf)
                    )
                }
            )
        }
    }

    private static func sorted(_ windows: [ItemWindow], _ day: CalendarDate) -> [ItemWindow] {
        var kept: [ItemWindow] = []
        for window in windows where !kept.contains(window) { kept.append(window) }
        func start(_ window: ItemWindow) -> String {
            (window.earliest(from: day) ?? day).description
        }
        return kept.sorted { (start($0), $0.event) < (start($1), $1.event) }
    }
}

extension ItemDemand.Ask {
    /// Whether `item` says something that is asked for here.
    ///
    /// A drug or vaccine is told by its name in the one item of its kind; a diagnosis or procedure
    /// that is asked for has an item of its own, and what may be anything is read from the others.
    func isAnswered(by item: Item) -> Bool {
        guard item.kind.resourceType == type else { return false }
        guard let codes else { return item.isOpen || item.kind == .consent }
        if item.isOpen { return ![.condition, .procedure].contains(item.kind) }
        return item.codes.contains { codes.contains(CodeKey(system: $0.system, code: $0.code)) }
    }
}

extension Item {
    /// Whether the value says which diagnosis, procedure, drug or vaccine it is.
    public var isOpen: Bool { codes.isEmpty && kind.resourceType != nil }
}
