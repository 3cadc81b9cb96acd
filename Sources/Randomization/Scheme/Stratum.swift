/// A stratum: one level of each factor, in the order of the scheme.
///
/// Its text is a part of the label of every stream that it draws from, so it is kept with each
/// allocation exactly as it was used.
public struct Stratum: Hashable, Sendable {
    /// The level of one factor.
    public struct FactorLevel: Hashable, Sendable {
        /// The name of the factor.
        public let factor: String
        /// The level.
        public let level: String
    }

    /// The text of the only stratum of a scheme without factors.
    static let unstratified = "all"

    /// The levels in the order of the scheme; empty when there is no factor.
    public let levels: [FactorLevel]
    /// The canonical text: `site=BCN;disease-burden=high`, or `all` when there is no factor.
    public let text: String

    init(levels: [FactorLevel]) {
        self.levels = levels
        text =
            levels.isEmpty
            ? Self.unstratified
            : levels.map { "\($0.factor)=\($0.level)" }.joined(separator: ";")
    }

    /// Reads the canonical text; whether a scheme has this stratum is for the scheme to say.
    ///
    /// - Parameter text: The canonical text.
    /// - Throws: `RandomizationError.malformedStratum`.
    public init(text: String) throws(RandomizationError) {
        guard text != Self.unstratified else {
            self.init(levels: [])
            return
        }
        var levels: [FactorLevel] = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(
                String.init
            )
            guard sides.count == 2, sides.allSatisfy(SchemeName.isValid) else {
                throw .malformedStratum
            }
            levels.append(FactorLevel(factor: sides[0], level: sides[1]))
        }
        guard Set(levels.map(\.factor)).count == levels.count else { throw .malformedStratum }
        self.init(levels: levels)
    }
}

extension Stratum: Comparable, CustomStringConvertible {
    /// Orders strata by their texts, byte by byte.
    public static func < (left: Stratum, right: Stratum) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// The canonical text.
    public var description: String { text }
}

extension Stratum: Codable {
    /// Reads the canonical text.
    public init(from decoder: any Decoder) throws {
        try self.init(text: decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the canonical text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
