public import TrialOffice

/// The allocation log as CSV (RFC 4180, UTF-8, CRLF line ends).
///
/// A cell that a spreadsheet would take for a formula is written after an apostrophe.
public enum AllocationLogCSV: Sendable {
    /// The columns, in the order of the file.
    public static let columns = [
        "number", "subject", "site", "stratum", "allocated_at", "allocated_by", "requested_at",
        "requested_by", "event", "arm",
    ]

    /// The rows of `log` under a header; a blinded log has no column for the arm.
    public static func text(_ log: AllocationLog) -> String {
        let names = log.isBlinded ? columns.dropLast() : columns[...]
        var text = names.joined(separator: ",") + "\r\n"
        for row in log.allocations {
            var cells = [
                row.number, row.subject, row.site, row.stratum, row.allocatedAt, row.allocatedBy,
                row.requestedAt, row.requestedBy, String(row.event),
            ]
            if !log.isBlinded { cells.append(row.arm ?? "") }
            text += cells.map(cell).joined(separator: ",") + "\r\n"
        }
        return text
    }

    private static func cell(_ value: String) -> String {
        var value = value
        if let first = value.first, "=+-@\t\r".contains(first) { value = "'" + value }
        guard value.contains(where: { "\",\r\n".contains($0) }) else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}
