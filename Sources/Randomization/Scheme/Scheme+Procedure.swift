/// What is done with the procedure of a scheme, whatever its type.
///
/// Allocation, exact calculation and simulation are such uses: each is compiled for each procedure,
/// and they share the procedure's code.
protocol ProcedureUse {
    associatedtype Result
    func use<P: Procedure>(_ procedure: P) throws(RandomizationError) -> Result
}

extension Scheme {
    /// Makes the procedure of the method and hands it over.
    func withProcedure<Use: ProcedureUse>(
        _ use: Use
    ) throws(RandomizationError) -> Use.Result {
        switch method {
        case .complete: try use.use(CompleteRandomization(ratio: ratio))
        case .permutedBlocks(let sizes): try use.use(PermutedBlocks(ratio: ratio, sizes: sizes))
        case .randomAllocationRule(let count):
            try use.use(RandomAllocationRule(ratio: ratio, count: count))
        case .truncatedBinomial(let count):
            try use.use(TruncatedBinomial(ratio: ratio, count: count))
        case .maximal(let count, let tolerance):
            try use.use(MaximalProcedure(ratio: ratio, count: count, tolerance: tolerance))
        case .blockUrn(let factor): try use.use(BlockUrn(ratio: ratio, factor: factor))
        case .massWeightedUrn(let mass): try use.use(MassWeightedUrn(ratio: ratio, mass: mass))
        case .weiUrn(let initial, let added):
            try use.use(WeiUrn(ratio: ratio, initial: initial, added: added))
        case .ehrenfestUrn(let balls): try use.use(EhrenfestUrn(ratio: ratio, balls: balls))
        case .efron(let probability):
            try use.use(EfronBiasedCoin(ratio: ratio, probability: probability))
        case .bigStick(let tolerance): try use.use(BigStick(ratio: ratio, tolerance: tolerance))
        case .chen(let probability, let tolerance):
            try use.use(
                ChenBiasedCoin(ratio: ratio, probability: probability, tolerance: tolerance)
            )
        case .generalizedBiasedCoin(let exponent):
            try use.use(GeneralizedBiasedCoin(ratio: ratio, exponent: exponent))
        case .adjustableBiasedCoin(let exponent):
            try use.use(AdjustableBiasedCoin(ratio: ratio, exponent: exponent))
        case .pocockSimon, .huHu, .dOptimal: try withCovariateProcedure(use)
        }
    }

    private func withCovariateProcedure<Use: ProcedureUse>(
        _ use: Use
    ) throws(RandomizationError) -> Use.Result {
        let levelCounts = balancedFactors.map { factors[$0].levels.count }
        let weights = method.balanced.map(\.weight)
        switch method {
        case .pocockSimon(let measure, let preference, _):
            return try use.use(
                PocockSimon(
                    ratio: ratio,
                    levelCounts: levelCounts,
                    factorWeights: weights,
                    measure: measure,
                    preference: preference
                )
            )
        case .huHu(let probability, let overall, let stratum, _):
            return try use.use(
                HuHu(
                    ratio: ratio,
                    levelCounts: levelCounts,
                    probability: probability,
                    weights: .init(overall: overall, stratum: stratum, margins: weights)
                )
            )
        default: return try use.use(DOptimal(ratio: ratio, levelCounts: levelCounts))
        }
    }

    /// The positions of the factors that the method balances, in the order of the method.
    var balancedFactors: [Int] {
        method.balanced.compactMap { balanced in
            factors.firstIndex { $0.name == balanced.name }
        }
    }

    /// Refuses factors to balance that the scheme does not have, or has twice.
    func checkBalance() throws(RandomizationError) {
        let name = method.text.name
        for balanced in method.balanced where !factors.contains(where: { $0.name == balanced.name })
        {
            throw .impossible(
                name,
                "balance",
                "the scheme has no such factor",
                "take one of its factors, or add the factor"
            )
        }
        try SchemeName.checkDistinct(method.balanced.map(\.name), .factor)
    }

    /// Makes the procedure once, so that impossible parameters are refused with the scheme.
    func checkMethod() throws(RandomizationError) {
        struct Nothing: ProcedureUse {
            func use<P: Procedure>(_ procedure: P) {}
        }
        try checkBalance()
        try withProcedure(Nothing())
    }
}

extension Scheme {
    /// The stratum within which the sequence of a participant runs: her levels of the factors that
    /// the method does not balance itself.
    ///
    /// - Parameter stratum: One of the scheme's strata.
    /// - Returns: The stratum that names the streams; `all` where every factor is balanced.
    public func sequenceStratum(of stratum: Stratum) -> Stratum {
        let balanced = method.balanced.map(\.name)
        guard !balanced.isEmpty else { return stratum }
        return Stratum(levels: stratum.levels.filter { !balanced.contains($0.factor) })
    }

    /// A stratum as the procedure sees it.
    ///
    /// - Parameter stratum: One of the scheme's strata.
    /// - Returns: The places of the levels of the factors that are balanced.
    public func profile(of stratum: Stratum) -> Profile {
        guard !method.balanced.isEmpty else { return .empty }
        return Profile(
            balancedFactors.map { factor in
                factors[factor].levels.firstIndex(of: stratum.levels[factor].level) ?? 0
            }
        )
    }
}
