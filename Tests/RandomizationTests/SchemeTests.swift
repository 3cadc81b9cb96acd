import Foundation
import Randomization
import Testing

@Suite struct `Schemes are valid once they are made` {
    @Test(arguments: [[2, 4], [4], [6, 2, 4], [10_000]])
    func `block sizes are multiples of the sum of the ratio`(_ sizes: [Int]) throws {
        #expect(try Schemes.permutedBlocks(sizes).factors.count == 2)
    }

    @Test(arguments: [
        ([1, 1], [3], 3), ([1, 1], [2, 5], 5), ([1, 2], [4], 4), ([2, 3], [5, 10, 12], 12),
        ([2, 2], [6], 6),
    ])
    func `other block sizes are refused by name`(
        _ ratio: [Int],
        _ sizes: [Int],
        _ culprit: Int
    ) {
        let expected = RandomizationError.blockSizeNotMultiple(
            size: culprit,
            ratioSum: ratio.reduce(0, +)
        )
        #expect(throws: expected) { try Schemes.permutedBlocks(sizes, ratio: ratio) }
    }

    @Test func `each part is checked`() throws {
        #expect(throws: RandomizationError.tooFewArms) {
            try Schemes.permutedBlocks(arms: ["POC"], ratio: [1, 1])
        }
        #expect(throws: RandomizationError.tooFewArms) { try Ratio([1]) }
        #expect(throws: RandomizationError.duplicate(.arm)) {
            try Schemes.permutedBlocks(arms: ["POC", "POC"])
        }
        #expect(throws: RandomizationError.shareCountMismatch(arms: 3, shares: 2)) {
            try Schemes.permutedBlocks(arms: ["A", "B", "C"])
        }
        #expect(throws: RandomizationError.outOfRange(.share)) { try Ratio([1, 0]) }
        #expect(throws: RandomizationError.outOfRange(.share)) { try Ratio([1, -1]) }
        #expect(throws: RandomizationError.outOfRange(.share)) { try Ratio([1, 1_001]) }
        #expect(throws: RandomizationError.empty(.blockSize)) { try BlockSizes([]) }
        #expect(throws: RandomizationError.outOfRange(.blockSize)) { try BlockSizes([0]) }
        #expect(throws: RandomizationError.duplicate(.blockSize)) { try BlockSizes([4, 2, 4]) }
        #expect(throws: RandomizationError.outOfRange(.blockWeight)) {
            try BlockSizes(choices: [.init(size: 2, weight: 0)])
        }
        #expect(throws: RandomizationError.empty(.level)) {
            try StratificationFactor(name: "site", levels: [])
        }
        #expect(throws: RandomizationError.duplicate(.level)) {
            try StratificationFactor(name: "site", levels: ["A", "A"])
        }
        let factor = try StratificationFactor(name: "site", levels: ["A"])
        #expect(throws: RandomizationError.duplicate(.factor)) {
            try Scheme(
                identifier: "X",
                arms: [Arm("A"), Arm("B")],
                ratio: Ratio([1, 1]),
                factors: [factor, factor],
                method: .complete
            )
        }
    }

    @Test(arguments: ["", "a b", "a/b", "a;b", "a=b", "a,b", "a\"b", "a\\b", "é", "a\n", "ا"])
    func `names keep out of the separators`(_ name: String) {
        #expect(throws: RandomizationError.invalidName(.arm)) { try Arm(name) }
        #expect(throws: RandomizationError.invalidName(.identifier)) {
            try Schemes.permutedBlocks(identifier: name)
        }
        #expect(throws: RandomizationError.invalidName(.factor)) {
            try StratificationFactor(name: name, levels: ["x"])
        }
        #expect(throws: RandomizationError.invalidName(.level)) {
            try StratificationFactor(name: "x", levels: [name])
        }
    }

    @Test func `a name has at most 64 characters`() throws {
        #expect(try Arm(String(repeating: "a", count: 64)).code.count == 64)
        #expect(throws: RandomizationError.self) { try Arm(String(repeating: "a", count: 65)) }
    }
}

@Suite struct `The canonical text of a scheme` {
    private static let text = """
        milenari scheme v1
        identifier MILENARI-ALL-1
        arm POC 1
        arm HUB 2
        factor site BCN ROM
        factor disease-burden high low
        method permuted-blocks
        block 3 1
        block 6 2
        end

        """

    @Test func `it is as documented`() throws {
        let scheme = try Scheme(
            identifier: "MILENARI-ALL-1",
            arms: [Arm("POC"), Arm("HUB")],
            ratio: Ratio([1, 2]),
            factors: [
                StratificationFactor(name: "site", levels: ["BCN", "ROM"]),
                StratificationFactor(name: "disease-burden", levels: ["high", "low"]),
            ],
            method: .permutedBlocks(
                BlockSizes(choices: [.init(size: 3, weight: 1), .init(size: 6, weight: 2)])
            )
        )
        #expect(scheme.canonicalText == Self.text)
        #expect(try Scheme(canonicalText: Self.text) == scheme)
    }

    @Test func `every scheme is read back, also through a coder`() throws {
        for scheme in [
            try Schemes.permutedBlocks(), try Schemes.complete([3, 1, 2]),
            try Schemes.permutedBlocks([6], arms: ["A", "B", "C"], ratio: [1, 2, 3]),
        ] {
            #expect(try Scheme(canonicalText: scheme.canonicalText) == scheme)
            let data = try JSONEncoder().encode(scheme)
            #expect(try JSONDecoder().decode(Scheme.self, from: data) == scheme)
        }
    }

    @Test(arguments: [
        ("milenari scheme v1", "milenari scheme v2", 1), ("identifier ", "id ", 2),
        ("arm POC 1", "arm POC 01", 3), ("arm POC 1", "arm POC +1", 3), ("arm POC 1", "arm POC", 3),
        ("arm POC 1", "arm  POC 1", 3), ("arm POC 1", "arm POC 1 ", 3),
        ("method permuted-blocks", "method", 7), ("block 3 1", "block 3", 8),
        ("end\n", "end", 11), ("end\n", "end\n\n", 12),
        ("end\n", "more\nend\n", 10), ("end\n", "", 10), ("end\n", "end\nmore\n", 11),
        ("method ", "blank\nmethod ", 7),
        ("milenari scheme v1\n", "milenari scheme v1\r\n", 1),
    ])
    func `nothing but the canonical text is read`(
        _ original: String,
        _ changed: String,
        _ line: Int
    ) {
        #expect(throws: RandomizationError.malformedScheme(line: line)) {
            try Scheme(canonicalText: Self.text.replacing(original, with: changed))
        }
    }

    @Test func `a text that reads but is not valid is refused as a scheme would be`() {
        #expect(throws: RandomizationError.blockSizeNotMultiple(size: 4, ratioSum: 3)) {
            try Scheme(canonicalText: Self.text.replacing("block 3", with: "block 4"))
        }
        #expect(throws: RandomizationError.duplicate(.arm)) {
            try Scheme(canonicalText: Self.text.replacing("HUB", with: "POC"))
        }
        #expect(throws: RandomizationError.unknownMethod) {
            try Scheme(canonicalText: Self.text.replacing("permuted-blocks", with: "permuted"))
        }
    }

    @Test func `no shorter text is a scheme`() {
        for length in 0..<Self.text.count {
            #expect(throws: RandomizationError.self) {
                try Scheme(canonicalText: String(Self.text.prefix(length)))
            }
        }
    }
}

@Suite struct `Strata` {
    @Test func `there is one for each combination, the last factor changing fastest`() throws {
        let strata = try Schemes.permutedBlocks().strata.map(\.text)
        #expect(strata.count == 8)
        #expect(strata[0] == "site=AMM;disease-burden=high")
        #expect(strata[1] == "site=AMM;disease-burden=low")
        #expect(strata[7] == "site=ROM;disease-burden=low")
        #expect(try Schemes.complete([1, 1]).strata.map(\.text) == ["all"])
    }

    @Test func `it is found by the levels of its factors`() throws {
        let scheme = try Schemes.permutedBlocks()
        let stratum = try scheme.stratum(levels: ["disease-burden": "low", "site": "BEY"])
        #expect(stratum.text == "site=BEY;disease-burden=low")
        #expect(try scheme.stratum(text: stratum.text) == stratum)
        #expect(try Schemes.complete([1, 1]).stratum(levels: [:]).text == "all")
    }

    @Test(arguments: [
        [:], ["site": "BEY"], ["site": "BEY", "disease-burden": "middle"],
        ["site": "BEY", "disease-burden": "low", "age": "x"], ["site": "BEY", "burden": "low"],
    ])
    func `levels that do not fit are refused`(_ levels: [String: String]) throws {
        let scheme = try Schemes.permutedBlocks()
        #expect(throws: RandomizationError.unknownStratum) { try scheme.stratum(levels: levels) }
    }

    @Test(arguments: [
        "", "site", "site=", "=BCN", "site=BCN;", ";site=BCN", "site==BCN", "site=BCN;site=ROM",
        "site=B CN", "site=BCN;disease-burden=high;", "all;site=BCN",
    ])
    func `a text that is not canonical is refused`(_ text: String) {
        #expect(throws: RandomizationError.malformedStratum) { try Stratum(text: text) }
    }

    @Test(arguments: [
        "disease-burden=high;site=BCN", "site=BCN", "all", "site=XXX;disease-burden=low",
    ])
    func `a stratum of another scheme is refused`(_ text: String) throws {
        let scheme = try Schemes.permutedBlocks()
        #expect(throws: RandomizationError.unknownStratum) { try scheme.stratum(text: text) }
        var sequence = AllocationSequence(scheme: scheme, source: FastSource(seed: 1))
        let stratum = try Stratum(text: text)
        #expect(throws: RandomizationError.unknownStratum) { try sequence.next(in: stratum) }
    }
}
