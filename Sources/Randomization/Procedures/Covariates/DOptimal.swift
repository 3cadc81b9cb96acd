/// Atkinson's D-optimal biased coin: the probability of an arm grows with how much it would add to
/// the precision of the treatment effect in a linear model with the factors.
///
/// With `z` the participant's row (1, then for each factor one place for each level but the first),
/// `M` the sum of the rows' outer products and `b` the sum of the rows, those of the second arm
/// taken negative, let `a = z' M⁻ b`. The first arm has `(1 - a)² / ((1 - a)² + (1 + a)²)`.
///
/// `M⁻ b` is found by elimination in IEEE 754 double precision, in the order that
/// `Documentation/Randomization.md` gives, so it is the same on every machine; a column without a
/// pivot (a level that nobody has had, or one that others tell) is left out. The probability is
/// rounded to a multiple of 2⁻³².
///
/// Source: Atkinson, Biometrika 1982;69:61 [memory].
public struct DOptimal: Procedure {
    static let name = "d-optimal"

    /// The sums over the rows so far: whole numbers.
    public struct State: Hashable, Sendable {
        /// `M`, row by row.
        var matrix: [Int]
        /// `b`.
        var sums: [Int]
    }

    private let levelCounts: [Int]
    private let size: Int

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: Two equal shares.
    ///   - levelCounts: The number of levels of each factor that is balanced.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(ratio: Ratio, levelCounts: [Int]) throws(RandomizationError) {
        try ratio.requireTwoEqualArms(Self.name)
        self.levelCounts = levelCounts
        size = 1 + levelCounts.reduce(0) { $0 + $1 - 1 }
        guard size <= 200 else {
            throw .impossible(
                Self.name,
                "balance",
                "the factors have more than 199 levels to estimate",
                "balance fewer factors, or take pocock-simon"
            )
        }
    }

    /// Nothing was allocated.
    public var initialState: State {
        State(
            matrix: Array(repeating: 0, count: size * size),
            sums: Array(repeating: 0, count: size)
        )
    }

    /// The places of the ones in the participant's row.
    private func ones(_ profile: Profile) -> [Int] {
        var places = [0]
        var start = 1
        for (level, levels) in zip(profile.levels, levelCounts) {
            if level > 0 { places.append(start + level - 1) }
            start += levels - 1
        }
        return places
    }

    /// The two squares, as parts of 2³².
    public func weigh(
        _ profile: Profile,
        in state: State,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        let solution = Self.solve(state, size)
        var lean = 0.0
        for place in ones(profile) { lean += solution[place] }
        let first = (1 - lean) * (1 - lean)
        let second = (1 + lean) * (1 + lean)
        let scale = 4_294_967_296.0
        weights[0] = Int((first / (first + second) * scale + 0.5).rounded(.down))
        weights[1] = Int(scale) - weights[0]
    }

    /// Solves `M x = b` by Gauss–Jordan elimination without exchanging rows; a column whose pivot
    /// is below 1e-9 is left out.
    private static func solve(_ state: State, _ size: Int) -> [Double] {
        var matrix = state.matrix.map(Double.init)
        var right = state.sums.map(Double.init)
        for pivot in 0..<size {
            let value = matrix[pivot * size + pivot]
            guard value >= 1e-9 else {
                right[pivot] = 0
                for other in 0..<size { matrix[other * size + pivot] = 0 }
                continue
            }
            for column in pivot..<size { matrix[pivot * size + column] /= value }
            right[pivot] /= value
            for row in 0..<size where row != pivot {
                let factor = matrix[row * size + pivot]
                guard factor != 0 else { continue }
                for column in pivot..<size {
                    matrix[row * size + column] -= factor * matrix[pivot * size + column]
                }
                right[row] -= factor * right[pivot]
            }
        }
        return right
    }

    /// Adds the participant's row.
    public func record(_ arm: Int, for profile: Profile, in state: inout State) {
        let places = ones(profile)
        for row in places {
            state.sums[row] += arm == 0 ? 1 : -1
            for column in places { state.matrix[row * size + column] += 1 }
        }
    }
}
