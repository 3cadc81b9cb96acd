public import TrialDefinition

/// Takes the bytes of a table in parts, and gives the rows of each candidate with the header.
///
/// One row is one candidate, or the rows that follow each other with the same candidate are.
public struct TableSplitter: Sendable {
    /// The rows of one candidate.
    public struct Part: Sendable {
        /// The header and the rows: a table of its own.
        public let bytes: [UInt8]
        /// How many rows are left out between them.
        public let skippedRows: Int
        /// The first row, as a spreadsheet numbers it.
        public let firstRow: Int
        /// The last row.
        public let lastRow: Int
        /// What tells the candidate's rows from others'; nil when the table does not tell.
        ///
        /// It may be a record number, and is never printed.
        public let key: String?
    }

    /// A candidate with more is an error of the table.
    private static let mostBytes = 20_000_000

    private let finder: ItemFinder
    private var stream = CSVStream()
    private var header: (record: CSVRecord, meaning: SheetHeader)?
    private var waiting: [CSVRecord] = []
    private var waitingBytes = 0

    /// Splits tables of what `items` says that they can have.
    public init(_ items: ItemCatalog) {
        finder = ItemFinder(items)
    }

    /// The candidates that end in `bytes`.
    ///
    /// - Throws: ``IntakeError`` when the header is not understood, or a quotation mark is not closed.
    public mutating func take(_ bytes: [UInt8]) throws(IntakeError) -> [Part] {
        try add(try stream.take(bytes))
    }

    /// The last candidate.
    public mutating func finish() throws(IntakeError) -> [Part] {
        let parts = try add(try stream.finish())
        guard header != nil else {
            throw IntakeError.one("document", "this table is empty", "export it with its header")
        }
        return parts + [flush()].compactMap(\.self)
    }

    private mutating func add(_ records: [CSVRecord]) throws(IntakeError) -> [Part] {
        var parts: [Part] = []
        for record in records where !record.isBlank {
            guard !record.isUnclosed else { throw IntakeError(problems: record.problems) }
            guard let header else {
                let meaning = SheetHeader(record, finder)
                guard meaning.problems.isEmpty else {
                    throw IntakeError(problems: meaning.problems)
                }
                self.header = (record, meaning)
                continue
            }
            if let first = waiting.first, isOther(record, than: first, header.meaning) {
                if let part = flush() { parts.append(part) }
            }
            waiting.append(record)
            waitingBytes += record.raw.count
            guard waitingBytes <= Self.mostBytes else {
                throw IntakeError.one(
                    "row \(record.row)",
                    "one candidate has more than \(Self.mostBytes / 1_000_000) MB of rows",
                    "keep the rows that the protocol asks for"
                )
            }
        }
        return parts
    }

    private func isOther(
        _ record: CSVRecord,
        than first: CSVRecord,
        _ header: SheetHeader
    ) -> Bool {
        guard header.isLong else { return true }
        return key(record, header) != key(first, header)
    }

    private func key(_ record: CSVRecord, _ header: SheetHeader) -> String? {
        guard let column = header.candidateColumn, record.fields.indices.contains(column) else {
            return nil
        }
        let key = record.fields[column].trimmingBlanks
        return key.isEmpty ? nil : key
    }

    private mutating func flush() -> Part? {
        guard let header, let first = waiting.first, let last = waiting.last else { return nil }
        defer {
            waiting.removeAll(keepingCapacity: true)
            waitingBytes = 0
        }
        var bytes = Array("sep=".utf8) + [stream.separator, 0x0A] + header.record.raw
        if bytes.last != 0x0A { bytes.append(0x0A) }
        var row = first.row
        for record in waiting {
            // Blank rows stay, so that the rows keep their numbers.
            bytes += [UInt8](repeating: 0x0A, count: record.row - row)
            bytes += record.raw
            if bytes.last != 0x0A { bytes.append(0x0A) }
            row = record.row + 1
        }
        // In the part, `sep=` is row 1 and the header row 2.
        return Part(
            bytes: bytes,
            skippedRows: first.row - 3,
            firstRow: first.row,
            lastRow: last.row,
            key: key(first, header.meaning)
        )
    }
}
