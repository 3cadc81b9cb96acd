import Randomization
import Testing

@Suite struct `Replaying a log` {
    private static let source = FastSource(seed: 77)

    private static func log(_ scheme: Scheme, _ count: Int) throws -> [PastAllocation] {
        var sequence = AllocationSequence(scheme: scheme, source: source)
        return try (0..<count).map { number in
            let stratum = scheme.strata[number * 7 % 3 % scheme.strata.count]
            let draw = try sequence.next(in: stratum)
            try sequence.record(draw.allocation)
            return draw.allocation
        }
    }

    @Test func `an untouched log has no findings`() throws {
        for scheme in [try Schemes.permutedBlocks(), try Schemes.complete([2, 1])] {
            let log = try Self.log(scheme, 300)
            #expect(try Replay.findings(in: log, scheme: scheme, source: Self.source).isEmpty)
        }
    }

    @Test func `every changed arm is found at its place`() throws {
        let scheme = try Schemes.permutedBlocks()
        let log = try Self.log(scheme, 120)
        for entry in log.indices {
            var changed = log
            let other = scheme.arms[log[entry].arm == scheme.arms[0] ? 1 : 0]
            changed[entry] = PastAllocation(stratum: log[entry].stratum, arm: other)
            let finding = try #require(
                Replay.findings(in: changed, scheme: scheme, source: Self.source).first
            )
            #expect(finding.entry == entry)
            #expect(
                finding.kind == .differs(expected: log[entry].arm)
                    || finding.kind == .impossible(expected: log[entry].arm)
            )
        }
    }

    @Test func `after an impossible entry its stratum cannot be verified, others can`() throws {
        let scheme = try Schemes.permutedBlocks([2])
        var log = try Self.log(scheme, 30)
        let stratum = log[0].stratum
        let places = log.indices.filter { log[$0].stratum == stratum }
        log[places[1]] = log[places[0]]
        let findings = try Replay.findings(in: log, scheme: scheme, source: Self.source)
        #expect(findings.map(\.entry) == Array(places.dropFirst()))
        #expect(findings.dropFirst().allSatisfy { $0.kind == .unverifiable })
    }

    @Test func `an entry of no stratum or arm of the scheme is an error`() throws {
        let scheme = try Schemes.permutedBlocks()
        let stratum = try Schemes.stratum()
        let stranger = PastAllocation(stratum: stratum, arm: try Arm("X"))
        #expect(throws: RandomizationError.unknownArm) {
            try Replay.findings(in: [stranger], scheme: scheme, source: Self.source)
        }
        let elsewhere = PastAllocation(stratum: try Stratum(text: "all"), arm: scheme.arms[0])
        #expect(throws: RandomizationError.unknownStratum) {
            try Replay.findings(in: [elsewhere], scheme: scheme, source: Self.source)
        }
    }
}
