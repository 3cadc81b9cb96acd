/// The general categories of Unicode by their short names.
enum PatternCategory {
    typealias Test = @Sendable (Unicode.GeneralCategory) -> Bool

    static func test(_ name: String) -> Test? {
        if let single = singles[name] { return { $0 == single } }
        guard let group = groups[name] else { return nil }
        return { group.contains($0) }
    }

    private static let singles: [String: Unicode.GeneralCategory] = [
        "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter,
        "Lm": .modifierLetter, "Lo": .otherLetter, "Mn": .nonspacingMark, "Mc": .spacingMark,
        "Me": .enclosingMark, "Nd": .decimalNumber, "Nl": .letterNumber, "No": .otherNumber,
        "Pc": .connectorPunctuation, "Pd": .dashPunctuation, "Ps": .openPunctuation,
        "Pe": .closePunctuation, "Pi": .initialPunctuation, "Pf": .finalPunctuation,
        "Po": .otherPunctuation, "Sm": .mathSymbol, "Sc": .currencySymbol, "Sk": .modifierSymbol,
        "So": .otherSymbol, "Zs": .spaceSeparator, "Zl": .lineSeparator,
        "Zp": .paragraphSeparator, "Cc": .control, "Cf": .format,
    ]

    private static let groups: [String: [Unicode.GeneralCategory]] = {
        var groups: [String: [Unicode.GeneralCategory]] = [:]
        for (name, category) in singles {
            groups[String(name.prefix(1)), default: []] += [category]
        }
        return groups
    }()
}
