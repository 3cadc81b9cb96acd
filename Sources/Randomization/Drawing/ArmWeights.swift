/// The exact probabilities of a choice, as whole weights: choice `i` has `values[i] / total`.
///
/// A procedure writes them in place, so that a simulation allocates no memory for each draw.
public struct ArmWeights: Hashable, Sendable {
    /// The largest sum of weights that are kept as `Int`; larger ones are `Natural`.
    public static let maximumTotal = 1 << 40

    /// One weight for each choice, none negative; all zero when `large` holds them.
    public private(set) var values: [Int]
    /// The weights when their sum is larger than `maximumTotal`; else empty.
    public private(set) var large: [Natural] = []

    /// The sum of `values`.
    public var total: Int { values.reduce(0, &+) }

    /// Checks and takes weights.
    ///
    /// - Parameter values: One weight for each choice; not all of them zero.
    /// - Throws: `RandomizationError.invalidWeights`.
    public init(_ values: [Int]) throws(RandomizationError) {
        self.values = values
        _ = try checkedTotal()
    }

    /// Weights of zero, to be written.
    ///
    /// - Parameter count: The number of choices.
    public init(zeros count: Int) {
        values = Array(repeating: 0, count: count)
    }

    /// The weight of a choice.
    public subscript(choice: Int) -> Int {
        get { values[choice] }
        set {
            values[choice] = newValue
            if !large.isEmpty { large = [] }
        }
    }

    /// Takes weights of any size; they are kept as `Int` where their sum allows it.
    ///
    /// - Parameter weights: One weight for each choice.
    public mutating func set(_ weights: [Natural]) {
        let sum = weights.reduce(Natural(0), +)
        if let total = sum.int, total <= Self.maximumTotal {
            values = weights.map { $0.int ?? 0 }
            large = []
        } else {
            values = weights.map { _ in 0 }
            large = weights
        }
    }

    /// Whether a choice can come.
    public func isPossible(_ choice: Int) -> Bool {
        large.isEmpty ? values[choice] > 0 : !large[choice].isZero
    }

    /// The probability of each choice, rounded to a `Double`.
    ///
    /// - Parameter probabilities: One place for each choice, to be written.
    public func write(to probabilities: inout [Double]) {
        guard large.isEmpty else {
            let sum = large.reduce(Natural(0), +)
            for choice in large.indices {
                probabilities[choice] = large[choice].ratio(to: sum)
            }
            return
        }
        let total = Double(total)
        for choice in values.indices {
            probabilities[choice] = Double(values[choice]) / total
        }
    }

    /// The first choice whose cumulated weight exceeds a number below the total.
    ///
    /// All weights are walked through, so the time does not tell the choice.
    @inline(__always)
    func choice(of value: Int) -> Int {
        var cumulated = 0
        var choice = 0
        for weight in values {
            cumulated &+= weight
            choice &+= value >= cumulated ? 1 : 0
        }
        return choice
    }

    /// The sum, where the weights are valid.
    @inline(__always)
    func checkedTotal() throws(RandomizationError) -> Int {
        var total = 0
        for value in values {
            guard value >= 0, value <= Self.maximumTotal else { throw .invalidWeights }
            total &+= value
            guard total <= Self.maximumTotal else { throw .invalidWeights }
        }
        guard total > 0 else { throw .invalidWeights }
        return total
    }
}
