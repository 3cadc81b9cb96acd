extension UnitOfMeasure {
    /// The product of two units; equal units are joined, so `mg/dL` times `dL` is `mg`.
    ///
    /// Annotations are dropped, as UCUM gives them no meaning. Throws `UnitError.specialUnit` for
    /// units such as `Cel`, `.overflow` and `.tooLong` beyond the limits of the parser.
    public func multiplied(by other: UnitOfMeasure) throws(UnitError) -> UnitOfMeasure {
        if other == .one { return self }
        if self == .one { return other }
        return try Self.product(factors() + other.factors())
    }

    /// The quotient of two units; equal units are canceled, so `mg/dL` by `mg` is `/dL`.
    ///
    /// Annotations are dropped, as UCUM gives them no meaning. Throws `UnitError.specialUnit` for
    /// units such as `Cel`, `.overflow` and `.tooLong` beyond the limits of the parser.
    public func divided(by other: UnitOfMeasure) throws(UnitError) -> UnitOfMeasure {
        if other == .one { return self }
        return try Self.product(factors() + other.inverseFactors())
    }

    /// The unit to an integer power; the power 0 is `1`.
    ///
    /// Throws `UnitError.specialUnit` for units such as `Cel`, `.overflow` and `.tooLong` beyond
    /// the limits of the parser.
    public func raised(to exponent: Int) throws(UnitError) -> UnitOfMeasure {
        if exponent == 1 { return self }
        if let atom = try specialAtom() { throw .specialUnit(atom: atom.code) }
        guard -9_999...9_999 ~= exponent else { throw .overflow }
        let powers = try factors().map { factor in
            UnitFactor(symbol: factor.symbol, exponent: factor.exponent * exponent)
        }
        return try Self.product(powers)
    }

    private func factors() throws(UnitError) -> [UnitFactor] {
        try UnitParser.tokens(of: code).factors
    }

    private func inverseFactors() throws(UnitError) -> [UnitFactor] {
        if let atom = try specialAtom() { throw .specialUnit(atom: atom.code) }
        return try factors().map { UnitFactor(symbol: $0.symbol, exponent: -$0.exponent) }
    }

    private func specialAtom() throws(UnitError) -> UnitAtom? {
        guard isSpecial else { return nil }
        for factor in try factors() {
            if case .unit(_, let atom) = factor.symbol, atom.kind == .special { return atom }
        }
        return nil
    }

    /// Joins equal symbols and reads the resulting code, so that every limit holds for it too.
    private static func product(_ factors: [UnitFactor]) throws(UnitError) -> UnitOfMeasure {
        var joined: [UnitFactor] = []
        for factor in factors {
            if let index = joined.firstIndex(where: { $0.symbol == factor.symbol }) {
                joined[index].exponent += factor.exponent
            } else {
                joined.append(factor)
            }
        }
        let above = joined.filter { $0.exponent > 0 }.flatMap { $0.codes(sign: 1) }
        let below = joined.filter { $0.exponent < 0 }.flatMap { $0.codes(sign: -1) }
        guard above.count + below.count <= UnitParser.maximumLength else { throw .tooLong }
        var code = above.joined(separator: ".")
        for part in below { code += "/" + part }
        return code.isEmpty ? .one : try UnitOfMeasure(code)
    }
}

extension UnitFactor {
    /// The factor as components of a term, with a positive exponent.
    ///
    /// A number takes no exponent in UCUM, so it is repeated; 1 disappears.
    fileprivate func codes(sign: Int) -> [String] {
        let power = exponent * sign
        switch symbol {
        case .number(1):
            return []
        case .number(let value):
            return Array(repeating: String(value), count: min(power, UnitParser.maximumLength + 1))
        case .unit(let prefix, let atom):
            let symbol = (prefix?.code ?? "") + atom.code
            return [power == 1 ? symbol : symbol + String(power)]
        }
    }
}
