/// Reads CSV strictly (RFC 4180), byte by byte, so that a file of any size needs the memory of one
/// record.
///
/// The separator is given; lines end in LF or CRLF. A cell that is written wrongly is a flaw of that
/// cell, and the rows after it are read all the same: only a quotation mark that is never closed
/// takes the rest of the text with it.
struct CSVReader {
    /// In bytes.
    static let longestCell = 10_000
    static let mostColumns = 1_000

    private enum State {
        case start, plain, quoted, quoteInQuoted, afterQuote
    }

    private static let (quote, lineFeed, carriageReturn) =
        (UInt8(ascii: "\""), UInt8(0x0A), UInt8(0x0D))

    private let separator: UInt8
    private var state = State.start
    private var record: CSVRecord
    private var cell: [UInt8] = []
    /// The length of the cell, also beyond the limit.
    private var cellLength = 0

    /// Begins with the row `firstRow`.
    init(separator: UInt8, firstRow: Int = 1) {
        self.separator = separator
        record = CSVRecord(row: firstRow)
    }

    /// Takes the next byte; the record that ends with it.
    mutating func take(_ byte: UInt8) -> CSVRecord? {
        if record.raw.count < 4_000_000 { record.raw.append(byte) }
        switch state {
        case .start where byte == Self.quote: state = .quoted
        case .quoted:
            if byte == Self.quote { state = .quoteInQuoted } else { append(byte) }
        case .quoteInQuoted where byte == Self.quote:
            append(byte)
            state = .quoted
        default: return takeOutside(byte)
        }
        return nil
    }

    private mutating func takeOutside(_ byte: UInt8) -> CSVRecord? {
        switch byte {
        case separator:
            endCell()
            state = .start
        case Self.lineFeed: return endRecord()
        case Self.carriageReturn: append(byte)
        case Self.quote:
            flaw(.strayQuote)
            state = .plain
        default:
            if state == .quoteInQuoted || state == .afterQuote {
                if byte != 0x20 { flaw(.textAfterQuote) }
                state = .afterQuote
            } else {
                append(byte)
                state = .plain
            }
        }
        return nil
    }

    /// The last record, when the text does not end in a line end.
    mutating func finish() -> CSVRecord? {
        if state == .quoted { flaw(.unclosedQuote) }
        guard !record.raw.isEmpty else { return nil }
        return endRecord()
    }

    private mutating func append(_ byte: UInt8) {
        cellLength += 1
        if cell.count < Self.longestCell { cell.append(byte) }
    }

    private mutating func flaw(_ flaw: CSVRecord.Flaw) {
        let column = record.fields.count
        guard !record.flaws.contains(where: { $0.column == column }) else { return }
        record.flaws.append((column, flaw))
    }

    private mutating func endCell() {
        if cellLength > Self.longestCell { flaw(.tooLong) }
        if record.fields.count >= Self.mostColumns {
            flaw(.tooManyColumns)
        } else {
            record.fields.append(text())
        }
        cell.removeAll(keepingCapacity: true)
        cellLength = 0
    }

    /// The cell as text; line breaks inside of quotes are blanks.
    private mutating func text() -> String {
        var text = ""
        guard let whole = String(validating: cell, as: UTF8.self) else {
            flaw(.notUTF8)
            return ""
        }
        for scalar in whole.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": text.append(" ")
            case _ where scalar.properties.generalCategory == .control: flaw(.controlCharacter)
            case "\u{FEFF}": continue
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private mutating func endRecord() -> CSVRecord {
        if cell.last == Self.carriageReturn, state != .quoted { cell.removeLast() }
        endCell()
        state = .start
        defer { record = CSVRecord(row: record.row + 1) }
        return record
    }
}
