import ClinicalQuality

/// A definition of the protocol that nothing reaches.
enum UnusedDefine: DefinitionRule {
    static let name = "unused-define"
    static let severity = Diagnostic.Severity.warning
    static let summary = "a definition of the protocol that no criterion, factor or event reaches"
    static let remedy = "use it, or remove it"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        let reached = definition.reached.definitions
        return definition.outline.definitions.indices.compactMap { index in
            let entry = definition.outline.definitions[index]
            guard !reached.contains(index), definition.isOwn(entry.location) else { return nil }
            return finding("nothing uses \"\(entry.name)\"", at: entry.location)
        }
    }
}

/// A row whose identifier says the other kind.
enum KindAndIdentifier: DefinitionRule {
    static let name = "kind-and-id"
    static let severity = Diagnostic.Severity.warning
    static let summary = "a row whose identifier begins with I or E and whose kind is the other one"
    static let remedy = "correct the kind or the identifier"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        definition.rows.compactMap { row in
            let (id, kind) = (row.criterion.id, row.criterion.kind)
            guard id.dropFirst().first?.isNumber == true,
                id.hasPrefix("I") && kind == .exclusion || id.hasPrefix("E") && kind == .inclusion
            else { return nil }
            return finding("\(id) is of the kind \(kind.rawValue)", at: row.place.location("kind"))
        }
    }
}

/// A row that cannot change, and asks to wait or to repeat the test.
enum ChangeAndRemedy: DefinitionRule {
    static let name = "change-and-remedy"
    static let severity = Diagnostic.Severity.warning
    static let summary = "a row with `changes: false` whose remedy is to wait or to repeat"
    static let remedy = "write `changes: true`, or another remedy"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        definition.rows.compactMap { row in
            let remedy = row.criterion.remedy
            guard !row.criterion.canChange, remedy == .wait || remedy == .repeat else { return nil }
            return finding(
                "\(row.criterion.id) does not change, so that to \(remedy.rawValue) is no remedy",
                at: row.place.location("remedy")
            )
        }
    }
}

/// A factor whose levels are not those that its expression gives.
enum UnknownLevel: DefinitionRule {
    static let name = "unknown-level"
    static let severity = Diagnostic.Severity.error
    static let summary =
        "a level that a factor's expression gives and the table does not have, or "
        + "the other way round"
    static let remedy = "write the same levels in the table and in the expression"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        definition.factors.flatMap { factor, place -> [DefinitionFinding] in
            guard let index = definition.index(of: factor.expression),
                let placed = definition.placed(index),
                let given = texts(placed, definition.meaning)
            else { return [] }
            let location = place.location("levels")
            return given.filter { !factor.levels.contains($0) }.map {
                finding("\(factor.id) can be '\($0)', which is no level of it", at: location)
            }
                + factor.levels.filter { !given.contains($0) }.map {
                    finding("\(factor.id) can never be '\($0)'", at: location)
                }
        }
    }

    /// The texts that an expression can give; nil when they are not known.
    private static func texts(_ placed: Placed, _ meaning: Meaning) -> [String]? {
        let target = meaning.followed(placed, calls: true)
        switch target.expression.form {
        case .constant(.string(let text)): return [text]
        case .constant(.null): return []
        case .operation("As", let operands) where operands.count == 1:
            return texts(Placed(operands[0], target.frame), meaning)
        case .selection(let branches, let otherwise):
            var all: [String] = []
            for result in branches.map(\.result) + [otherwise] {
                guard let texts = texts(Placed(result, target.frame), meaning) else { return nil }
                all += texts
            }
            return all
        default: return nil
        }
    }
}
