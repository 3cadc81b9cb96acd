public import TrialOffice

/// The allocation log as CSV (RFC 4180, UTF-8, CRLF line ends).
public enum AllocationLogCSV: Sendable {
    /// The columns, in the order of the file.
    public static let columns = [
        "number", "subject", "site", "stratum", "allocated_at", "allocated_by", "requested_at",
        "requested_by", "event", "arm",
    ]

    /// The rows of `log` under a header; a blinded log has no column for the arm.
    public static func text(_ log: AllocationLog) -> String {
        let names = log.isBlinded ? columns.dropLast() : columns[...]
        var text = CSVLine.text(Array(names))
        for row in log.allocations {
            var cells = [
                row.number, row.subject, row.site, row.stratum, row.allocatedAt, row.allocatedBy,
                row.requestedAt, row.requestedBy, String(row.event),
            ]
            if !log.isBlinded { cells.append(row.arm ?? "") }
            text += CSVLine.text(cells)
        }
        return text
    }
}
