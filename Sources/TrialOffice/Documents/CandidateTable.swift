import Intake
public import TrialDefinition

/// Takes the bytes of a large table in parts, and gives a document for each candidate: it holds the
/// rows of one candidate at a time.
///
/// The table is read twice. The first time finds candidates whose rows do not stand together, and a
/// quotation mark that is never closed; without that, half of a candidate would be answered.
public struct CandidateTable: Sendable {
    /// How errors name the table.
    public let name: String
    private let splitter: TableSplitter
    private var scattered: Set<String> = []

    /// A table that is called `name`, with what `definition` says a table can have.
    ///
    /// - Throws: ``OfficeError`` when the definition has no list of items.
    public init(name: String, definition: TrialProtocol) throws(OfficeError) {
        guard let items = definition.items else {
            throw OfficeError(
                .badInput,
                at: name,
                "this protocol has no list of items (items.yaml), so that it takes no tables",
                remedy: "give FHIR bundles"
            )
        }
        self.name = name
        splitter = TableSplitter(items)
    }

    /// Reads the table for the first time; `next` gives its bytes in parts, none at the end.
    public mutating func check(_ next: () throws -> [UInt8]) throws {
        var seen: Set<String> = []
        try read(next) { part in
            if let key = part.key, !seen.insert(key).inserted { scattered.insert(key) }
        }
    }

    /// Reads the table again, and hands over each candidate, or why there is none.
    public func forEach(
        _ next: () throws -> [UInt8],
        _ body: (Result<GivenDocument, OfficeError>, String) throws -> Void
    ) throws {
        try read(next) { part in
            let place =
                part.firstRow == part.lastRow
                ? "\(name), row \(part.firstRow)"
                : "\(name), rows \(part.firstRow) to \(part.lastRow)"
            if let key = part.key, scattered.contains(key) {
                let error = OfficeError(
                    .badInput,
                    at: place,
                    "this candidate stands in several places of the table",
                    remedy: "sort the table by its candidates; a table with one row for each"
                        + " candidate has each of them once"
                )
                return try body(.failure(error), place)
            }
            let document = GivenDocument(
                name: place,
                bytes: part.bytes,
                format: .csv,
                skippedRows: part.skippedRows
            )
            try body(.success(document), place)
        }
    }

    private func read(
        _ next: () throws -> [UInt8],
        _ body: (TableSplitter.Part) throws -> Void
    ) throws {
        var splitter = splitter
        do {
            while true {
                let bytes = try next()
                if bytes.isEmpty { break }
                for part in try splitter.take(bytes) { try body(part) }
            }
            for part in try splitter.finish() { try body(part) }
        } catch let error as IntakeError {
            throw OfficeError(error, document: name)
        }
    }
}
