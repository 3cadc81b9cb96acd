/// Writes lines of CSV (RFC 4180, CRLF line ends).
///
/// A cell that a spreadsheet would take for a formula is written after an apostrophe.
enum CSVLine {
    /// The cells as one line, with its end.
    static func text(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    private static func cell(_ value: String) -> String {
        var value = value
        if let first = value.first, "=+-@\t\r".contains(first) { value = "'" + value }
        guard value.contains(where: { "\",\r\n".contains($0) }) else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}
