import Foundation

/// A bar on standard error, where that is a terminal.
struct ProgressBar {
    private let name: String
    private let all: Int
    private var count = 0
    private var shown = -1
    private let isWanted = isatty(STDERR_FILENO) == 1
    private static let width = 40

    init(_ name: String, of all: Int) {
        self.name = name
        self.all = max(1, all)
    }

    mutating func advance() {
        count += 1
        let percent = count * 100 / all
        guard isWanted, percent != shown else { return }
        shown = percent
        let done = count * Self.width / all
        let bar =
            String(repeating: "█", count: done) + String(repeating: "░", count: Self.width - done)
        write("\r\(bar) \(percent) % \(name)")
    }

    func clear() {
        if isWanted { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
