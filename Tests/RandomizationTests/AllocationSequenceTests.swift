import Randomization
import RandomnessSupport
import Testing

@Suite struct `The allocation sequence` {
    private static let seed = Array(0..<32) as [UInt8]

    @Test func `it is known for a known seed`() throws {
        let scheme = try Schemes.permutedBlocks()
        let draws = try Schemes.draws(
            24,
            scheme,
            GeneratorSource(seed: Self.seed),
            in: Schemes.stratum()
        )
        let arms = draws.map { $0.arm.code == "POC" ? "P" : "H" }.joined()
        #expect(arms == "HHPPHPHPPPHHPHHPPHPHPHHP")
    }

    @Test func `asking again gives the same answer and changes nothing`() throws {
        let stratum = try Schemes.stratum()
        let source = GeneratorSource(seed: Self.seed)
        var sequence = AllocationSequence(scheme: try Schemes.permutedBlocks(), source: source)
        for _ in 0..<30 {
            let draw = try sequence.next(in: stratum)
            let other = try sequence.next(in: Schemes.stratum("ROM", "low"))
            #expect(try sequence.next(in: stratum) == draw)
            #expect(other.sequenceNumber == 1)
            try sequence.record(draw.allocation)
        }
    }

    @Test func `it needs nothing but seed, scheme and history`() throws {
        let scheme = try Schemes.permutedBlocks()
        let source = GeneratorSource(seed: Self.seed)
        let draws = try Schemes.draws(40, scheme, source, in: Schemes.stratum())
        for count in draws.indices {
            var sequence = try AllocationSequence(
                scheme: scheme,
                source: source,
                history: draws[..<count].map(\.allocation)
            )
            #expect(try sequence.next(in: Schemes.stratum()) == draws[count])
        }
    }

    @Test func `a stratum's sequence does not depend on other strata`() throws {
        let scheme = try Schemes.permutedBlocks()
        let source = FastSource(seed: 23)
        var mixed = AllocationSequence(scheme: scheme, source: source)
        var byStratum: [Stratum: [Draw]] = [:]
        var order: UInt64 = 1
        for _ in 0..<2_000 {
            order = order &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let draw = try mixed.next(in: scheme.strata[Int(order >> 33) % 8])
            try mixed.record(draw.allocation)
            byStratum[draw.stratum, default: []].append(draw)
        }
        #expect(byStratum.count == 8)
        for (stratum, draws) in byStratum {
            #expect(try Schemes.draws(draws.count, scheme, source, in: stratum) == draws)
        }
        let sequences = Set(byStratum.values.map { $0.prefix(30).map(\.arm) })
        #expect(sequences.count == 8)
    }

    @Test func `every draw has a stream of its own`() throws {
        let scheme = try Schemes.permutedBlocks()
        let labels = try scheme.strata.flatMap { stratum in
            try Schemes.draws(50, scheme, FastSource(seed: 1), in: stratum).map(\.unblinding.label)
        }
        #expect(Set(labels).count == labels.count)
        #expect(labels[0] == "milenari/v1/MILENARI-ALL-1/site=AMM;disease-burden=high/arm/1")
        #expect(labels[49] == "milenari/v1/MILENARI-ALL-1/site=AMM;disease-burden=high/arm/50")
    }

    @Test func `another seed and another identifier give other sequences`() throws {
        let stratum = try Schemes.stratum()
        func arms(_ scheme: Scheme, _ seed: [UInt8]) throws -> [Arm] {
            try Schemes.draws(64, scheme, GeneratorSource(seed: seed), in: stratum).map(\.arm)
        }
        let scheme = try Schemes.permutedBlocks()
        let reference = try arms(scheme, Self.seed)
        var seed = Self.seed
        seed[31] ^= 1
        #expect(try arms(scheme, seed) != reference)
        #expect(
            try arms(Schemes.permutedBlocks(identifier: "MILENARI-ALL-2"), Self.seed) != reference
        )
        #expect(try arms(scheme, Self.seed) == reference)
    }

    @Test func `a site that is added later disturbs no running sequence`() throws {
        let before = try Schemes.permutedBlocks()
        let after = try Scheme(
            identifier: before.identifier,
            arms: before.arms,
            ratio: before.ratio,
            factors: [
                StratificationFactor(name: "site", levels: before.factors[0].levels + ["MIL"]),
                before.factors[1],
            ],
            method: before.method
        )
        let source = FastSource(seed: 2)
        for stratum in before.strata {
            #expect(
                try Schemes.draws(20, before, source, in: stratum)
                    == Schemes.draws(20, after, source, in: stratum)
            )
        }
    }

    @Test func `a history that the scheme could not have made is refused and not taken`() throws {
        let scheme = try Schemes.permutedBlocks([2])
        let stratum = try Schemes.stratum()
        var sequence = AllocationSequence(scheme: scheme, source: FastSource(seed: 4))
        let first = try sequence.next(in: stratum)
        try sequence.record(first.allocation)
        #expect(throws: RandomizationError.impossibleHistory(position: 1)) {
            try sequence.record(first.allocation)
        }
        let second = try sequence.next(in: stratum)
        #expect(second.sequenceNumber == 2)
        #expect(second.arm != first.arm)
        try sequence.record(second.allocation)
        #expect(try sequence.next(in: stratum).unblinding.block?.index == 2)
    }

    @Test func `an arm of another scheme is refused`() throws {
        let stratum = try Schemes.stratum()
        let scheme = try Schemes.permutedBlocks()
        var sequence = AllocationSequence(scheme: scheme, source: FastSource(seed: 4))
        let past = PastAllocation(stratum: stratum, arm: try Arm("OTHER"))
        #expect(throws: RandomizationError.unknownArm) { try sequence.record(past) }
    }

    @Test func `a failing stream fails the allocation`() throws {
        var sequence = AllocationSequence(
            scheme: try Schemes.permutedBlocks(),
            source: FailingSource()
        )
        let stratum = try Schemes.stratum()
        #expect(throws: RandomizationError.streamFailed) { try sequence.next(in: stratum) }
    }

    @Test func `as many words are drawn wherever in a block an allocation stands`() throws {
        let scheme = try Schemes.permutedBlocks()
        let stratum = try Schemes.stratum()
        let draws = try Schemes.draws(60, scheme, FastSource(seed: 9), in: stratum)
        #expect(Set(draws.compactMap(\.unblinding.block?.position)).count == 6)
        for count in draws.indices {
            let source = CountingSource(source: FastSource(seed: 9))
            var sequence = try AllocationSequence(
                scheme: scheme,
                source: source,
                history: draws[..<count].map(\.allocation)
            )
            _ = try sequence.next(in: stratum)
            // One for each allocation of the history, and two for the next one.
            #expect(source.words == count + 2)
        }
    }

    @Test func `the details of a draw explain it`() throws {
        for draw in try Schemes.draws(200, try Schemes.permutedBlocks(), FastSource(seed: 8)) {
            let details = draw.unblinding
            let total = details.weights.reduce(0, +)
            let block = try #require(details.block)
            #expect((0..<total).contains(details.value))
            #expect(draw.arm.code == (details.value < details.weights[0] ? "POC" : "HUB"))
            #expect(total == block.size - block.position + 1)
            #expect(details.words >= 1)
        }
    }
}
