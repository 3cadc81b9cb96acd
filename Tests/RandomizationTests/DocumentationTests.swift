import Foundation
import Randomization
import RandomnessSupport
import Testing

/// The written construction, `Documentation/Randomization.md`, and its re-implementation in another
/// language, `Examples/replay_allocations.py`, against the code that allocates.
@Suite struct `The written construction` {
    /// The block of the documentation that follows a marker, without its fences.
    private static func block(after marker: String) throws -> String {
        let file = OtherImplementation.root.appending(path: "Documentation/Randomization.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let parts = text.components(separatedBy: "<!-- \(marker) -->\n```\n")
        let rest = try #require(parts.count == 2 ? parts[1] : nil)
        return try #require(rest.components(separatedBy: "```").first)
    }

    private static func allocate(_ count: Int, _ scheme: Scheme, seed: [UInt8]) throws -> [Draw] {
        var sequence = AllocationSequence(scheme: scheme, source: GeneratorSource(seed: seed))
        return try (0..<count).map { number in
            let draw = try sequence.next(in: scheme.strata[number * 5 % 7 % scheme.strata.count])
            try sequence.record(draw.allocation)
            return draw
        }
    }

    @Test func `the worked example has the numbers that the code has`() throws {
        let seed = Array(0..<32) as [UInt8]
        let scheme = try Scheme(canonicalText: try Self.block(after: "example scheme"))
        let expected = try Self.block(after: "example draws")
        let lines = expected.split(separator: "\n")
        #expect(lines.count == 12)
        let stratum = try scheme.stratum(text: "site=BCN;disease-burden=high")
        let draws = try Schemes.draws(
            lines.count,
            scheme,
            GeneratorSource(seed: seed),
            in: stratum
        )
        #expect(draws.map { ReplayFixture.line($0) + "\n" }.joined() == expected)
    }

    @Test(.enabled(if: OtherImplementation.python != nil, "needs python3"), arguments: [0, 1, 2])
    func `the other implementation recomputes every allocation`(_ number: Int) throws {
        let seed = (0..<32).map { UInt8(truncatingIfNeeded: $0 * 37 + number * 101 + 5) }
        let scheme =
            switch number {
            case 0: try Schemes.permutedBlocks()
            case 1: try Schemes.permutedBlocks([3, 6, 9], arms: ["A", "B"], ratio: [1, 2])
            default: try Schemes.complete([3, 1, 2])
            }
        let draws = try Self.allocate(200, scheme, seed: seed)
        let (output, status) = try Self.replay(scheme, seed, draws.map(\.allocation))
        #expect(output == draws.map { ReplayFixture.line($0) + "\n" }.joined())
        #expect(status == 0)
    }

    @Test(.enabled(if: OtherImplementation.python != nil, "needs python3"))
    func `the other implementation finds a changed arm`() throws {
        let seed = [UInt8](repeating: 9, count: 32)
        let scheme = try Schemes.complete([1, 1])
        var log = try Self.allocate(20, scheme, seed: seed).map(\.allocation)
        let other = scheme.arms[log[13].arm == scheme.arms[0] ? 1 : 0]
        log[13] = PastAllocation(stratum: log[13].stratum, arm: other)
        let (output, status) = try Self.replay(scheme, seed, log)
        #expect(status == 1)
        let marked = output.split(separator: "\n").enumerated().filter {
            $0.element.contains("LOG SAYS")
        }
        #expect(marked.map(\.offset) == [13])
    }

    private static func replay(
        _ scheme: Scheme,
        _ seed: [UInt8],
        _ log: [PastAllocation]
    ) throws -> (output: String, status: Int32) {
        var fixture = ReplayFixture(scheme, seed: seed, [])
        fixture.log = log.map { [$0.stratum.text, $0.arm.code] }
        let directory = FileManager.default.temporaryDirectory
        let file = directory.appending(path: "milenari-\(UUID().uuidString).json")
        try fixture.text().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try OtherImplementation.replay(file)
    }
}
