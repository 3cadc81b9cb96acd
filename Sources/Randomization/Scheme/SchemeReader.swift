/// Reads the lines of a scheme's canonical text one after the other, without any tolerance.
struct SchemeReader {
    private let lines: [[String]]
    private var position = 0

    init(_ text: String) {
        // A text that ends in a newline leaves one empty line at the end: `expectEnd` wants it.
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.split(separator: " ", omittingEmptySubsequences: false).map(String.init) }
    }

    private var failure: RandomizationError { .malformedScheme(line: position) }

    func isNext(_ keyword: String) -> Bool {
        position < lines.count && lines[position][0] == keyword
    }

    mutating func expect(_ expected: [[String]]) throws(RandomizationError) {
        for line in expected {
            position += 1
            guard position <= lines.count, lines[position - 1] == line else { throw failure }
        }
    }

    mutating func words(
        after keyword: String,
        count: Int?
    ) throws(RandomizationError) -> [String] {
        let isExpected = isNext(keyword)
        position += 1
        guard isExpected else { throw failure }
        let words = Array(lines[position - 1].dropFirst())
        guard !words.isEmpty, count.map({ $0 == words.count }) ?? true else { throw failure }
        return words
    }

    func integer(_ text: String) throws(RandomizationError) -> Int {
        guard let value = Int(text), String(value) == text else { throw failure }
        return value
    }

    /// Refuses a text that is not the canonical one, at the first line that differs.
    static func requireSame(_ canonical: String, _ text: String) throws(RandomizationError) {
        guard canonical != text else { return }
        let pairs = zip(canonical.split(separator: "\n"), text.split(separator: "\n"))
        let first = pairs.enumerated().first { $0.element.0 != $0.element.1 }
        throw .malformedScheme(line: (first?.offset ?? 0) + 1)
    }

    mutating func expectEnd() throws(RandomizationError) {
        try expect([["end"], [""]])
        guard position == lines.count else {
            throw .malformedScheme(line: position + 1)
        }
    }
}
