import TrialDefinition
import Yams

/// Reads a worksheet in YAML: sections with items, and in each item its columns.
///
/// ```yaml
/// worksheet: MILENARI-ALL-1
/// organs:
///   creatinine: { value: 0.4, unit: mg/dL, date: 2026-11-18 }
/// ```
///
/// An item that is there several times is a list. Section headings are for people: an item is known
/// by its name alone.
struct WorksheetReader {
    private let finder: ItemFinder
    private let protocolID: String
    private var sheet = CandidateSheet()

    init(_ finder: ItemFinder, protocolID: String) {
        self.finder = finder
        self.protocolID = protocolID
    }

    /// The keys beside the sections.
    static let head = ["worksheet", "version", "language"]

    mutating func read(_ text: String) throws(IntakeError) -> CandidateSheet {
        let root = try compose(text)
        guard let mapping = root.mapping else { throw Self.notAWorksheet }
        guard let name = mapping.first(where: { $0.key.string == "worksheet" })?.value.string else {
            throw Self.notAWorksheet
        }
        guard name == protocolID else {
            throw IntakeError.one(
                "line 1",
                "this worksheet is for another protocol",
                "make one with `milenari worksheet new --protocol \(protocolID)`"
            )
        }
        for (key, value) in mapping where !Self.head.contains(key.string ?? "") {
            readSection(key, value)
        }
        return sheet
    }

    private static let notAWorksheet = IntakeError.one(
        "line 1",
        "this is no worksheet",
        "make one with `milenari worksheet new`"
    )

    private func compose(_ text: String) throws(IntakeError) -> Node {
        guard Self.isShallow(text) else {
            throw .one("document", "this is nested too deep for a worksheet", "keep to the form")
        }
        do {
            guard let node = try Yams.compose(yaml: text) else { throw Self.notAWorksheet }
            return node
        } catch let error as IntakeError {
            throw error
        } catch let error as YamlError {
            throw Self.syntax(error)
        } catch {
            throw Self.notAWorksheet
        }
    }

    /// Whether no part stands deep inside of others: the parser calls itself for each level.
    private static func isShallow(_ text: String) -> Bool {
        var open = 0
        var indentation = 0
        var isIndenting = true
        for byte in text.utf8 {
            switch byte {
            case 0x0A, 0x0D: (indentation, isIndenting) = (0, true)
            case 0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "?"):
                if isIndenting { indentation += 1 }
            default: isIndenting = false
            }
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { open += 1 }
            if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { open -= 1 }
            if isIndenting, indentation > 100 { return false }
            if open > 50 { return false }
        }
        return true
    }

    /// Where the YAML ends to be YAML; its own words can hold a value, and are not told.
    private static func syntax(_ error: YamlError) -> IntakeError {
        let remedy =
            "keep the indentation of the form; put a text that has `:`, `#` or quotation marks in it"
            + " between single quotation marks"
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            return .one("line \(mark.line), column \(mark.column)", "this is not YAML", remedy)
        case .duplicatedKeysInMapping(_, let context):
            return .one(
                "line \(context.mark.line)",
                "something stands twice in this part",
                "write a second result as a list, each beginning with `-`"
            )
        default: return .one("document", "this is not YAML", remedy)
        }
    }

    private mutating func readSection(_ key: Node, _ section: Node) {
        // An item can stand outside of a section as well.
        if let name = key.string, !isSection(name), let item = finder.item(name) {
            return readItem(item, section)
        }
        guard let mapping = section.mapping else {
            if section.isEmpty { return }
            return report("this is no part of the form", Self.keepKeys, at: key)
        }
        for (key, value) in mapping {
            guard let name = key.string, let item = finder.item(name) else {
                report("this is no item of the protocol", Self.keepKeys, at: key)
                continue
            }
            readItem(item, value)
        }
    }

    private func isSection(_ name: String) -> Bool {
        finder.catalog.sections.contains { $0.id == name }
    }

    private static let keepKeys =
        "keep the names of the form; what it has no place for is written as a code, like"
        + " `LOINC 777-3`, or left out"

    private mutating func readItem(_ item: Item, _ node: Node) {
        if let list = node.sequence {
            for part in list {
                guard part.sequence == nil else {
                    report("this is a list in a list", "write one list for each item", at: part)
                    continue
                }
                readItem(item, part)
            }
        } else if let mapping = node.mapping {
            var cells: [ItemField: SheetCell] = [:]
            for (key, value) in mapping {
                guard let field = key.string.flatMap(finder.field), item.fields.contains(field),
                    cells[field] == nil
                else {
                    report(
                        "`\(item.id)` has no such column, or has it twice",
                        "it has \(item.fields.map(\.rawValue).joined(separator: ", "))",
                        at: key
                    )
                    continue
                }
                guard let cell = cell(value, item, field) else { continue }
                cells[field] = cell
            }
            sheet.add(item, cells, at: cells[.value]?.place ?? place(node, item, nil))
        } else if let cell = cell(node, item, .value) {
            sheet.add(item, [.value: cell], at: cell.place)
        }
    }

    private mutating func cell(_ node: Node, _ item: Item, _ field: ItemField) -> SheetCell? {
        guard let text = node.scalar?.string else {
            report("this should be one value", "write it behind the colon", at: node)
            return nil
        }
        let isNull = node.scalar?.style == .plain && ["~", "null"].contains(text)
        return SheetCell(
            text: isNull ? "" : text.singleLine.trimmingBlanks,
            place: place(node, item, field)
        )
    }

    private func place(_ node: Node, _ item: Item, _ field: ItemField?) -> SheetPlace {
        let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
        let name = item.id + (field.map { $0 == .value ? "" : " \($0.rawValue)" } ?? "")
        return SheetPlace(
            source: "line-\(line)",
            words: "line \(line), column \(column) (\(name))"
        )
    }

    private mutating func report(_ message: String, _ remedy: String, at node: Node) {
        let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
        sheet.problems.append(
            IntakeProblem(
                place: "line \(line), column \(column)",
                message: message,
                remedy: remedy
            )
        )
    }
}

extension Node {
    /// Whether nothing is written.
    fileprivate var isEmpty: Bool { scalar.map { $0.string.isEmpty } ?? false }
}

extension String {
    /// Control characters and line breaks as blanks.
    fileprivate var singleLine: String {
        String(map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0 })
    }
}
