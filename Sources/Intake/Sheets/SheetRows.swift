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
        for (index, meaning) in header.meanings.enumerated() where !record.hasFlaw(in: index) {
            let text = record.fields[index].trimmingBlanks
            switch meaning {
            case .field(let field):
                let place = SheetPlace(row: record.row, column: index, name: field.rawValue)
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
            sheet.problems.append(
                IntakeProblem(
                    place: candidate.place.words,
                    message: "this row does not say whose it is",
                    remedy: "write the candidate into it, or take the row away"
                )
            )
        }
        guard let named = cells.removeValue(forKey: .item), !named.text.isEmpty else {
            reportNameless(cells, record, &sheet)
            return
        }
        guard let item = finder.item(named.text) else {
            sheet.problems.append(
                IntakeProblem(
                    place: named.place.words,
                    message: "this is no item of the protocol",
                    remedy: "write a name of items.yaml, or a code like `LOINC 777-3`; take the row"
                        + " away when it is of no use"
                )
            )
            return
        }
        for (field, cell) in cells where !cell.text.isEmpty && !item.fields.contains(field) {
            sheet.problems.append(
                IntakeProblem(
                    place: cell.place.words,
                    message: "`\(item.id)` has no `\(field.rawValue)`",
                    remedy: "empty this cell"
                )
            )
            cells[field] = nil
        }
        let place = SheetPlace(source: "row-\(record.row)", words: "row \(record.row) (\(item.id))")
        sheet.add(item, cells, at: place)
    }

    private func reportNameless(
        _ cells: [ItemField: SheetCell],
        _ record: CSVRecord,
        _ sheet: inout CandidateSheet
    ) {
        guard cells.values.contains(where: { !$0.text.isEmpty }) else { return }
        sheet.problems.append(
            IntakeProblem(
                place: "row \(record.row)",
                message: "this row does not say which item it is about",
                remedy: "write a name of items.yaml into its column `item`"
            )
        )
    }
}
