/// How a scheme allocates.
///
/// Each method stands for one procedure with its parameters; what they mean is written there.
/// Methods that balance factors name them; the scheme's other factors stratify.
public enum AllocationMethod: Hashable, Sendable {
    /// Complete randomization: every allocation by the ratio alone.
    case complete
    /// Permuted blocks of random or of one fixed size.
    case permutedBlocks(BlockSizes)
    /// `RandomAllocationRule`.
    case randomAllocationRule(count: Int)
    /// `TruncatedBinomial`.
    case truncatedBinomial(count: Int)
    /// `MaximalProcedure`.
    case maximal(count: Int, tolerance: Int)
    /// `BlockUrn`.
    case blockUrn(factor: Int)
    /// `MassWeightedUrn`.
    case massWeightedUrn(mass: Fraction)
    /// `WeiUrn`.
    case weiUrn(initial: Int, added: Int)
    /// `EhrenfestUrn`.
    case ehrenfestUrn(balls: Int)
    /// `EfronBiasedCoin`.
    case efron(probability: Fraction)
    /// `BigStick`.
    case bigStick(tolerance: Int)
    /// `ChenBiasedCoin`, the biased coin with imbalance tolerance.
    case chen(probability: Fraction, tolerance: Int)
    /// `GeneralizedBiasedCoin`.
    case generalizedBiasedCoin(exponent: Int)
    /// `AdjustableBiasedCoin`.
    case adjustableBiasedCoin(exponent: Int)
    /// `PocockSimon`.
    case pocockSimon(ImbalanceMeasure, ArmPreference, [BalancedFactor])
    /// `HuHu`.
    case huHu(probability: Fraction, overall: Int, stratum: Int, [BalancedFactor])
    /// `DOptimal`.
    case dOptimal([BalancedFactor])

    /// The factors that the method balances itself.
    public var balanced: [BalancedFactor] {
        switch self {
        case .pocockSimon(_, _, let factors), .huHu(_, _, _, let factors), .dOptimal(let factors):
            factors
        default: []
        }
    }
}

/// A factor that a method balances, with its weight.
public struct BalancedFactor: Hashable, Sendable {
    /// The name of the factor.
    public let name: String
    /// The weight, in relation to the other factors.
    public let weight: Int

    /// Takes a factor; the scheme checks it.
    public init(_ name: String, weight: Int = 1) {
        self.name = name
        self.weight = weight
    }
}
