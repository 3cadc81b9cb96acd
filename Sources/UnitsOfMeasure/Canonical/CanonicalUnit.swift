/// What a unit means: a magnitude times powers of the base units.
struct CanonicalUnit: Hashable, Sendable {
    /// The magnitude in base units; for a special unit that of its proper unit.
    var magnitude: ExactRatio

    var dimension: UnitDimension

    /// The exponent of the mole, which UCUM itself holds for a number like a cell count.
    var moles: Int

    var scale: SpecialScale?

    static let one = CanonicalUnit(magnitude: .one, dimension: .none, moles: 0, scale: nil)
}

/// The scale of a special unit: its function and the factor of its prefix.
struct SpecialScale: Hashable, Sendable {
    let function: SpecialFunction
    let factor: ExactRatio
}

extension CanonicalUnit {
    /// Works out a product from left to right.
    ///
    /// Throws `UnitError.specialUnit` where a special unit is more than scaled by a number, and
    /// `.overflow` for a magnitude of thousands of digits.
    init(_ factors: [UnitFactor]) throws(UnitError) {
        var magnitude = ExactRatio.one
        var dimension = UnitDimension.none
        var moles = 0
        var special: UnitAtom?
        for factor in factors {
            var ratio: ExactRatio
            switch factor.symbol {
            case .number(let value):
                ratio = ExactRatio(UInt128(value))
            case .unit(let prefix, let atom) where atom.kind == .special:
                guard special == nil, factor.exponent == 1 else {
                    throw .specialUnit(atom: atom.code)
                }
                special = atom
                ratio = prefix?.factor ?? .one
            case .unit(let prefix, let atom):
                ratio = atom.canonical.magnitude
                if let prefix { ratio = try ratio.multiplied(by: prefix.factor) }
                dimension.multiply(by: atom.canonical.dimension, exponent: factor.exponent)
                moles += atom.canonical.moles * factor.exponent
            }
            ratio = try ratio.raised(to: factor.exponent)
            magnitude = try magnitude.multiplied(by: ratio)
        }
        guard let special, let function = special.function else {
            self.init(magnitude: magnitude, dimension: dimension, moles: moles, scale: nil)
            return
        }
        guard dimension.isNone, moles == 0 else { throw .specialUnit(atom: special.code) }
        self = special.canonical
        scale = SpecialScale(function: function, factor: magnitude)
    }
}
