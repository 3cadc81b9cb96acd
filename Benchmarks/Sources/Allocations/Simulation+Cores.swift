import Foundation
import Randomization
import Synchronization

extension Simulation {
    /// Runs all parts, as many at a time as there are cores.
    func runOnAllCores() throws -> OperatingCharacteristics {
        let results = Mutex<[Int: SimulationSums]>([:])
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let sums = try? run(part)
            results.withLock { $0[part] = sums }
        }
        let sums = results.withLock { found in (0..<parts).compactMap { found[$0] } }
        guard sums.count == parts else { throw RandomizationError.exhausted }
        return characteristics(sums)
    }
}
