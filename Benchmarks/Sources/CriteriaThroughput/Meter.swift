import Foundation

/// Measures how often something can be done, or does it a given number of times.
struct Meter {
    private let seconds: Double
    private let count: Int?
    private let wanted: String?

    /// `amount` is a number of seconds, or with an `x` behind it a number of times.
    init(_ amount: String?, wanted: String?) {
        count = amount.flatMap { $0.hasSuffix("x") ? Int($0.dropLast()) : nil }
        seconds = amount.flatMap(Double.init) ?? 3
        self.wanted = wanted
    }

    func load<Result>(_ body: () throws -> Result) throws -> Result {
        let start = clock()
        let result = try body()
        let milliseconds = Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000
        print(line("loading the protocol", milliseconds, "ms"))
        return result
    }

    /// Prints how often `body` runs per second of processor time, which other work on the machine
    /// does not lengthen, and how often it should.
    func report(
        _ kind: String,
        _ name: String,
        goal: Int? = nil,
        _ body: (Int) throws -> Void
    ) throws {
        guard wanted == nil || wanted == kind else { return }
        if let count {
            for index in 0..<count { try body(index) }
            return
        }
        for index in 0..<100 { try body(index) }
        let start = clock()
        var done = 0
        var elapsed = 0.0
        while elapsed < seconds {
            for _ in 0..<42 {
                try body(done)
                done += 1
            }
            elapsed = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        }
        let aim = goal.map { " (goal \($0))" } ?? ""
        print(line(name, Double(done) / elapsed, "a second\(aim)"))
    }

    private func line(_ name: String, _ number: Double, _ unit: String) -> String {
        name.padding(toLength: 25, withPad: " ", startingAt: 0)
            + String(format: "%9.1f ", number) + unit
    }
}
