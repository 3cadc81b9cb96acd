import Foundation
import RandomnessSupport
import Synchronization

/// Judges draws of the code that allocates, with the trial's own streams.
///
/// Usage: randomness [DRAWS] [SEED]; the seed is hexadecimal, 32 bytes. Exit code 1 when something
/// is further from what it should be than chance would allow once in a million.
@main
struct Randomness {
    static func main() throws {
        let arguments = CommandLine.arguments
        let wanted = arguments.count > 1 ? Int(arguments[1]) ?? 0 : 100_000_000
        let seed = arguments.count > 2 ? bytes(arguments[2]) : Array(0..<32)
        guard wanted > 0, seed.count == 32 else {
            print("usage: randomness [DRAWS] [SEED OF 64 HEXADECIMAL DIGITS]")
            exit(64)
        }
        let source = GeneratorSource(seed: seed)
        let perPart = 5 * DrawTally.partSize
        let parts = max(1, (wanted + perPart - 1) / perPart)
        let total = Mutex(DrawTally())
        let failures = Mutex(0)
        // Sums of whole numbers and of few roundings: the order does not show in what is printed.
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            do {
                let tally = try DrawTally(part: part, source: source)
                total.withLock { $0.add(tally) }
            } catch {
                failures.withLock { $0 += 1 }
            }
        }
        guard failures.withLock({ $0 }) == 0 else { exit(70) }
        let tally = total.withLock { $0 }
        print("\(tally.draws) draws")
        for finding in tally.findings {
            let mark = finding.isExtreme ? "EXTREME" : "ok     "
            print("\(mark) \(String(format: "%8.3f", finding.distance))  \(finding.name)")
        }
        exit(tally.findings.contains(where: \.isExtreme) ? 1 : 0)
    }

    private static func bytes(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == 64, text.count == 64 else { return [] }
        return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
