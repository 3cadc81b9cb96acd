extension Scheme {
    /// Every stratum, the last factor changing fastest.
    public var strata: [Stratum] {
        var combinations: [[Stratum.FactorLevel]] = [[]]
        for factor in factors {
            combinations = combinations.flatMap { combination in
                factor.levels.map { level in
                    combination + [Stratum.FactorLevel(factor: factor.name, level: level)]
                }
            }
        }
        return combinations.map(Stratum.init(levels:))
    }

    /// The stratum with these levels.
    ///
    /// - Parameter levels: The level of every factor, by the factor's name, and nothing else.
    /// - Returns: The stratum, with the levels in the order of the scheme.
    /// - Throws: `RandomizationError.unknownStratum`.
    public func stratum(levels: [String: String]) throws(RandomizationError) -> Stratum {
        guard levels.count == factors.count else { throw .unknownStratum }
        var ordered: [Stratum.FactorLevel] = []
        for factor in factors {
            guard let level = levels[factor.name], factor.levels.contains(level) else {
                throw .unknownStratum
            }
            ordered.append(Stratum.FactorLevel(factor: factor.name, level: level))
        }
        return Stratum(levels: ordered)
    }

    /// The stratum with this canonical text.
    ///
    /// - Parameter text: For example `site=BCN;disease-burden=high`.
    /// - Returns: The stratum.
    /// - Throws: `RandomizationError.malformedStratum` or `.unknownStratum`.
    public func stratum(text: String) throws(RandomizationError) -> Stratum {
        let stratum = try Stratum(text: text)
        try check(stratum)
        return stratum
    }

    /// Refuses a stratum that is not one of the scheme's.
    func check(_ stratum: Stratum) throws(RandomizationError) {
        guard stratum.levels.count == factors.count else { throw .unknownStratum }
        for (level, factor) in zip(stratum.levels, factors)
        where level.factor != factor.name || !factor.levels.contains(level.level) {
            throw .unknownStratum
        }
    }
}
