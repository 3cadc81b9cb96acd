/// Takes the bytes of a CSV text in parts: finds its separator in the header, and gives its records.
///
/// It knows a byte-order mark, and the line `sep=;` that spreadsheets put before the header.
struct CSVStream {
    /// A byte-order mark of UTF-16, which no CSV of ours begins with.
    private static let foreignMarks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// A header longer than this is none.
    private static let longestHeader = 1_000_000

    private var head: [UInt8] = []
    private var reader: CSVReader?
    /// What divides the cells; a comma until the header is read.
    private(set) var separator = UInt8(ascii: ",")

    /// The records that end in `bytes`.
    mutating func take(_ bytes: some Collection<UInt8>) throws(IntakeError) -> [CSVRecord] {
        if reader != nil { return read(bytes) }
        head += bytes
        guard head.count >= 3, Self.endOfHeader(head) != nil || head.count > Self.longestHeader
        else { return [] }
        return try begin()
    }

    /// The last record.
    mutating func finish() throws(IntakeError) -> [CSVRecord] {
        let records = reader == nil ? try begin() : []
        return records + [reader?.finish()].compactMap(\.self)
    }

    private mutating func read(_ bytes: some Collection<UInt8>) -> [CSVRecord] {
        var records: [CSVRecord] = []
        for byte in bytes { if let record = reader?.take(byte) { records.append(record) } }
        return records
    }

    private mutating func begin() throws(IntakeError) -> [CSVRecord] {
        if Self.foreignMarks.contains(where: head.starts) {
            throw IntakeError.one(
                "document",
                "this text is in UTF-16",
                "save the sheet as “CSV UTF-8”"
            )
        }
        var bytes = head[...]
        if bytes.starts(with: Self.mark) { bytes = bytes.dropFirst(3) }
        var firstRow = 1
        var told: UInt8?
        if bytes.starts(with: Array("sep=".utf8)), bytes.count > 5,
            let end = bytes.firstIndex(of: 0x0A)
        {
            told = bytes.dropFirst(4).first
            bytes = bytes[(end + 1)...]
            firstRow = 2
        }
        separator = told ?? Self.separator(of: Array(bytes))
        reader = CSVReader(separator: separator, firstRow: firstRow)
        head = []
        return read(bytes)
    }

    /// The end of the first line that has no open quotation mark.
    private static func endOfHeader(_ bytes: [UInt8]) -> Int? {
        var isQuoted = false
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            // The line `sep=;` alone does not tell what follows.
            if byte == 0x0A, !isQuoted, !(bytes.starts(with: Array("sep=".utf8)) && index < 8) {
                return index
            }
        }
        return nil
    }

    /// A semicolon, comma or tab: the one that the header has most often.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let end = endOfHeader(bytes) ?? bytes.count
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes[..<end] {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
        return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? candidates[0]
    }
}
