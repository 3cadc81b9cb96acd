import Randomization
import Testing

@Suite struct `The draw engine` {
    @Test func `of all 8-bit words each number keeps equally many, for every bound`() {
        for bound in UInt8(1)...UInt8.max {
            var counts = [Int](repeating: 0, count: Int(bound))
            for word in UInt8.min...UInt8.max {
                if let value = DrawEngine.reduce(word, below: bound) { counts[Int(value)] += 1 }
            }
            // As many as can be had without favoring any number.
            #expect(counts.allSatisfy { $0 == 256 / Int(bound) }, "\(bound)")
        }
    }

    @Test(arguments: [1, 2, 3, 5, 6, 7, 10, 1_000, 32_767, 32_768, 32_769, 65_535] as [UInt16])
    func `of all 16-bit words each number keeps equally many`(_ bound: UInt16) {
        var counts = [Int](repeating: 0, count: Int(bound))
        for word in UInt16.min...UInt16.max {
            if let value = DrawEngine.reduce(word, below: bound) { counts[Int(value)] += 1 }
        }
        #expect(counts.allSatisfy { $0 == 65_536 / Int(bound) })
    }

    @Test func `64-bit words are refused exactly where the documentation says`() {
        // 2^64 mod 3 = 1 and 2^64 mod 7 = 2: words whose product has a smaller lower half.
        #expect(DrawEngine.reduce(UInt64(0), below: 3) == nil)
        #expect(DrawEngine.reduce(UInt64(1), below: 3) == 0)
        #expect(DrawEngine.reduce(UInt64.max, below: 3) == 2)
        #expect(DrawEngine.reduce(UInt64(0), below: 7) == nil)
        #expect(DrawEngine.reduce(UInt64(0), below: 4) == 0)
        #expect(DrawEngine.reduce(UInt64(0), below: 1) == 0)
        #expect(DrawEngine.reduce(UInt64.max / 2 + 2, below: 6) == 3)
    }

    @Test func `the choice is the first whose cumulated weight exceeds the value`() throws {
        let weights = try ArmWeights([2, 0, 3, 1])
        let expected = [0, 0, 2, 2, 2, 3]
        for (value, choice) in expected.enumerated() {
            // The word in the middle of those that give this value.
            let word = UInt64(value) * (UInt64.max / 6) + UInt64.max / 12
            var stream = ListedStream(words: [word])
            let outcome = try DrawEngine.draw(weights, from: &stream)
            #expect(outcome.choice == choice)
            #expect(outcome.value == value)
            #expect(outcome.words == 1)
        }
    }

    @Test func `a refused word is replaced by the next one, and both are counted`() throws {
        var stream = ListedStream(words: [0, 0, UInt64.max, 5])
        let outcome = try DrawEngine.draw(try ArmWeights([1, 1, 1]), from: &stream)
        #expect(outcome.choice == 2)
        #expect(outcome.words == 3)
        #expect(stream.words == [5])
    }

    @Test func `one word is taken also when there is nothing to decide`() throws {
        var stream = ListedStream(words: [7, 8])
        let outcome = try DrawEngine.draw(try ArmWeights([0, 1]), from: &stream)
        #expect(outcome.choice == 1)
        #expect(stream.words == [8])
    }

    @Test func `a stream that fails gives no choice`() throws {
        var stream = ListedStream(words: [0])
        let weights = try ArmWeights([1, 1, 1])
        #expect(throws: RandomizationError.streamFailed) {
            try DrawEngine.draw(weights, from: &stream)
        }
    }

    @Test(arguments: [
        [], [0], [0, 0], [-1, 2], [Int.max, Int.max], [ArmWeights.maximumTotal, 1], [1, Int.min],
    ])
    func `weights without a meaning are refused`(_ values: [Int]) {
        #expect(throws: RandomizationError.invalidWeights) { try ArmWeights(values) }
    }
}
