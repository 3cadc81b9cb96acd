import Synchronization

/// Gathers what is wrong with a document while the decoder walks through it.
///
/// A class, because the decoder hands one object to every nested value.
final class ProblemCollector: Sendable {
    private struct Findings: Sendable {
        var problems: [IntakeProblem] = []
        var notes: [String] = []
        /// All notes, also those beyond the limit.
        var noted: Set<String> = []
    }

    private let findings = Mutex(Findings())

    /// Enough problems to mend a document by, and enough notes to read; a broken file must not fill
    /// the terminal.
    static let limit = 50

    func add(_ problem: IntakeProblem) {
        findings.withLock { if $0.problems.count < Self.limit { $0.problems.append(problem) } }
    }

    func note(_ text: String) {
        findings.withLock { findings in
            guard findings.noted.insert(text).inserted, findings.notes.count < Self.limit else {
                return
            }
            findings.notes.append(text)
        }
    }

    var problems: [IntakeProblem] { findings.withLock(\.problems) }
    /// The first notes, each once, and how many there are beyond them.
    var notes: [String] {
        findings.withLock { findings in
            let more = findings.noted.count - findings.notes.count
            return findings.notes + (more > 0 ? ["\(more) more such notes"] : [])
        }
    }
}
