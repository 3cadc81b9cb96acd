/// A unit symbol without prefix and exponent, as the UCUM table defines it.
public struct UnitAtom: Hashable, Sendable {
    /// What a unit atom is defined by.
    public enum Kind: String, Sendable {
        /// One of the seven base units.
        case base

        /// A number times other units.
        case unit

        /// A function of another unit, such as `Cel` or `[pH]`.
        case special

        /// A measurement procedure, such as `[iU]`; comparable with itself only.
        case arbitrary
    }

    /// The case-sensitive UCUM code.
    public let code: String

    /// The English name.
    public let name: String

    /// What the atom is defined by.
    public let kind: Kind

    /// Whether it takes prefixes.
    public let isMetric: Bool

    /// The number in the definition, as the UCUM table writes it.
    public let definitionValue: String

    /// The unit in the definition; that of the function for a special unit.
    public let definitionUnit: String

    let canonical: CanonicalUnit
    let function: SpecialFunction?

    /// All unit atoms, in the order of the UCUM table.
    public static var all: [UnitAtom] { UnitTable.shared.atoms }

    /// The version of the UCUM table.
    public static var tableVersion: String { UCUMAtomTable.version }

    /// Reads a row of the atom table; nil when it is damaged.
    init?(row: Substring) {
        let fields = row.fields(separator: UInt8(ascii: "|"))
        guard fields.count == 14, let kind = Kind(rawValue: String(fields[1])),
            let twos = Int(fields[3]), let fives = Int(fields[4]),
            let numerator = BigNatural(hexadecimal: fields[5]),
            let denominator = BigNatural(hexadecimal: fields[6]),
            let dimension = UnitDimension(base: fields[7], arbitrary: fields[8]),
            let moles = Int(fields[9])
        else { return nil }
        code = String(fields[0])
        self.kind = kind
        isMetric = !fields[2].isEmpty
        function = SpecialFunction(rawValue: String(fields[10]))
        guard (function == nil) == (kind != .special) else { return nil }
        definitionValue = String(fields[11])
        definitionUnit = String(fields[12])
        name = String(fields[13])
        let magnitude = ExactRatio(
            twos: twos,
            fives: fives,
            numerator: numerator,
            denominator: denominator
        )
        canonical = CanonicalUnit(
            magnitude: magnitude,
            dimension: dimension,
            moles: moles,
            scale: nil
        )
    }

    /// Two atoms are the same when their codes are.
    public static func == (left: UnitAtom, right: UnitAtom) -> Bool { left.code == right.code }

    /// Feeds the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension UnitDimension {
    /// Reads the columns `L:-3 M:1` and `[iU]:1` of the atom table; nil when they are damaged.
    init?(base: Substring, arbitrary: Substring) {
        self.init()
        for pair in base.split(separator: " ") {
            guard let letter = pair.first, let index = Self.letters.firstIndex(of: letter),
                let exponent = Int32(pair.dropFirst(2))
            else { return nil }
            exponents[index] = exponent
        }
        for pair in arbitrary.split(separator: " ") {
            guard let colon = pair.lastIndex(of: ":"),
                let exponent = Int(pair[pair.index(after: colon)...])
            else { return nil }
            self.arbitrary.append(
                ArbitraryFactor(code: String(pair[..<colon]), exponent: exponent)
            )
        }
    }
}
