import TrialDefinition

/// Turns the rows of a table into what they say about a candidate.
struct SheetRows {
    let header: SheetHeader
    let finder: ItemFinder
    private let width: Int

    init(_ header: SheetHeader, _ finder: ItemFinder) {
        self.header = header
        self.finder = finder
        width = header.meanings.count
    }

    /// Adds a row to `sheet`.
    func add(_ record: CSVRecord, to sheet: inout CandidateSheet) {
        sheet.problems += record.problems
        guard record.fields.count == width else {
            sheet.problems.append(
                IntakeProblem(
                    place: "row \(record.row)",
                    message: "this row has \(record.fields.count) cells, and the header \(width)",
                    remedy: "put a text that has the separator in it into quotation marks"
                )
            )
            return
        }
        if header.isLong { addLong(record, &sheet) } else { addWide(record, &sheet) }
    }

    // MARK: One row for each candidate

    private func addWide(_ record: CSVRecord, _ sheet: inout CandidateSheet) {
        var groups: [(item: Item, cells: [ItemField: SheetCell], place: SheetPlace)] = []
        var places: [String: Int] = [:]
        for (index, meaning) in header.meanings.enumerated() {
            guard case .column(let column) = meaning, !record.hasFlaw(in: index) else { continue }
            let text = record.fields[index].trimmingBlanks
            guard !text.isEmpty else { continue }
            let item = column.item
            let name = column.field == .value ? item.id : "\(item.id) \(column.field.rawValue)"
            let place = SheetPlace(row: record.row, column: index, name: name)
            let key = "\(item.id) \(item.codes.first?.code ?? "") \(column.number)"
            let position = places[key] ?? groups.count
            if position == groups.count {
                places[key] = position
                groups.append((item, [:], place))
            }
            groups[position].cells[column.field] = SheetCell(text: text, place: place)
            if column.field == .value {
                groups[position].place = place
                if let unit = column.unit, groups[position].cells[.unit] == nil {
                    groups[position].cells[.unit] = SheetCell(text: unit, place: place)
                }
            }
        }
        for group in groups { sheet.add(group.item, group.cells, at: group.place) }
    }

    // MARK: One row for each result

    private func addLong(_ record: CSVRecord, _ sheet: inout CandidateSheet) {
        var cells: [ItemField: SheetCell] = [:]
        let named = text(of: .item, record)
        let item = named.flatMap(finder.item)
        for (index, meaning) in header.meanings.enumerated() where !record.hasFlaw(in: index) {
            let text = record.fields[index].trimmingBlanks
            switch meaning {
            case .field(let field) where field != .item:
                let owner = field == .candidate ? nil : item?.id
                let words = [owner, field == .value ? nil : field.rawValue].compactMap(\.self)
                let name = words.isEmpty ? field.rawValue : words.joined(separator: " ")
                let place = SheetPlace(row: record.row, column: index, name: name)
                cells[field] = SheetCell(
                    text: text,
                    place: SheetPlace(source: "row-\(record.row)", words: place.words)
                )
            case .person(let item) where !text.isEmpty:
                let place = SheetPlace(row: record.row, column: index, name: item.id)
                sheet.add(item, SheetCell(text: text, place: place))
            default: continue
            }
        }
        if let candidate = cells.removeValue(forKey: .candidate), candidate.text.isEmpty {
            sheet.report("this row does not say whose it is", Self.takeAway, at: candidate.place)
        }
        guard let item else { return reportItem(named, cells, record, &sheet) }
        for (field, cell) in cells where !cell.text.isEmpty && !item.fields.contains(field) {
            sheet.report(
                "`\(item.id)` has no `\(field.rawValue)`",
                "empty this cell",
                at: cell.place
            )
            cells[field] = nil
        }
        let place = SheetPlace(source: "row-\(record.row)", words: "row \(record.row) (\(item.id))")
        sheet.add(item, cells, at: place)
    }

    private static let takeAway = "complete it, or take the row away"

    private func text(of field: ItemField, _ record: CSVRecord) -> String? {
        let index = header.meanings.firstIndex {
            if case .field(field) = $0 { true } else { false }
        }
        let text = index.map { record.fields[$0].trimmingBlanks } ?? ""
        return text.isEmpty ? nil : text
    }

    /// A row without an item is a slip, unless it only repeats who the candidate is.
    private func reportItem(
        _ named: String?,
        _ cells: [ItemField: SheetCell],
        _ record: CSVRecord,
        _ sheet: inout CandidateSheet
    ) {
        let column = header.meanings.firstIndex {
            if case .field(.item) = $0 { true } else { false }
        }
        let place = SheetPlace(row: record.row, column: column ?? 0, name: "item")
        if named != nil {
            sheet.report(
                "this is no item of the protocol",
                "write a name of items.yaml, or a code like `LOINC 777-3`; take the row away when it"
                    + " is of no use",
                at: place
            )
        } else if cells.values.contains(where: { !$0.text.isEmpty }) {
            sheet.report("this row does not say which item it is about", Self.takeAway, at: place)
        }
    }
}
