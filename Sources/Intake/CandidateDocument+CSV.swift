import Pseudonymization
public import TrialDefinition

extension CandidateDocument {
    /// Takes in a CSV table with one candidate: one row with a column for each item, or one row for
    /// each result.
    ///
    /// The header is understood by the protocol's list of items. Everything that is wrong is thrown
    /// together, with row and column; nothing is repaired, and nothing that is not understood is
    /// passed over.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8; separated by comma, semicolon or tab.
    ///   - items: What a table may say.
    ///   - skippedRows: How many rows of a larger table are left out between header and rows.
    /// - Throws: ``IntakeError``; no text holds a value of the table.
    public init(
        csv bytes: some Collection<UInt8>,
        items: ItemCatalog,
        skippedRows: Int = 0
    ) throws(IntakeError) {
        guard bytes.count <= Self.largest else {
            throw IntakeError.one("document", "this table is too large", "split it by candidate")
        }
        var stream = CSVStream()
        var records = try stream.take(bytes)
        records += try stream.finish()
        if let open = records.first(where: \.isUnclosed) {
            throw IntakeError(problems: open.problems)
        }
        guard let head = records.first(where: { !$0.isBlank }) else {
            throw IntakeError.one("document", "this table is empty", "export it with its header")
        }
        let finder = ItemFinder(items)
        let header = SheetHeader(head, finder)
        let rows = records.drop { $0.row <= head.row }.filter { !$0.isBlank }
            .map { $0.moved(by: skippedRows) }
        try Self.requireOneCandidate(rows, header)
        var sheet = CandidateSheet()
        sheet.problems = header.problems
        let reader = SheetRows(header, finder)
        for row in rows { reader.add(row, to: &sheet) }
        let first = rows.first?.row ?? head.row + 1
        var intake = SheetIntake(
            finder,
            at: SheetPlace(source: "row-\(first)", words: "row \(first)")
        )
        self = try intake.document(sheet)
    }

    private static func requireOneCandidate(
        _ rows: [CSVRecord],
        _ header: SheetHeader
    ) throws(IntakeError) {
        let many = IntakeError.one(
            "document",
            "this table has more than one candidate",
            "screen all of them with `milenari screen batch`, or keep the rows of one"
        )
        guard header.isLong else {
            if rows.count > 1 { throw many }
            return
        }
        guard let column = header.candidateColumn else { return }
        let keys = Set(rows.map { $0.fields.indices.contains(column) ? $0.fields[column] : "" })
        if keys.count > 1 { throw many }
    }
}

extension CSVRecord {
    /// Whether a quotation mark takes the rest of the table with it.
    var isUnclosed: Bool { flaws.contains { $0.flaw == .unclosedQuote } }

    /// The same, that many rows further down.
    fileprivate func moved(by count: Int) -> CSVRecord {
        guard count != 0 else { return self }
        var moved = CSVRecord(row: row + count)
        moved.fields = fields
        moved.flaws = flaws
        return moved
    }
}
