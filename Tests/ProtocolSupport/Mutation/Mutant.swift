/// A protocol with one small change.
public struct Mutant: Sendable, Hashable, CustomStringConvertible {
    /// The file, as in the definition's paths.
    public let path: String
    /// From 1.
    public let line: Int
    /// From 1.
    public let column: Int
    /// The place among the scalars of the file.
    let range: Range<Int>
    /// What stood there.
    public let before: String
    /// What stands there now.
    public let after: String
    /// The line as it was, without the blanks around it.
    public let lineText: String
    /// The rows that can notice.
    public let rows: Set<String>

    /// `file:line:column: before → after`.
    public var description: String { "\(path):\(line):\(column): \(before) → \(after)" }

    init(
        path: String,
        text: String,
        line: Int,
        column: Int,
        range: Range<Int>,
        before: String,
        after: String,
        rows: Set<String>
    ) {
        self.path = path
        self.line = line
        self.column = column
        self.range = range
        self.before = before
        self.after = after
        self.rows = rows
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let whole = line <= lines.count ? lines[line - 1] : ""
        let end = whole.lastIndex { $0 != " " }.map { whole.index(after: $0) } ?? whole.endIndex
        lineText = String(whole[..<end].drop { $0 == " " })
    }

    /// The file with the change.
    func applied(to text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        scalars.replaceSubrange(range, with: Array(after.unicodeScalars))
        return String(String.UnicodeScalarView(scalars))
    }
}
