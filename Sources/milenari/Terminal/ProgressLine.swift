import Foundation

/// A line on standard error that counts, where the data go elsewhere.
struct ProgressLine {
    private(set) var count = 0
    private var isShown = false
    private let isWanted = isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 0

    mutating func advance() {
        count += 1
        guard isWanted, count.isMultiple(of: 50) else { return }
        write("\r\(count) documents")
        isShown = true
    }

    mutating func clear() {
        if isShown { write("\r\u{1B}[K") }
        isShown = false
    }

    /// What is written here is all ours, with control characters that a note may not have.
    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
