import Randomization

/// A comparison of schemes as CSV (RFC 4180, UTF-8, CRLF line ends), one value in each row.
public enum SchemeComparisonCSV: Sendable {
    /// The columns, in the order of the file.
    public static let columns = [
        "scheme", "method", "participants", "characteristic", "value", "standard_error", "trials",
    ]

    /// The rows under a header; an exact value has neither standard error nor trials.
    ///
    /// Values have 12 decimals.
    public static func text(_ comparison: SchemeComparison) -> String {
        var text = columns.joined(separator: ",") + "\r\n"
        for (number, entry) in comparison.entries.enumerated() {
            for characteristic in comparison.characteristics {
                guard let found = comparison.estimate(number, characteristic) else { continue }
                let error = found.standardError.map { FixedNumber.text($0, decimals: 12) }
                let trials = error == nil ? nil : entry.characteristics.trials.map(String.init)
                let cells = [
                    SchemeComparisonText.name(number), "\"\(entry.method)\"",
                    String(entry.characteristics.count), characteristic.rawValue,
                    FixedNumber.text(found.value, decimals: 12), error ?? "", trials ?? "",
                ]
                text += cells.joined(separator: ",") + "\r\n"
            }
        }
        return text
    }
}
