import Synchronization

/// Gathers what is wrong with a document while the decoder walks through it.
///
/// A class, because the decoder hands one object to every nested value.
final class ProblemCollector: Sendable {
    private struct Findings: Sendable {
        var problems: [IntakeProblem] = []
        var notes: [String] = []
    }

    private let findings = Mutex(Findings())

    /// Enough to mend a document by; a broken file must not fill the terminal.
    static let limit = 50

    func add(_ problem: IntakeProblem) {
        findings.withLock { if $0.problems.count < Self.limit { $0.problems.append(problem) } }
    }

    func note(_ text: String) {
        findings.withLock { if !$0.notes.contains(text) { $0.notes.append(text) } }
    }

    var problems: [IntakeProblem] { findings.withLock(\.problems) }
    var notes: [String] { findings.withLock(\.notes) }
}
