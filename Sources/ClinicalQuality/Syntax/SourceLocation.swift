/// A range of characters in a library text.
///
/// Lines and columns count from 1; a column is a Unicode scalar; the end is exclusive.
public struct SourceLocation: Sendable, Hashable {
    /// The name of the text.
    public let path: String
    /// The first line.
    public let line: Int
    /// The first column.
    public let column: Int
    /// The line behind whose `endColumn` the range ends.
    public let endLine: Int
    /// The column after the last character.
    public let endColumn: Int

    /// Creates a location.
    public init(path: String, line: Int, column: Int, endLine: Int, endColumn: Int) {
        self.path = path
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }
}

extension SourceLocation: Comparable {
    /// Orders by text and place.
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.path, left.line, left.column, left.endLine, left.endColumn)
            < (right.path, right.line, right.column, right.endLine, right.endColumn)
    }
}

extension SourceLocation: CustomStringConvertible {
    /// The start, as `path:line:column`.
    public var description: String { "\(path):\(line):\(column)" }
}
