import Foundation
import Randomization

/// Measures allocation by itself: simulated trials, exact characteristics, replay.
///
/// Usage: `Allocations [trials] [only PART]`. Prints each figure beside its goal; exit code 1 when a
/// goal is missed. A part is `imbalance`, `predictability`, `exact` or `replay`; run
/// alone under `valgrind --tool=callgrind` it counts instructions.
@main
struct Allocations {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let trials = arguments.first.flatMap { Int($0) } ?? 200_000
        let only = arguments.firstIndex(of: "only").map { arguments[$0 + 1] }
        var isMissed = false
        func part(_ name: String, _ body: () throws -> Bool) rethrows {
            if only == nil || only == name { isMissed = try !body() || isMissed }
        }
        try part("imbalance") { try simulation(trials, measures: false) }
        try part("predictability") { try simulation(trials, measures: true) }
        try part("exact") { try exact() }
        try part("replay") { try replay(100_000) }
        if isMissed { exit(1) }
    }

    private static func scheme(_ method: String, levels: [Int]) throws -> Scheme {
        try Scheme(
            identifier: "BENCHMARK",
            arms: [Arm("A"), Arm("B")],
            ratio: Ratio([1, 1]),
            factors: levels.enumerated().map { number, count in
                try StratificationFactor(
                    name: "f\(number)",
                    levels: (0..<count).map { "l\($0)" }
                )
            },
            method: AllocationMethod(MethodText(line: method))
        )
    }

    private static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let taken = try clock.measure(body).components
        return Double(taken.seconds) + Double(taken.attoseconds) / 1e18
    }

    private static func report(_ name: String, _ value: Double, _ unit: String, _ goal: String) {
        let text = String(format: "%.3f", value)
        print("\(name): \(text) \(unit) (goal \(goal))")
    }

    /// Pocock and Simon, factors with 4, 2, 2 and 2 levels, 200 participants, on all cores.
    private static func simulation(_ trials: Int, measures: Bool) throws -> Bool {
        let scheme = try scheme(
            "pocock-simon measure=range probability=0.8 balance=f0,f1,f2,f3",
            levels: [4, 2, 2, 2]
        )
        var plan = SimulationPlan(count: 200, trials: trials, seed: 1)
        plan.measuresPredictability = measures
        let simulation = try Simulation(scheme, plan)
        let taken = try seconds {
            _ = try simulation.runOnAllCores()
        }
        let rate = Double(trials) / taken
        let name = measures ? "with predictability and bias" : "imbalance"
        report("simulated trials, \(name)", rate, "per second", measures ? "none" : "100,000")
        return measures || rate >= 100_000
    }

    /// Every exact design of two arms with 200 allocations.
    private static func exact() throws -> Bool {
        var slowest = (method: "", taken: 0.0)
        for method in [
            "complete", "permuted-blocks sizes=4", "permuted-blocks sizes=2,4,6,8,10",
            "random-allocation-rule count=200", "truncated-binomial count=200",
            "maximal count=200 tolerance=5", "block-urn factor=3", "mass-weighted-urn mass=4",
            "wei-urn initial=1 added=1", "ehrenfest-urn balls=20", "efron probability=2/3",
            "big-stick tolerance=3", "chen probability=2/3 tolerance=5",
            "generalized-biased-coin exponent=5", "adjustable-biased-coin exponent=2",
        ] {
            let scheme = try scheme(method, levels: [])
            let taken = try seconds {
                guard try ExactDesign(scheme, count: 200).characteristics() != nil else { exit(1) }
            }
            if taken > slowest.taken { slowest = (method, taken) }
        }
        report("exact characteristics, slowest, \(slowest.method)", slowest.taken, "s", "1 s")
        return slowest.taken < 1
    }

    /// Draws a log under xoshiro streams, then replays it.
    private static func replay(_ count: Int) throws -> Bool {
        var isReached = true
        for method in [
            "permuted-blocks sizes=2,4,6",
            "pocock-simon measure=range probability=0.8 balance=f0,f1,f2,f3",
        ] {
            let scheme = try scheme(method, levels: [4, 2, 2, 2])
            let strata = scheme.strata
            var sequence = AllocationSequence(scheme: scheme, source: LabelSource())
            var log: [PastAllocation] = []
            for number in 0..<count {
                let draw = try sequence.next(in: strata[number * 7 % strata.count])
                try sequence.record(draw.allocation)
                log.append(draw.allocation)
            }
            let taken = try seconds {
                let findings = try Replay.findings(in: log, scheme: scheme, source: LabelSource())
                guard findings.isEmpty else { exit(1) }
            }
            report("replay of \(count) allocations, \(scheme.method.text.name)", taken, "s", "5 s")
            isReached = isReached && taken < 5
        }
        return isReached
    }
}

/// Streams from a hash of the label: the draw path without the cost of its HMAC.
struct LabelSource: StreamSource {
    func stream(for label: StreamLabel) -> SimulationStream {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in label.bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return SimulationStream(seed: hash, part: 0)
    }
}
