import Foundation
import Randomization
import Synchronization

/// Runs the parts of a simulation on all cores.
enum AllCores {
    /// The parts in any order, added up in theirs: the same result on any number of cores.
    static func run(
        _ simulation: Simulation,
        _ progress: SharedProgress
    ) throws -> OperatingCharacteristics {
        let found = Mutex<[Int: SimulationSums]>([:])
        let failure = Mutex<RandomizationError?>(nil)
        DispatchQueue.concurrentPerform(iterations: simulation.parts) { part in
            guard failure.withLock({ $0 == nil }) else { return }
            do throws(RandomizationError) {
                let sums = try simulation.run(part)
                let count = found.withLock { found in
                    found[part] = sums
                    return found.count
                }
                progress.show(count)
            } catch {
                failure.withLock { $0 = error }
            }
        }
        progress.clear()
        if let error = failure.withLock({ $0 }) { throw error }
        return simulation.characteristics(
            found.withLock { found in (0..<simulation.parts).compactMap { found[$0] } }
        )
    }
}

/// A line on standard error that says how far a simulation is, where a person looks at it.
struct SharedProgress: Sendable {
    private let parts: Int
    private let what: String
    private let isWanted = isatty(STDERR_FILENO) == 1

    init(of parts: Int, what: String) {
        self.parts = parts
        self.what = what
    }

    func show(_ count: Int) {
        guard isWanted, count.isMultiple(of: max(parts / 20, 1)) else { return }
        write("\r\(what): \(100 * count / parts) %")
    }

    func clear() {
        if isWanted { write("\r\u{1B}[K") }
    }

    /// What is written here is all ours, with control characters that a note may not have.
    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
