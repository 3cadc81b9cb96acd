/// Counts what the cases of a suite showed.
struct Tally {
    enum Verdict {
        case passed
        case failed(String)
        /// For want of a capability that this project states not to have.
        case skipped(String)
    }

    let isVerbose: Bool
    private(set) var passed = 0
    private(set) var failed = 0
    /// How many of those that failed contradict other cases of their suite.
    private(set) var contradicted = 0
    private var skipped: [String: Int] = [:]

    init(isVerbose: Bool) { self.isVerbose = isVerbose }

    var count: Int { passed + failed + skipped.values.reduce(0, +) }

    mutating func add(_ title: String, _ verdict: Verdict) {
        switch verdict {
        case .passed: passed += 1
        case .failed(let reason):
            failed += 1
            if isVerbose { print("failed: \(title): \(reason)") }
        case .skipped(let capability):
            skipped[capability, default: 0] += 1
            if isVerbose { print("skipped: \(title): \(capability)") }
        }
    }

    /// Adds a case that passed when `failure` is nil; `contradiction` says which other case wants
    /// something else.
    mutating func add(_ title: String, _ failure: String?, contradiction: String?) {
        guard let failure else { return add(title, .passed) }
        add(title, .failed(failure + (contradiction.map { " (the case wants \($0))" } ?? "")))
        if contradiction != nil { contradicted += 1 }
    }

    /// The capabilities for want of which cases were skipped, and the line that everybody reads.
    var summary: String {
        let named = skipped.sorted { $0.key < $1.key }.map { "skipped \($0.value): \($0.key)" }
        let skips = skipped.values.reduce(0, +)
        return (named + ["\(passed) passed, \(failed) failed, \(skips) skipped"])
            .joined(separator: "\n")
    }
}
