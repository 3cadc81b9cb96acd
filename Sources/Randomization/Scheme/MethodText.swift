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

extension MethodText {
    /// Reads a method as a command line gives it: a name and `NAME=VALUE` words.
    ///
    /// `sizes=2,4:2,6` are block sizes with weights, `balance=site:2,burden` factors to balance with
    /// weights; both weights are 1 where they are not given.
    ///
    /// - Parameter line: For example `chen probability=0.6 tolerance=3`.
    /// - Throws: `RandomizationError.unknownMethod` or `.impossibleParameter`.
    public init(line: String) throws(RandomizationError) {
        let words = line.split(separator: " ").map(String.init)
        guard let name = words.first else { throw .unknownMethod }
        self.init(name)
        for word in words.dropFirst() {
            let sides = word.split(separator: "=", omittingEmptySubsequences: false).map(
                String.init
            )
            guard sides.count == 2 else {
                throw .impossible(
                    name,
                    word,
                    "it is not NAME=VALUE",
                    "write for example tolerance=3"
                )
            }
            try take(sides[0], sides[1])
        }
    }

    /// The method as a command line gives it; read again, it is the same method.
    public var line: String {
        var words = [name] + parameters.map { "\($0.name)=\($0.value)" }
        func list(_ items: [(String, Int)]) -> String {
            items.map { $1 == 1 ? $0 : "\($0):\($1)" }.joined(separator: ",")
        }
        if !blocks.isEmpty {
            words.append("sizes=" + list(blocks.map { (String($0.size), $0.weight) }))
        }
        if !balance.isEmpty {
            words.append("balance=" + list(balance.map { ($0.name, $0.weight) }))
        }
        return words.joined(separator: " ")
    }

    private mutating func take(_ key: String, _ value: String) throws(RandomizationError) {
        switch key {
        case "sizes":
            for (text, weight) in try weighted(key, value) {
                guard let size = Int(text) else {
                    throw .impossible(name, key, "a size is no whole number", "write 2,4,6")
                }
                blocks.append(.init(size: size, weight: weight))
            }
        case "balance":
            balance += try weighted(key, value).map { BalancedFactor($0.text, weight: $0.weight) }
        default: parameters.append(Parameter(key, value))
        }
    }

    private func weighted(
        _ key: String,
        _ value: String
    ) throws(RandomizationError) -> [(text: String, weight: Int)] {
        var items: [(text: String, weight: Int)] = []
        for item in value.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = item.split(separator: ":", omittingEmptySubsequences: false)
            guard let text = sides.first, !text.isEmpty, sides.count <= 2,
                let weight = sides.count == 2 ? Int(sides[1]) : 1
            else {
                throw .impossible(name, key, "it is no list", "write ITEM,ITEM or ITEM:WEIGHT,…")
            }
            items.append((String(text), weight))
        }
        return items
    }
}
