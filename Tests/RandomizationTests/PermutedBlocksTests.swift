import Randomization
import Testing

@Suite struct `Permuted blocks` {
    /// The exact probability, as numerator and denominator, of every order of one block.
    private static func orders(
        of procedure: PermutedBlocks,
        ratio: [Int],
        choice: Int
    ) throws -> [[Int]: (numerator: Int, denominator: Int)] {
        var state = procedure.initialState
        procedure.settle(choice, in: &state)
        var open: [([Int], PermutedBlocks.State, Int, Int)] = [([], state, 1, 1)]
        var complete: [[Int]: (numerator: Int, denominator: Int)] = [:]
        while let (order, state, numerator, denominator) = open.popLast() {
            guard procedure.hiddenDraw(in: state) == nil else {
                complete[order] = (numerator, denominator)
                continue
            }
            var weights = ArmWeights(zeros: ratio.count)
            try procedure.weigh(.empty, in: state, into: &weights)
            for (arm, weight) in weights.values.enumerated() where weight > 0 {
                var next = state
                procedure.record(arm, for: .empty, in: &next)
                open.append((order + [arm], next, numerator * weight, denominator * weights.total))
            }
        }
        return complete
    }

    private static func factorial(_ number: Int) -> Int {
        (1...max(number, 1)).reduce(1, *)
    }

    @Test(arguments: [
        ([1, 1], [2, 4, 6]), ([1, 2], [3, 6]), ([1, 1, 1], [3, 6]), ([3, 1], [4, 8]),
        ([1, 2, 3], [6]),
    ])
    func `every order of a block has exactly the same probability`(
        _ ratio: [Int],
        _ sizes: [Int]
    ) throws {
        let procedure = try PermutedBlocks(ratio: Ratio(ratio), sizes: BlockSizes(sizes))
        for (choice, size) in sizes.enumerated() {
            let places = ratio.map { $0 * size / ratio.reduce(0, +) }
            let count = Self.factorial(size) / places.map(Self.factorial).reduce(1, *)
            let orders = try Self.orders(of: procedure, ratio: ratio, choice: choice)
            #expect(orders.count == count)
            #expect(
                orders.values.allSatisfy { probability in
                    probability.numerator * count == probability.denominator
                }
            )
            for order in orders.keys {
                for (arm, expected) in places.enumerated() {
                    #expect(order.count { $0 == arm } == expected)
                }
            }
        }
    }

    @Test(arguments: [
        ([1, 1], [2, 4, 6]), ([1, 2], [3, 6, 9]), ([2, 1, 1], [4]), ([1, 1], [4]),
    ])
    func `every block that is drawn is balanced`(_ ratio: [Int], _ sizes: [Int]) throws {
        let arms = ratio.indices.map { "ARM\($0)" }
        let scheme = try Schemes.permutedBlocks(sizes, arms: arms, ratio: ratio)
        let draws = try Schemes.draws(3_000, scheme, FastSource(seed: 5))
        var blocks: [Int: [Draw]] = [:]
        for draw in draws {
            let block = try #require(draw.unblinding.block)
            blocks[block.index, default: []].append(draw)
            #expect(block.position == blocks[block.index]?.count)
        }
        #expect(Set(blocks.keys) == Set(1...blocks.count))
        for (index, block) in blocks where index < blocks.count {
            #expect(sizes.contains(block.count))
            #expect(block.allSatisfy { $0.unblinding.block?.size == block.count })
            for (arm, share) in zip(arms, ratio) {
                let expected = block.count * share / ratio.reduce(0, +)
                #expect(block.count { $0.arm.code == arm } == expected)
            }
        }
    }

    @Test func `block sizes come as often as their weights say`() throws {
        let sizes = try BlockSizes(
            choices: [
                .init(size: 2, weight: 1), .init(size: 4, weight: 2), .init(size: 6, weight: 1),
            ]
        )
        let scheme = try Scheme(
            identifier: "SIZES",
            arms: [Arm("A"), Arm("B")],
            ratio: Ratio([1, 1]),
            factors: [],
            method: .permutedBlocks(sizes)
        )
        let draws = try Schemes.draws(40_000, scheme, FastSource(seed: 11))
        let first = draws.compactMap(\.unblinding.block).filter { $0.position == 1 }
        let counts = [2, 4, 6].map { size in first.count { $0.size == size } }
        let total = Double(first.count)
        // Chi-square with 2 degrees of freedom: above 13.8 in one of 1,000 runs; the seed is fixed.
        let chiSquare = zip(counts, [0.25, 0.5, 0.25]).map { count, share in
            (Double(count) - total * share) * (Double(count) - total * share) / (total * share)
        }
        #expect(chiSquare.reduce(0, +) < 13.8)
    }

    @Test func `orders of blocks of four come equally often`() throws {
        let draws = try Schemes.draws(24_000, try Schemes.permutedBlocks([4]), FastSource(seed: 3))
        var counts: [String: Int] = [:]
        for start in stride(from: 0, to: draws.count, by: 4) {
            counts[draws[start..<start + 4].map(\.arm.code).joined(), default: 0] += 1
        }
        #expect(counts.count == 6)
        let chiSquare = counts.values.map { Double(($0 - 1_000) * ($0 - 1_000)) / 1_000 }
        // 5 degrees of freedom: above 20.5 in one of 1,000 runs; the seed is fixed.
        #expect(chiSquare.reduce(0, +) < 20.5)
    }

    @Test func `a size that does not divide is refused also without a scheme`() throws {
        let ratio = try Ratio([1, 2])
        let sizes = try BlockSizes([4])
        #expect(throws: RandomizationError.blockSizeNotMultiple(size: 4, ratioSum: 3)) {
            try PermutedBlocks(ratio: ratio, sizes: sizes)
        }
    }
}

@Suite struct `Complete randomization` {
    @Test func `every allocation has the weights of the ratio`() throws {
        let draws = try Schemes.draws(40_000, try Schemes.complete([1, 3]), FastSource(seed: 17))
        #expect(draws.allSatisfy { $0.unblinding.weights == [1, 3] && $0.unblinding.block == nil })
        // The standard deviation of the count is 86.6.
        let count = draws.count { $0.arm.code == "ARM0" }
        #expect(abs(count - 10_000) < 350)
        // Neighbors are independent: the number of repetitions has the standard deviation 97.
        let repeats = zip(draws, draws.dropFirst()).count { $0.arm == $1.arm }
        #expect(abs(repeats - 25_000) < 390)
    }
}
