/// Turns weights and random bits into a choice; the only place where chance enters.
///
/// The construction is written down in `Documentation/Randomization.md` and never changes: the
/// standard library's own random functions may change between its versions.
public enum DrawEngine: Sendable {
    /// What a draw gave.
    public struct Outcome: Hashable, Sendable {
        /// The choice, an index into the weights.
        public let choice: Int
        /// The whole number that was drawn, from 0 to the total of the weights minus 1.
        public let value: Int
        /// How many 64-bit words the draw took from the stream.
        public let words: Int
        /// The number that was drawn for weights too large for `value`, which is then 0.
        public var large: Natural?
    }

    /// Draws a choice with the probabilities that the weights give.
    ///
    /// A whole number below the total is drawn; the choice is the first one whose cumulated weight
    /// exceeds it. All weights are always walked through, so the time does not tell the choice.
    ///
    /// - Parameters:
    ///   - weights: The weights.
    ///   - stream: The stream to take words from; one word is always taken, even when there is
    ///     nothing to decide.
    /// - Returns: The choice, with what led to it.
    /// - Throws: `RandomizationError.streamFailed`.
    public static func draw(
        _ weights: ArmWeights,
        from stream: inout some BitStream
    ) throws(RandomizationError) -> Outcome {
        guard weights.large.isEmpty else { return try drawLarge(weights.large, from: &stream) }
        let (value, words) = try number(below: try weights.checkedTotal(), from: &stream)
        return Outcome(choice: weights.choice(of: value), value: value, words: words)
    }

    /// Draws a choice where nobody asks what led to it: the same choice from the same words.
    static func choice(
        _ weights: ArmWeights,
        from stream: inout some BitStream
    ) throws(RandomizationError) -> Int {
        guard weights.large.isEmpty else {
            return try drawLarge(weights.large, from: &stream).choice
        }
        return weights.choice(
            of: try number(below: try weights.checkedTotal(), from: &stream).value
        )
    }

    /// Draws a whole number below a bound of at least 1.
    @inline(__always)
    static func number(
        below bound: Int,
        from stream: inout some BitStream
    ) throws(RandomizationError) -> (value: Int, words: Int) {
        var words = 0
        while true {
            let word = try stream.next()
            words &+= 1
            if let drawn = reduce(word, below: UInt64(bound)) { return (Int(drawn), words) }
        }
    }

    /// Draws among weights whose sum `W` is larger than 2^40.
    ///
    /// The number is made of the first `b` bits of as many words as hold them, `b` being the number
    /// of binary digits of `W`; it is refused when it is not below `W`.
    private static func drawLarge(
        _ weights: [Natural],
        from stream: inout some BitStream
    ) throws(RandomizationError) -> Outcome {
        let total = weights.reduce(Natural(0), +)
        var taken = 0
        while true {
            var words: [UInt64] = []
            while words.count * 64 < total.bitWidth {
                words.append(try stream.next())
            }
            taken += words.count
            let value = Natural(first: total.bitWidth, bitsOf: words)
            guard value < total else { continue }
            var cumulated = Natural(0)
            var choice = 0
            for weight in weights {
                cumulated = cumulated + weight
                choice += value < cumulated ? 0 : 1
            }
            return Outcome(choice: choice, value: 0, words: taken, large: value)
        }
    }

    /// Makes a whole number below `bound` of one random word, or refuses the word.
    ///
    /// Lemire's method (arXiv 1805.10941): with words of `w` bits the product `word × bound` has
    /// `2w` bits. Its upper half is the number, unless its lower half is less than
    /// `2^w mod bound`: then the word is refused. Of all words, each number keeps equally many.
    ///
    /// - Parameters:
    ///   - word: A uniformly distributed word.
    ///   - bound: The bound, at least 1.
    /// - Returns: A number from 0 to `bound - 1`, or nil when another word has to be taken.
    public static func reduce<Word: FixedWidthInteger & UnsignedInteger>(
        _ word: Word,
        below bound: Word
    ) -> Word? {
        let product = word.multipliedFullWidth(by: bound)
        let low = Word(truncatingIfNeeded: product.low)
        // `2^w mod bound` is below `bound`: mostly the division is not needed.
        guard low < bound, low < (0 &- bound) % bound else { return product.high }
        return nil
    }
}
