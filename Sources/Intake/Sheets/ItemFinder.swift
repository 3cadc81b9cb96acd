import TrialDefinition

/// Finds items, columns and answers by the ways in which sheets spell them.
struct ItemFinder {
    let catalog: ItemCatalog
    private var items: [String: Item] = [:]
    private var fields: [(spelling: String, field: ItemField)] = []
    private let ignored: Set<String>

    init(_ catalog: ItemCatalog) {
        self.catalog = catalog
        ignored = Set(catalog.ignored.map(ItemSpelling.folded))
        for item in catalog.items {
            for spelling in item.allSpellings { items[spelling] = item }
        }
        for (field, names) in catalog.fields {
            let own = ItemSpelling.folded(field.rawValue)
            for spelling in names.folded.union([own]) { fields.append((spelling, field)) }
        }
        // The longest spelling first: `dose unit` before `unit`.
        fields.sort {
            ($1.spelling.utf8.count, $0.spelling) < ($0.spelling.utf8.count, $1.spelling)
        }
    }

    func isIgnored(_ header: String) -> Bool { ignored.contains(ItemSpelling.folded(header)) }

    /// The column that a header names by itself, as in a table with one row for each result.
    func field(_ header: String) -> ItemField? {
        let folded = ItemSpelling.folded(header)
        return fields.first { $0.spelling == folded }?.field
    }

    /// The item that `text` names, or the code that it is.
    func item(_ text: String) -> Item? {
        items[ItemSpelling.folded(text)] ?? observation(of: text)
    }

    /// `LOINC 777-3`: an observation for which there is no item.
    private func observation(of text: String) -> Item? {
        guard let code = code(text), !code.system.hasSuffix("/atc") else { return nil }
        if let known = catalog.items.first(where: { item in
            item.kind.resourceType == "Observation"
                && item.codes.contains { $0.system == code.system && $0.code == code.code }
        }) {
            // Two codes of one item differ in their units only.
            return Item(
                id: known.id,
                section: known.section,
                kind: known.kind,
                codes: [code],
                names: known.names,
                answers: known.answers,
                unit: known.unit,
                fields: known.fields
            )
        }
        return Item(
            id: code.code,
            section: "",
            kind: .quantity,
            codes: [code],
            names: ItemNames(names: [:], spellings: []),
            fields: ItemKind.quantity.fields
        )
    }

    /// `LOINC 777-3`, or `http://loinc.org|777-3`.
    func code(_ text: String) -> ItemCode? {
        let text = text.trimmingBlanks
        if let bar = text.firstIndex(of: "|"), bar != text.startIndex {
            let code = text[text.index(after: bar)...]
            guard !code.isEmpty, !code.contains(" ") else { return nil }
            return ItemCode(system: String(text[..<bar]), code: String(code))
        }
        let parts = text.split(separator: " ")
        guard parts.count == 2, let system = catalog.systems[parts[0].uppercased()] else {
            return nil
        }
        return ItemCode(system: system, code: String(parts[1]))
    }

    /// Which answer of the list `list` the text is.
    func answer(_ text: String, in list: String) -> ItemAnswer? {
        let folded = ItemSpelling.folded(text)
        return catalog.answers[list]?.first { answer in
            ItemSpelling.folded(answer.id) == folded && !folded.isEmpty
                || answer.names.folded.contains(folded)
                || answer.names.spellings.contains(text.trimmingBlanks)
        }
    }

    /// The words for the answers of a list, for an error's remedy.
    func allowed(_ list: String) -> String {
        (catalog.answers[list] ?? []).map { $0.names.name(in: "en") }.joined(separator: ", ")
    }

    // MARK: Headers of a table with one row for each candidate

    /// What a header such as `creatinine 2 date`, `fecha creatinina` or `ALT (U/L)` names.
    func column(_ header: String) -> SheetColumn? {
        if let column = plainColumn(header) { return column }
        // A unit in parentheses at the end.
        for (open, close) in [("(", ")"), ("[", "]")] {
            guard header.trimmingBlanks.hasSuffix(close),
                let start = header.lastIndex(of: Character(open)),
                let end = header.lastIndex(of: Character(close)), start < end,
                var column = plainColumn(String(header[..<start])), column.field == .value,
                column.item.kind == .quantity
            else { continue }
            column.unit = String(header[header.index(after: start)..<end])
            return column
        }
        return nil
    }

    private func plainColumn(_ header: String) -> SheetColumn? {
        if let item = item(header) { return SheetColumn(item: item, field: .value) }
        let folded = ItemSpelling.folded(header)
        if let (name, number) = numbered(folded), let item = items[name] {
            return SheetColumn(item: item, field: .value, number: number)
        }
        for (spelling, field) in fields {
            for rest in [before(spelling, folded), after(spelling, folded, header)] {
                guard let rest else { continue }
                if let item = item(rest), item.fields.contains(field) {
                    return SheetColumn(item: item, field: field)
                }
                if let (name, number) = numbered(rest), let item = items[name],
                    item.fields.contains(field)
                {
                    return SheetColumn(item: item, field: field, number: number)
                }
            }
        }
        return codeColumn(header)
    }

    /// `LOINC 777-3 date`: only as written, because a code must not be folded.
    private func codeColumn(_ header: String) -> SheetColumn? {
        let parts = header.trimmingBlanks.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, let item = observation(of: "\(parts[0]) \(parts[1])"),
            let field = field(String(parts[2])), item.fields.contains(field)
        else { return nil }
        return SheetColumn(item: item, field: field)
    }

    /// `creatinine` and 2 of `creatinine 2`.
    private func numbered(_ text: String) -> (String, Int)? {
        guard let blank = text.lastIndex(of: " "),
            let number = Int(text[text.index(after: blank)...]), (1...999).contains(number)
        else { return nil }
        return (String(text[..<blank]), number)
    }

    /// `creatinine` of `creatinine date`, `creatinine` with its number of `creatinine date 2`.
    private func before(_ spelling: String, _ text: String) -> String? {
        if text.hasSuffix(" " + spelling) { return String(text.dropLast(spelling.count + 1)) }
        guard let (head, number) = numbered(text), head.hasSuffix(" " + spelling) else {
            return nil
        }
        return head.dropLast(spelling.count + 1) + " \(number)"
    }

    private static let joints: Set<Substring> = [
        "of", "de", "del", "la", "el", "di", "della", "du", "des", "the",
    ]

    /// `creatinine` of `date of creatinine`.
    private func after(_ spelling: String, _ text: String, _ header: String) -> String? {
        guard text.hasPrefix(spelling + " ") else { return nil }
        let words = text.dropFirst(spelling.count + 1).split(separator: " ")
        return words.drop { Self.joints.contains($0) }.joined(separator: " ")
    }
}

/// What a column of a table with one row for each candidate is about.
struct SheetColumn {
    let item: Item
    let field: ItemField
    /// Which one of several, for an item that stands there more than once.
    var number = 1
    /// The unit that the header tells.
    var unit: String?
}
