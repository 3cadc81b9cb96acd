/// A byte range in one of the texts of a compilation.
///
/// Eight bytes, so that every node has one.
struct Span: Sendable, Hashable {
    var file: UInt16
    var start: UInt32
    var end: UInt32

    static let none = Span(file: 0, start: 0, end: 0)

    func joined(_ other: Span) -> Span {
        Span(file: file, start: min(start, other.start), end: max(end, other.end))
    }
}

/// A library text as UTF-8 with its line starts.
final class SourceText: Sendable {
    let path: String
    let bytes: [UInt8]
    private let lineStarts: [Int]

    init(_ source: LibrarySource) {
        path = source.path
        bytes = Array(source.text.utf8)
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        lineStarts = starts
    }

    func text(_ span: Span) -> String {
        String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }

    /// The text of line `line` (from 1) without its line break.
    func line(_ line: Int) -> String {
        guard line >= 1, line <= lineStarts.count else { return "" }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    func location(_ span: Span) -> SourceLocation {
        let (line, column) = position(Int(span.start))
        let (endLine, endColumn) = position(Int(span.end))
        return SourceLocation(
            path: path,
            line: line,
            column: column,
            endLine: endLine,
            endColumn: endColumn
        )
    }

    private func position(_ offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        // Continuation bytes of UTF-8 are not columns of their own.
        let scalars = bytes[lineStarts[low]..<min(offset, bytes.count)]
            .reduce(into: 0) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
        return (low + 1, scalars + 1)
    }
}
