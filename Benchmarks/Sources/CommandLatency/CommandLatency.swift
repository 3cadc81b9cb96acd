import Dispatch
import Foundation

/// How long a whole command takes, process start included, beside the shortest possible process.
///
/// Usage: CommandLatency MILENARI REPOSITORY [RUNS]
@main
struct CommandLatency {
    struct Case {
        let name: String
        let executable: String
        let arguments: [String]
        /// The time that the command has to keep, in milliseconds.
        let goal: Double?
    }

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else {
            print("usage: CommandLatency MILENARI REPOSITORY [RUNS]")
            exit(64)
        }
        let runs = arguments.count > 3 ? Int(arguments[3]) ?? 100 : 100
        let (milenari, root) = (arguments[1], arguments[2])
        let screen = [
            "screen", "\(root)/Fixtures/Candidates/01-birthday-today.json", "--protocol",
            "\(root)/Protocols/MILENARI-ALL-1", "--as-of", "2026-11-21",
        ]
        let cases = [
            Case(name: "true (baseline)", executable: "/bin/true", arguments: [], goal: nil),
            Case(name: "--help (start-up)", executable: milenari, arguments: ["--help"], goal: 20),
            Case(name: "screen, one bundle", executable: milenari, arguments: screen, goal: 100),
        ]
        print("command               median ms   p95 ms   goal ms   kept")
        var isKept = true
        for one in cases {
            let times = try measure(one, runs: runs)
            let (median, late) = (times[times.count / 2], times[times.count * 95 / 100])
            let kept = one.goal.map { median < $0 } ?? true
            isKept = isKept && kept
            let goal = one.goal.map { "< \(Int($0))" } ?? "–"
            print(
                one.name.padding(toLength: 20, withPad: " ", startingAt: 0),
                String(format: "%10.1f %8.1f", median, late),
                goal.padding(toLength: 9, withPad: " ", startingAt: 0),
                one.goal == nil ? "" : kept ? "yes" : "NO"
            )
        }
        if !isKept { exit(1) }
    }

    /// The wall-clock times in milliseconds, shortest first; the first runs warm the caches.
    static func measure(_ one: Case, runs: Int) throws -> [Double] {
        var times: [Double] = []
        for run in 0..<(runs + 3) {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: one.executable)
            process.arguments = one.arguments
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            // `waitUntilExit` looks only every 50 ms; the handler is called at once.
            let ended = DispatchSemaphore(value: 0)
            process.terminationHandler = { _ in ended.signal() }
            let clock = ContinuousClock()
            let start = clock.now
            try process.run()
            ended.wait()
            let time = clock.now - start
            guard process.terminationStatus == 0 else {
                print("\(one.name): exit code \(process.terminationStatus)")
                exit(70)
            }
            if run >= 3 { times.append(time / .milliseconds(1)) }
        }
        return times.sorted()
    }
}
