import ClinicalQuality
import UnitsOfMeasure

/// Reads `items.yaml`.
struct ItemsFile {
    /// The name of the file in a protocol folder.
    static let name = "items.yaml"

    private var reader: YAMLReader
    private var systems: [String: String] = [:]
    private var languages: [String] = []
    private var answers: [String: [ItemAnswer]] = [:]

    /// The catalog in `root`; problems are collected in `reader`.
    static func read(_ root: YAMLNode, _ reader: inout YAMLReader) -> ItemCatalog? {
        var file = ItemsFile(reader: reader)
        let catalog = file.catalog(root)
        reader = file.reader
        return catalog
    }

    private init(reader: YAMLReader) {
        self.reader = reader
    }

    private mutating func catalog(_ root: YAMLNode) -> ItemCatalog? {
        reader.expectKeys(
            [
                "format", "dates", "numbers", "languages", "checked", "systems", "trial", "fields",
                "ignored", "answers", "sections",
            ],
            in: root
        )
        reader.expectFormat(ProtocolFile.format, in: root)
        languages = reader.texts("languages", in: root)
        for (key, _) in root["systems"]?.keys ?? [] {
            systems[key] = root["systems"].map { reader.text(key, in: $0) }
        }
        let dates = reader.choice("dates", in: root, or: DateOrder.iso)
        let numbers = reader.choice("numbers", in: root, or: NumberStyle.either)
        let trial = code("trial", in: root) ?? ItemCode(system: "", code: "")
        let fields = readFields(root)
        readAnswers(root)
        var sections: [ItemSection] = []
        var items: [Item] = []
        var places: [(id: String, node: YAMLNode)] = []
        for node in reader.list("sections", in: root) {
            reader.expectKeys(["id", "name", "items"], in: node)
            let section = reader.text("id", in: node)
            sections.append(ItemSection(id: section, names: names(of: node)))
            for itemNode in reader.list("items", in: node) {
                let item = item(itemNode, in: section)
                items.append(item)
                places.append((item.id, itemNode))
            }
        }
        reader.expectUnique(places)
        expectDifferentNames(items, places)
        return ItemCatalog(
            dates: dates,
            numbers: numbers,
            trial: trial,
            languages: languages,
            checkedLanguages: Set(reader.texts("checked", in: root, allowsEmpty: true)),
            systems: systems,
            sections: sections,
            items: items,
            fields: fields,
            answers: answers,
            ignored: reader.texts("ignored", in: root, allowsEmpty: true)
        )
    }

    /// A header that could mean two items would be read as one of them.
    private mutating func expectDifferentNames(
        _ items: [Item],
        _ places: [(id: String, node: YAMLNode)]
    ) {
        var owners: [String: String] = [:]
        for (item, place) in zip(items, places) {
            for spelling in item.allSpellings {
                let owner = owners[spelling, default: item.id]
                owners[spelling] = owner
                guard owner != item.id else { continue }
                reader.report(
                    "duplicate-name",
                    "`\(spelling)` is a name of `\(owner)` and of `\(item.id)`",
                    at: place.node
                )
            }
        }
    }

    private mutating func readFields(_ root: YAMLNode) -> [ItemField: ItemNames] {
        guard let node = root["fields"] else {
            reader.report("missing-key", "`fields` is missing", at: root)
            return [:]
        }
        reader.expectKeys(ItemField.allCases.map(\.rawValue), in: node)
        var fields: [ItemField: ItemNames] = [:]
        for field in ItemField.allCases {
            guard let inner = node[field.rawValue] else {
                reader.report("missing-key", "`\(field.rawValue)` is missing", at: node)
                continue
            }
            fields[field] = texts(of: inner)
        }
        return fields
    }

    private mutating func readAnswers(_ root: YAMLNode) {
        guard let lists = root["answers"] else { return }
        for (list, _) in lists.keys {
            guard let node = lists[list] else { continue }
            answers[list] = node.keys.compactMap { id, _ in
                guard let answer = node[id] else { return nil }
                return ItemAnswer(
                    id: id,
                    code: answer["code"] == nil ? nil : code("code", in: answer),
                    names: texts(of: answer)
                )
            }
        }
    }

    private mutating func item(_ node: YAMLNode, in section: String) -> Item {
        reader.expectKeys(
            ["id", "kind", "name", "code", "codes", "answers", "unit", "columns"],
            in: node
        )
        let kind = reader.choice("kind", in: node, or: ItemKind.quantity)
        let list = reader.optionalText("answers", in: node)
        if let list, answers[list] == nil, let place = node["answers"] {
            reader.report("unknown-answers", "there is no list of answers `\(list)`", at: place)
        }
        return Item(
            id: reader.text("id", in: node),
            section: section,
            kind: kind,
            codes: codes(of: node),
            names: names(of: node),
            answers: list,
            unit: reader.optionalText("unit", in: node),
            fields: kind.fields + extras(of: node)
        )
    }

    /// Columns that only this item has.
    private mutating func extras(of node: YAMLNode) -> [ItemField] {
        reader.texts("columns", in: node, allowsEmpty: true).compactMap { text in
            if let field = ItemField(rawValue: text) { return field }
            reader.report("unknown-field", "`\(text)` is not a column", at: node["columns"] ?? node)
            return nil
        }
    }

    private mutating func codes(of node: YAMLNode) -> [ItemCode] {
        if let listed = node["code"]?.items {
            return listed.compactMap { code($0.scalar ?? "", at: $0) }
        }
        if node["code"] != nil { return [code("code", in: node)].compactMap { $0 } }
        guard let byUnit = node["codes"] else { return [] }
        return byUnit.keys.compactMap { unit, _ in
            guard (try? UnitOfMeasure(unit)) != nil else {
                reader.report("unknown-unit", "`\(unit)` is not a UCUM unit", at: byUnit)
                return nil
            }
            return code(unit, in: byUnit).map {
                ItemCode(system: $0.system, code: $0.code, unit: unit)
            }
        }
    }

    /// `LOINC 2160-0`: a code system of the file's list, and a code.
    private mutating func code(_ key: String, in node: YAMLNode) -> ItemCode? {
        let text = reader.text(key, in: node)
        guard let place = node[key], !text.isEmpty else { return nil }
        return code(text, at: place)
    }

    private mutating func code(_ text: String, at place: YAMLNode) -> ItemCode? {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let system = systems[parts[0]] else {
            reader.report(
                "unknown-system",
                "a code is written like `LOINC 2160-0`, with a system of `systems`",
                at: place
            )
            return nil
        }
        return ItemCode(system: system, code: parts[1])
    }

    /// The names under `name`.
    private mutating func names(of node: YAMLNode) -> ItemNames {
        guard let inner = node["name"] else {
            reader.report("missing-key", "`name` is missing", at: node)
            return ItemNames(names: [:], spellings: [])
        }
        return texts(of: inner)
    }

    /// A name for each language, and other spellings under `also`.
    private mutating func texts(of node: YAMLNode) -> ItemNames {
        reader.expectKeys(languages + ["also", "code"], in: node)
        var names: [String: String] = [:]
        for language in languages { names[language] = reader.text(language, in: node) }
        return ItemNames(
            names: names,
            spellings: reader.texts("also", in: node, allowsEmpty: true)
        )
    }
}
