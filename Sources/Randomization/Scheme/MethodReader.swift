extension AllocationMethod {
    /// Reads a method.
    ///
    /// - Parameter text: Its name, its parameters in any order, block sizes, factors to balance.
    /// - Throws: `RandomizationError.unknownMethod`, `.impossibleParameter` for a parameter that
    ///   is missing, unknown or unreadable, or what `BlockSizes` throws.
    public init(_ text: MethodText) throws(RandomizationError) {
        var reader = MethodReader(text)
        self = try Self.read(text, &reader)
        try reader.finish(takesBlocks: text.name == "permuted-blocks", balanced: balanced)
    }

    private static func read(
        _ text: MethodText,
        _ reader: inout MethodReader
    ) throws(RandomizationError) -> AllocationMethod {
        switch text.name {
        case "complete": .complete
        case "permuted-blocks": .permutedBlocks(try BlockSizes(choices: text.blocks))
        case RandomAllocationRule.name: .randomAllocationRule(count: try reader.whole("count"))
        case TruncatedBinomial.name: .truncatedBinomial(count: try reader.whole("count"))
        case MaximalProcedure.name:
            .maximal(count: try reader.whole("count"), tolerance: try reader.whole("tolerance"))
        case BlockUrn.name: .blockUrn(factor: try reader.whole("factor"))
        case MassWeightedUrn.name: .massWeightedUrn(mass: try reader.fraction("mass"))
        case WeiUrn.name:
            .weiUrn(initial: try reader.whole("initial"), added: try reader.whole("added"))
        case EhrenfestUrn.name: .ehrenfestUrn(balls: try reader.whole("balls"))
        case EfronBiasedCoin.name: .efron(probability: try reader.fraction("probability"))
        case BigStick.name: .bigStick(tolerance: try reader.whole("tolerance"))
        case ChenBiasedCoin.name:
            .chen(
                probability: try reader.fraction("probability"),
                tolerance: try reader.whole("tolerance")
            )
        case GeneralizedBiasedCoin.name:
            .generalizedBiasedCoin(exponent: try reader.whole("exponent"))
        case AdjustableBiasedCoin.name:
            .adjustableBiasedCoin(exponent: try reader.whole("exponent"))
        case PocockSimon.name:
            .pocockSimon(try reader.measure(), try reader.preference(), text.balance)
        case HuHu.name:
            .huHu(
                probability: try reader.fraction("probability"),
                overall: try reader.whole("overall"),
                stratum: try reader.whole("stratum"),
                text.balance
            )
        case DOptimal.name: .dOptimal(text.balance)
        default: throw .unknownMethod
        }
    }

    /// The names of all methods.
    public static let names = [
        "complete", "permuted-blocks", RandomAllocationRule.name, TruncatedBinomial.name,
        MaximalProcedure.name, BlockUrn.name, MassWeightedUrn.name, WeiUrn.name, EhrenfestUrn.name,
        EfronBiasedCoin.name, BigStick.name, ChenBiasedCoin.name, GeneralizedBiasedCoin.name,
        AdjustableBiasedCoin.name, PocockSimon.name, HuHu.name, DOptimal.name,
    ]
}

/// Takes the parameters of a method one by one, and refuses what nobody took.
private struct MethodReader {
    private let text: MethodText
    private var left: [MethodText.Parameter]

    init(_ text: MethodText) {
        self.text = text
        left = text.parameters
    }

    func has(_ name: String) -> Bool {
        left.contains { $0.name == name }
    }

    mutating func take(_ name: String, _ example: String) throws(RandomizationError) -> String {
        guard let place = left.firstIndex(where: { $0.name == name }) else {
            throw .impossible(
                text.name,
                name,
                "it is missing",
                "add for example \(name) \(example)"
            )
        }
        return left.remove(at: place).value
    }

    mutating func whole(_ name: String) throws(RandomizationError) -> Int {
        let value = try take(name, "4")
        guard let number = Int(value), String(number) == value else {
            throw .impossible(text.name, name, "it is no whole number", "write it in digits")
        }
        return number
    }

    mutating func fraction(_ name: String) throws(RandomizationError) -> Fraction {
        let value = try take(name, "2/3")
        do throws(RandomizationError) {
            return try Fraction(text: value)
        } catch {
            throw .impossible(
                text.name,
                name,
                "it is no fraction with a denominator of at most 10,000",
                "write 2/3, 0.85 or 3"
            )
        }
    }

    mutating func measure() throws(RandomizationError) -> ImbalanceMeasure {
        guard let measure = ImbalanceMeasure(rawValue: try take("measure", "range")) else {
            throw .impossible(
                text.name,
                "measure",
                "it is unknown",
                "take one of "
                    + ImbalanceMeasure.allCases.map(\.rawValue).joined(separator: ", ")
            )
        }
        return measure
    }

    mutating func preference() throws(RandomizationError) -> ArmPreference {
        has("rank") ? .ranks(try fraction("rank")) : .best(try fraction("probability"))
    }

    func finish(takesBlocks: Bool, balanced: [BalancedFactor]) throws(RandomizationError) {
        if let first = left.first {
            throw .impossible(text.name, first.name, "it has no such parameter", "leave it out")
        }
        guard takesBlocks || text.blocks.isEmpty else {
            throw .impossible(text.name, "block", "it has no blocks", "leave the block sizes out")
        }
        guard balanced == text.balance else {
            throw .impossible(text.name, "balance", "it balances no factors", "leave them out")
        }
    }
}
