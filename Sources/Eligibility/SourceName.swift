/// The names of resources in a report, in words: where in the document they stand.
public enum SourceName: Sendable {
    /// `entry-24` as `entry 24 of the document`, `row-3-column-5` as `row 3, column 5`, `line-57` as
    /// `line 57`; nil for a document as a whole.
    public static func words(_ source: String) -> String? {
        let parts = source.split(separator: "-")
        return switch (parts.first, parts.count) {
        case ("entry", 2): "entry \(parts[1]) of the document"
        case ("row", 2), ("line", 2): "\(parts[0]) \(parts[1])"
        case ("row", 4): "row \(parts[1]), column \(parts[3])"
        default: nil
        }
    }

    /// The same for a list: `24`, `row 3 column 5`, `line 57`.
    public static func short(_ source: String) -> String {
        let text = source.hasPrefix("entry-") ? source.dropFirst("entry-".count) : source[...]
        return text.split(separator: "-").joined(separator: " ")
    }
}
