/// A method as text: a name, named parameters, block sizes, factors to balance.
///
/// The canonical text of a scheme, a protocol file and a command line all come through here.
public struct MethodText: Hashable, Sendable {
    /// The method's name, for example `big-stick`.
    public var name: String
    /// The parameters in the order of the scheme's text.
    public var parameters: [Parameter] = []
    /// The block sizes; empty for methods without blocks.
    public var blocks: [BlockSizes.Choice] = []
    /// The factors to balance.
    public var balance: [BalancedFactor] = []

    /// A parameter with its value.
    public struct Parameter: Hashable, Sendable {
        /// The name, for example `tolerance`.
        public let name: String
        /// The value, for example `3`.
        public let value: String

        /// Takes a parameter.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Takes a method's name.
    public init(_ name: String) {
        self.name = name
    }

    init(_ name: String, _ parameters: (String, any CustomStringConvertible)...) {
        self.name = name
        self.parameters = parameters.map { Parameter($0, $1.description) }
    }
}

extension AllocationMethod {
    /// The method as text.
    public var text: MethodText {
        var text = plainText
        text.balance = balanced
        if case .permutedBlocks(let sizes) = self { text.blocks = sizes.choices }
        return text
    }

    private var plainText: MethodText {
        switch self {
        case .complete: MethodText("complete")
        case .permutedBlocks: MethodText("permuted-blocks")
        case .randomAllocationRule(let count):
            MethodText(RandomAllocationRule.name, ("count", count))
        case .truncatedBinomial(let count): MethodText(TruncatedBinomial.name, ("count", count))
        case .maximal(let count, let tolerance):
            MethodText(MaximalProcedure.name, ("count", count), ("tolerance", tolerance))
        case .blockUrn(let factor): MethodText(BlockUrn.name, ("factor", factor))
        case .massWeightedUrn(let mass): MethodText(MassWeightedUrn.name, ("mass", mass))
        case .weiUrn(let initial, let added):
            MethodText(WeiUrn.name, ("initial", initial), ("added", added))
        case .ehrenfestUrn(let balls): MethodText(EhrenfestUrn.name, ("balls", balls))
        case .efron(let probability):
            MethodText(EfronBiasedCoin.name, ("probability", probability))
        case .bigStick(let tolerance): MethodText(BigStick.name, ("tolerance", tolerance))
        case .chen(let probability, let tolerance):
            MethodText(
                ChenBiasedCoin.name,
                ("probability", probability),
                ("tolerance", tolerance)
            )
        case .generalizedBiasedCoin(let exponent):
            MethodText(GeneralizedBiasedCoin.name, ("exponent", exponent))
        case .adjustableBiasedCoin(let exponent):
            MethodText(AdjustableBiasedCoin.name, ("exponent", exponent))
        case .pocockSimon(let measure, let preference, _):
            switch preference {
            case .best(let probability):
                MethodText(
                    PocockSimon.name,
                    ("measure", measure.rawValue),
                    ("probability", probability)
                )
            case .ranks(let constant):
                MethodText(PocockSimon.name, ("measure", measure.rawValue), ("rank", constant))
            }
        case .huHu(let probability, let overall, let stratum, _):
            MethodText(
                HuHu.name,
                ("probability", probability),
                ("overall", overall),
                ("stratum", stratum)
            )
        case .dOptimal: MethodText(DOptimal.name)
        }
    }
}
