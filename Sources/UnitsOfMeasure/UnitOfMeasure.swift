/// A valid UCUM unit, such as `mg/dL`.
///
/// A unit is made from its case-sensitive UCUM code and keeps it. Two units are equal (`==`) when
/// their codes are identical; `isEquivalent(to:)` asks for the same meaning (`mg/dL` and
/// `10.mg/L`), `isCommensurable(with:)` for the same kind of quantity. Copies are cheap: a unit
/// is one reference.
public struct UnitOfMeasure: Sendable {
    let storage: Storage

    /// What all copies of a unit share.
    final class Storage: Sendable {
        let code: String
        let canonical: CanonicalUnit

        init(code: String, canonical: CanonicalUnit) {
            self.code = code
            self.canonical = canonical
        }
    }

    /// The unit of pure numbers, `1`.
    public static let one = UnitOfMeasure(
        storage: Storage(code: "1", canonical: .one)
    )

    init(storage: Storage) {
        self.storage = storage
    }

    /// Reads a case-sensitive UCUM code.
    ///
    /// Throws `UnitError` for anything else, the empty text included: nothing is repaired and no
    /// blank is skipped. See `fromLaboratory(_:measuring:)` for what laboratories print.
    public init(_ code: String) throws(UnitError) {
        self = try UnitInternTable.unit(code)
    }

    /// Reads a case-sensitive UCUM code that may be anything, without throwing.
    public static func parse(_ code: String) -> Result<UnitOfMeasure, UnitError> {
        do {
            return .success(try UnitOfMeasure(code))
        } catch {
            return .failure(error)
        }
    }

    /// The UCUM code as it was written, annotations included.
    public var code: String { storage.code }

    /// Tells units apart as long as they live: the same identity is the same unit, while one unit
    /// can have several identities.
    public var identity: ObjectIdentifier { ObjectIdentifier(storage) }

    /// What kind of quantity the unit measures.
    public var dimension: UnitDimension { storage.canonical.dimension }

    /// Whether the unit is on a scale without ratio, such as `Cel`, `[pH]` or `dB`.
    public var isSpecial: Bool { storage.canonical.scale != nil }

    /// The exponent of the amount of substance in the unit: 1 for `mmol/L`, 0 for `10*9/L`.
    ///
    /// UCUM defines the mole as a number, so `dimension` cannot tell them apart. Equivalents
    /// (`eq`) and osmoles do not count.
    public var amountOfSubstance: Int { storage.canonical.moles }

    /// Whether values can be converted between the units, by the rules of UCUM.
    public func isCommensurable(with other: UnitOfMeasure) -> Bool {
        storage === other.storage || dimension == other.dimension
    }

    /// Whether both units mean the same: the same magnitude, dimension and scale.
    public func isEquivalent(to other: UnitOfMeasure) -> Bool {
        if storage === other.storage { return true }
        let (left, right) = (storage.canonical, other.storage.canonical)
        return left.magnitude == right.magnitude && left.dimension == right.dimension
            && left.scale == right.scale
    }

    /// The unit in English, such as `(milligram) / (deciliter)`; `(unity)` for `1`.
    public var displayName: String {
        // The code has been read before, so it is valid.
        (try? UnitParser.tokens(of: code).displayName) ?? code
    }
}

extension UnitOfMeasure: Hashable {
    /// Whether the codes are identical.
    public static func == (left: UnitOfMeasure, right: UnitOfMeasure) -> Bool {
        left.storage === right.storage || left.storage.code == right.storage.code
    }

    /// Feeds the code.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(storage.code)
    }
}

extension UnitOfMeasure: CustomStringConvertible {
    /// The UCUM code.
    public var description: String { code }
}
