import NamePairs
import Pseudonymization
import Testing

/// The labelled set of `Benchmarks/NamePairs`; `Documentation/Linkage.md` has its whole table.
@Suite struct `Labelled pairs` {
    @Test(arguments: PairHalf.allCases, [1, 20_261])
    func `no two children are merged, and hardly a child is missed`(
        half: PairHalf,
        seed: UInt64
    ) throws {
        let pairs = try half.pairs(2_000, seed: seed)
        let rates = try LinkageRates(pairs, key: Support.key())
        #expect(rates.rows.map(\.count).reduce(0, +) == 2_000)
        #expect(rates.falseMerges == 0, "\(rates.wrong)")
        #expect(rates.foundPerMille >= 980, "\(rates.wrong)")
        #expect(rates.falsePossiblePerMille <= 10, "\(rates.wrong)")
    }

    @Test func `the same seed gives the same pairs, another one others`() throws {
        let first = try PairHalf.heldOut.pairs(100, seed: 5).map(\.text)
        #expect(try PairHalf.heldOut.pairs(100, seed: 5).map(\.text) == first)
        #expect(try PairHalf.heldOut.pairs(100, seed: 6).map(\.text) != first)
    }

    @Test func `an index finds the partner of every pair that is possible`() throws {
        let key = try Support.key()
        let pairs = try PairHalf.heldOut.pairs(400, seed: 9)
        var index = LinkageIndex<Int>()
        for (id, pair) in pairs.enumerated() {
            index.insert(try LinkageTokens(pair.left, key: key), for: id)
        }
        for (id, pair) in pairs.enumerated() {
            let probe = try LinkageTokens(pair.right, key: key)
            let decision = LinkageDecision.between(probe, try LinkageTokens(pair.left, key: key))
            let isFound = index.matches(for: probe).contains { $0.id == id }
            #expect(isFound == (decision.outcome != .different), "\(pair.text)")
        }
    }
}
