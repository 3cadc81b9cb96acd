/// The adjustable biased coin: the arm that is behind by `D` has `Dᵃ / (Dᵃ + 1)`, at balance 1/2.
///
/// Source: Baldi Antognini and Giovagnoli, Journal of the Royal Statistical Society C
/// 2004;53:651 [memory].
public struct AdjustableBiasedCoin: PairProcedure {
    static let name = "adjustable-biased-coin"
    private let exponent: Int

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: Two equal shares.
    ///   - exponent: `a`, a whole number from 0 to 20, so that all probabilities are fractions.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(ratio: Ratio, exponent: Int) throws(RandomizationError) {
        try ratio.requireTwoEqualArms(Self.name)
        self.exponent = try ParameterRange.check(exponent, 0...20, "exponent", Self.name)
    }

    /// The power of the difference against 1.
    public func weigh(
        _ profile: Profile,
        in state: PairCounts,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        let difference = state.difference
        weights.setPowers(
            difference < 0 ? -difference : 1,
            difference > 0 ? difference : 1,
            exponent
        )
    }
}

extension ArmWeights {
    /// Writes two powers, whatever their size.
    mutating func setPowers(_ first: Int, _ second: Int, _ exponent: Int) {
        var product = (first: 1, second: 1)
        for _ in 0..<exponent {
            let left = product.first.multipliedReportingOverflow(by: first)
            let right = product.second.multipliedReportingOverflow(by: second)
            guard !left.overflow, !right.overflow,
                left.partialValue <= Self.maximumTotal / 2,
                right.partialValue <= Self.maximumTotal / 2
            else {
                return set([
                    Natural(1).power(of: first, exponent), .init(1).power(of: second, exponent),
                ])
            }
            product = (left.partialValue, right.partialValue)
        }
        self[0] = product.first
        self[1] = product.second
    }
}

extension Natural {
    /// This number times a power.
    fileprivate func power(of base: Int, _ exponent: Int) -> Natural {
        (0..<exponent).reduce(self) { product, _ in product * base }
    }
}
