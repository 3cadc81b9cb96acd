import ClinicalQuality
public import TrialDefinition

/// An empty worksheet as a text: a YAML form, or a table with a row for each item.
public struct WorksheetText: Sendable {
    private let form: WorksheetForm
    private let words: WorksheetWords
    private static let width = 100

    /// The worksheet `form`.
    public init(_ form: WorksheetForm) {
        self.form = form
        words = WorksheetWords.of(form.language)
    }

    // MARK: YAML

    /// The form, with a comment above each item.
    public var yaml: String {
        var lines = comment("\(form.protocolID) \(form.version), \(form.asOf)", "# ")
        lines += words.head.map { "# " + $0 }
        if !form.isChecked { lines.append("# ° \(words.unchecked)") }
        lines += [
            "worksheet: \(form.protocolID)", "version: \(form.version)",
            "language: \(form.language)",
        ]
        for section in form.sections {
            lines += ["", "# " + name(section.section.names), "\(section.section.id):"]
            for row in section.rows { lines += yaml(row) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func yaml(_ row: WorksheetForm.Row) -> [String] {
        var lines = comment(name(row.item.names), "  # ")
        for (heading, help) in [
            (words.askedBy, askedBy(row)), (words.countsFrom, window(row)),
            (words.answers, allowed(row.item)), (words.unitIs, units(row.item)),
        ] where !help.isEmpty {
            lines += comment("\(heading): \(help)", "  #   ")
        }
        guard row.item.kind.resourceType != nil else { return lines + ["  \(row.item.id):"] }
        lines.append("  \(row.item.id):")
        for (index, field) in fields(of: row.item).enumerated() {
            let unit = field == .unit ? row.item.unit.map { " '\($0)'" } ?? "" : ""
            let start = row.item.isOpen ? (index == 0 ? "    - " : "      ") : "    "
            lines.append("\(start)\(word(field)):\(unit)")
        }
        return lines
    }

    private func comment(_ text: String, _ indent: String) -> [String] {
        text.wrapped(to: Self.width, indent: indent).split(separator: "\n").map(String.init)
    }

    // MARK: CSV

    private static let columns: [ItemField] = [
        .value, .unit, .date, .end, .upperLimit, .oxygen, .oxygenFlow, .dose, .route, .age, .status,
    ]

    /// The table, with a byte-order mark, so that spreadsheets read it as UTF-8.
    ///
    /// What can be there several times has three rows.
    public var csv: String {
        let help = [nameColumn, words.askedBy, words.countsFrom, words.answers]
        var rows = [[word(.item)] + help + Self.columns.map(word)]
        for row in form.sections.flatMap(\.rows) {
            let fields = self.fields(of: row.item) + [.status]
            let cells = Self.columns.map { field in
                field == .unit && fields.contains(.unit) ? row.item.unit ?? "" : ""
            }
            let line = [
                row.item.id, name(row.item.names), ids(row), window(row), allowed(row.item),
            ]
            for _ in 0..<(row.item.isOpen ? 3 : 1) { rows.append(line + cells) }
        }
        let separator = form.language == "en" ? "," : ";"
        return "\u{FEFF}"
            + rows.map { $0.map { cell($0, separator) }.joined(separator: separator) }
            .joined(separator: "\r\n") + "\r\n"
    }

    /// A header that the intake passes over.
    private var nameColumn: String {
        switch form.language {
        case "es": "nombre del dato"
        case "it": "nome della voce"
        case "fr": "nom de la donnée"
        case "ar": "اسم البند"
        default: "item name"
        }
    }

    private func cell(_ text: String, _ separator: String) -> String {
        guard text.contains(separator) || text.contains("\"") else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    // MARK: Words

    private func name(_ names: ItemNames) -> String {
        names.name(in: form.language) + (form.isChecked ? "" : " °")
    }

    private func word(_ field: ItemField) -> String {
        form.catalog.fields[field]?.name(in: form.language) ?? field.rawValue
    }

    private func ids(_ row: WorksheetForm.Row) -> String {
        row.criteria.map(\.id).joined(separator: " ")
    }

    /// The titles of a few criteria, or the names of many.
    private func askedBy(_ row: WorksheetForm.Row) -> String {
        guard !row.criteria.isEmpty else { return "" }
        guard row.criteria.count <= 3 else { return ids(row) }
        let titles = row.criteria.map { "\($0.id) \($0.text)\($0.isChecked ? "" : " °")" }
        return titles.joined(separator: "; ")
    }

    /// The first day that counts, where the event is the day of the form; else the length.
    private func window(_ row: WorksheetForm.Row) -> String {
        let texts = row.windows.prefix(3).map { window in
            let event = words.events[window.event] ?? form.events[window.event] ?? window.event
            let length = words.window(window, event)
            guard window.event == "screening", let day = window.earliest(from: form.asOf) else {
                return length
            }
            return "\(day) (\(length))"
        }
        guard !texts.isEmpty else { return "" }
        let more = row.windows.count > 3 ? "; …" : ""
        return texts.joined(separator: "; ") + more
    }

    private func allowed(_ item: Item) -> String {
        if item.isOpen { return words.freeText }
        return form.catalog.answers(of: item).map { $0.names.name(in: form.language) }
            .joined(separator: ", ")
    }

    /// The units between which a person chooses.
    private func units(_ item: Item) -> String {
        let units = item.codes.compactMap(\.unit)
        return units.count > 1 ? units.joined(separator: " \(words.or) ") : ""
    }

    /// The columns that a person fills in; the others are for what is unusual.
    private func fields(of item: Item) -> [ItemField] {
        switch item.kind {
        case .condition: item.isOpen ? [.value, .status, .date] : [.value, .date]
        case .procedure: item.isOpen ? [.value, .status, .date, .end] : [.value, .date]
        default: item.fields.filter { $0 != .status }
        }
    }
}
