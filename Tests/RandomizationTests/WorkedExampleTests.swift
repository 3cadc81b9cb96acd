import Foundation
import Randomization
import Testing

/// Every line of the worked examples in `Documentation/Randomization.md`.
@Suite struct WorkedExampleTests {
    /// The lines of all blocks of the documentation that follow a marker, cut at the bars.
    private static func lines(after marker: String) throws -> [[String]] {
        let file = OtherImplementation.root.appending(path: "Documentation/Randomization.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let blocks = text.components(separatedBy: "<!-- \(marker)").dropFirst()
        return blocks.flatMap { block -> [[String]] in
            let body = block.components(separatedBy: "```\n").dropFirst().first ?? ""
            return body.split(separator: "\n").map { line in
                line.components(separatedBy: " | ")
            }
        }
    }

    private static func scheme(_ method: String, _ ratio: String) throws -> Scheme {
        let shares = ratio.split(separator: ":").compactMap { Int($0) }
        return try Scheme(
            identifier: "EXAMPLE",
            arms: ["A", "B", "C"].prefix(shares.count).map { try Arm($0) },
            ratio: Ratio(shares),
            factors: method.contains("balance=")
                ? [
                    StratificationFactor(name: "site", levels: ["0", "1"]),
                    StratificationFactor(name: "burden", levels: ["0", "1", "2"]),
                ] : [],
            method: AllocationMethod(MethodText(line: method))
        )
    }

    private static func stratum(_ scheme: Scheme, _ levels: Substring) throws -> Stratum {
        let names = scheme.factors.map(\.name)
        return try scheme.stratum(
            levels: Dictionary(uniqueKeysWithValues: zip(names, levels.map(String.init)))
        )
    }

    @Test func `the weights are as documented`() throws {
        let lines = try Self.lines(after: "weights -->")
        var methods: Set<String> = []
        for line in lines {
            try #require(line.count == 5)
            let scheme = try Self.scheme(line[0], line[1])
            methods.insert(scheme.method.text.name)
            let history = line[2] == "-" ? [] : line[2].split(separator: " ")
            var sequence = AllocationSequence(scheme: scheme, source: FastSource(seed: 1))
            for past in history {
                let stratum = try Self.stratum(scheme, past.dropFirst())
                try sequence.record(
                    PastAllocation(stratum: stratum, arm: Arm(String(past.prefix(1))))
                )
            }
            let levels = line[3] == "-" ? "" : line[3].suffix(2)
            let next = try sequence.next(in: Self.stratum(scheme, Substring(levels)))
            let details = next.unblinding
            let weights = details.large?.weights ?? details.weights.map(String.init)
            #expect(weights.joined(separator: ":") == line[4], "\(line[0])")
        }
        #expect(methods == Set(AllocationMethod.names))
    }

    @Test func `the characteristics are as documented`() throws {
        let lines = try Self.lines(after: "characteristics:")
        #expect(lines.count == 4)
        let columns: [Characteristic] = [
            .balanced, .finalDeviation, .maximalImbalance, .entropy, .deterministic,
            .guessConvergence,
        ]
        for line in lines {
            let count = try #require(Int(line[1]))
            let found = try ExactDesignTests.exact(line[0], count)
            let texts = line[2].split(separator: " ").map(String.init)
            try #require(texts.count == columns.count)
            for (column, text) in zip(columns, texts) {
                #expect(ExactDesignTests.agrees(found[column], text), "\(line[0]) \(column)")
            }
        }
    }
}
