import ClinicalQuality
import Foundation

/// Tries texts from a seeded generator until the time is over.
///
/// Usage: Fuzz parser|units|evaluation|csv|worksheet SECONDS SEED FOLDER, or Fuzz TARGET --replay FILE
///
/// The input that is being tried stands in FOLDER/TARGET.current while it runs, so that a crash or
/// an endless loop leaves it there; one with a wrong outcome is kept as FOLDER/TARGET-SEED.failed.
@main
struct Fuzz {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4 else {
            print(
                "usage: Fuzz parser|units|evaluation|csv|worksheet SECONDS SEED FOLDER | TARGET --replay FILE"
            )
            exit(2)
        }
        let target = try target(arguments[1])
        if arguments[2] == "--replay" {
            let input = try String(contentsOfFile: arguments[3], encoding: .utf8)
            print(target.run(input) ?? "nothing is wrong")
            return
        }
        guard arguments.count == 5, let seconds = Int(arguments[2]), let seed = UInt64(arguments[3])
        else { exit(2) }
        let folder = URL(fileURLWithPath: arguments[4])
        let name = arguments[1]
        let current = folder.appendingPathComponent("\(name).current")
        let isRight = try search(target, seconds, seed, current) { input, problem in
            let file = folder.appendingPathComponent("\(name)-\(seed).failed")
            try Data(input.utf8).write(to: file)
            print("\(name), seed \(seed): \(problem)\n    \(file.path)")
        }
        exit(isRight ? 0 : 1)
    }

    private static func search(
        _ target: any Target,
        _ seconds: Int,
        _ seed: UInt64,
        _ current: URL,
        _ report: (String, String) throws -> Void
    ) throws -> Bool {
        var dice = Dice(seed: seed)
        let end = ContinuousClock.now + .seconds(seconds)
        var count = 0
        var slowest = Duration.zero
        while ContinuousClock.now < end {
            let input = target.input(&dice)
            try Data(input.utf8).write(to: current)
            let start = ContinuousClock.now
            if let problem = target.run(input) {
                try report(input, problem)
                return false
            }
            let time = ContinuousClock.now - start
            slowest = max(slowest, time)
            if time > .seconds(10) {
                try report(input, "took \(time)")
                return false
            }
            count += 1
        }
        try? FileManager.default.removeItem(at: current)
        print("seed \(seed): \(count) inputs, the slowest took \(slowest)")
        return true
    }

    private static func target(_ name: String) throws -> any Target {
        switch name {
        case "units": return UnitTarget()
        case "csv": return try SheetTarget(isTable: true)
        case "worksheet": return try SheetTarget(isTable: false)
        case "evaluation":
            return EvaluationTarget(now: try DateTime("2026-11-21T12:00:00.000+00:00"))
        default:
            let folder = URL(fileURLWithPath: "Protocols/Library")
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            var seeds = try files.filter { $0.hasSuffix(".cql") }.map {
                try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
            }
            // Short texts, so that a change hits something new more often.
            var generator = ExpressionGenerator(dice: Dice(seed: 1))
            for _ in 0..<500 { seeds.append("define X: " + generator.expression(.any, 4)) }
            return ParserTarget(seeds: seeds)
        }
    }
}
