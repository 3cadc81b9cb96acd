import CQLSupport
import ClinicalQuality
import Foundation

/// Measures what a hostile text costs: time, and the greatest memory of the process.
///
/// Usage: hostile [NAME]; without a name, the names of all cases.
@main
struct Hostile {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else {
            for hostile in HostileCase.all { print(hostile.name) }
            return
        }
        let now = try DateTime("2026-11-21T12:00:00.000+00:00")
        for hostile in HostileCase.all where hostile.name == CommandLine.arguments[1] {
            exit(measure(hostile, at: now) ? 0 : 1)
        }
        exit(2)
    }

    /// Prints the cost, and whether the outcome is what it has to be.
    private static func measure(_ hostile: HostileCase, at now: DateTime) -> Bool {
        let source = hostile.source()
        let before = peak()
        let start = ContinuousClock.now
        let outcome = hostile.outcome(of: source, at: now)
        let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
        let isRight = outcome == hostile.wanted
        print(
            String(format: "%8.0f ms %6d MB", milliseconds, max(0, peak() - before) / 1024),
            isRight ? "ok    " : "WRONG ",
            hostile.name + (isRight ? "" : ": \("\(outcome)".prefix(200))")
        )
        return isRight
    }

    /// The greatest memory of this process so far in KiB; 0 where the system does not tell.
    private static func peak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }
}
