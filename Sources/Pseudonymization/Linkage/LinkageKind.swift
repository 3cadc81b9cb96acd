/// What a linkage token stands for.
///
/// The raw values are stored, so they never change their meaning.
public struct LinkageKind: RawRepresentable, Hashable, Sendable {
    /// The stored code.
    public let rawValue: UInt8

    /// Takes a stored code; `LinkageToken` refuses unknown ones.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The complete name as folded, of at least three words, with the full birth date.
    static let fullName = LinkageKind(rawValue: 1)
    /// The full birth date.
    static let birthDate = LinkageKind(rawValue: 2)
    /// Year and month of birth.
    static let birthMonth = LinkageKind(rawValue: 3)
    /// The sex, with the year of birth.
    static let sex = LinkageKind(rawValue: 4)
    /// A record number with its system.
    static let recordNumber = LinkageKind(rawValue: 5)
    /// A record number with two neighboring characters in order, with its system and the birth date.
    static let recordCharacters = LinkageKind(rawValue: 6)
    /// The system of a record number.
    static let recordSystem = LinkageKind(rawValue: 7)
    /// A complete name of two words, or any with the first of January.
    static let shortFullName = LinkageKind(rawValue: 8)
    /// The complete name, with the digits of each part of the birth date in order.
    static let nameDigits = LinkageKind(rawValue: 9)

    /// Where in a name a component stands.
    enum Role: UInt8, CaseIterable {
        case firstGiven, otherGiven, family, lastFamily
    }

    /// Which spellings a key compares.
    enum Reach: UInt8, CaseIterable {
        /// Spellings in one script, and names of the lexicon in both.
        case plain
        /// How a Latin spelling sounds that is not in the lexicon.
        case crossLatin
        /// How an Arabic spelling sounds.
        case crossArabic
        /// How a Latin spelling of the lexicon sounds.
        case crossLexicon

        /// Whether such a key is compared with one of another reach.
        func meets(_ other: Reach) -> Bool {
            switch (self, other) {
            case (.plain, .plain), (.crossLatin, .crossLatin), (.crossLatin, .crossArabic),
                (.crossArabic, .crossLatin), (.crossArabic, .crossLexicon),
                (.crossLexicon, .crossArabic):
                true
            default: false
            }
        }
    }

    private static let nameCodes: ClosedRange<UInt8> = 16...31
    private static let openYearCodes: ClosedRange<UInt8> = 32...35
    private static let closedYearCodes: ClosedRange<UInt8> = 36...39
    private static let fragmentCodes: ClosedRange<UInt8> = 40...47

    /// One name with the birth date, day and month in either order.
    static func name(_ role: Role, _ reach: Reach) -> LinkageKind {
        LinkageKind(rawValue: nameCodes.lowerBound + role.rawValue * 4 + reach.rawValue)
    }

    /// A name without one of its letters, with the birth date; `isListed` says that it is known as a
    /// name of its own.
    static func fragment(_ role: Role, isListed: Bool) -> LinkageKind {
        LinkageKind(rawValue: fragmentCodes.lowerBound + role.rawValue * 2 + (isListed ? 1 : 0))
    }

    /// First given and family name in either order with year of birth and sex; `isOpen` says that
    /// the birth date leaves the day open.
    static func nameYear(isOpen: Bool, _ reach: Reach) -> LinkageKind {
        let codes = isOpen ? openYearCodes : closedYearCodes
        return LinkageKind(rawValue: codes.lowerBound + reach.rawValue)
    }

    /// Where the name stands that a token is of; nil for tokens of anything else.
    var role: Role? {
        isName ? Role(rawValue: (rawValue - Self.nameCodes.lowerBound) / 4) : nil
    }

    /// Where the name stands that a token is a fragment of; nil for tokens of anything else.
    var fragmentRole: Role? {
        isFragment ? Role(rawValue: (rawValue - Self.fragmentCodes.lowerBound) / 2) : nil
    }

    /// Whether the birth date of a name with a year leaves the day open; nil for all other kinds.
    var yearIsOpen: Bool? { isNameYear ? isOpenYear : nil }

    /// Whether a token is of a name with year of birth and sex.
    var isNameYear: Bool { isOpenYear || isClosedYear }

    private var isName: Bool { Self.nameCodes.contains(rawValue) }
    private var isFragment: Bool { Self.fragmentCodes.contains(rawValue) }
    private var isOpenYear: Bool { Self.openYearCodes.contains(rawValue) }
    private var isClosedYear: Bool { Self.closedYearCodes.contains(rawValue) }

    /// Which spellings a token of a name compares; the codes of names and years are multiples of 4.
    private var reach: Reach { Reach(rawValue: rawValue % 4) ?? .plain }

    /// Whether the token is of how an Arabic spelling sounds, or a Latin one; nil for all others.
    var isOfArabicSpelling: Bool? {
        guard isName || isNameYear, reach != .plain else { return nil }
        return reach == .crossArabic
    }

    /// Whether an index over tokens of this kind leads to few enough identities to be of use.
    public var isIndexed: Bool {
        isName || isNameYear
            || [Self.recordNumber, .recordCharacters, .nameDigits].contains(self)
    }

    /// Whether a token of this kind and one of another identity, of that kind, may be compared.
    ///
    /// A store asks this of the tokens with the same value that its index over values gives.
    ///
    /// - Parameter other: The other kind; the order of the two makes no difference.
    /// - Returns: True when the same value of both means something.
    public func meets(_ other: LinkageKind) -> Bool {
        if isName {
            return other.isName && reach.meets(other.reach)
        }
        if isFragment {
            // A slip makes of a given name hardly ever another that is in use.
            let bothListed = !rawValue.isMultiple(of: 2) && !other.rawValue.isMultiple(of: 2)
            let bothGiven = fragmentRole == .firstGiven && other.fragmentRole == .firstGiven
            return other.isFragment && !(bothListed && bothGiven)
        }
        guard isNameYear else { return self == other }
        // Two full dates of one year have nothing to do with each other.
        return (other.isOpenYear || isOpenYear && other.isClosedYear) && reach.meets(other.reach)
    }

    /// How many groups there are.
    static let groupCount = 4

    /// The group of kinds that may meet, in the order of the codes.
    var group: Int {
        switch rawValue {
        case ..<Self.nameCodes.lowerBound: 0
        case ...Self.nameCodes.upperBound: 1
        case ...Self.closedYearCodes.upperBound: 2
        default: 3
        }
    }

    /// A bit of its own for each kind.
    var bit: UInt64 { 1 << UInt64(rawValue & 63) }

    var isKnown: Bool {
        (1...9).contains(rawValue) || isName || isNameYear || isFragment
    }
}
