import ClinicalQuality

/// A criterion that asks nothing: no record can meet it, or none can fail it.
enum ConstantCriterion: DefinitionRule {
    static let name = "constant-criterion"
    static let severity = Diagnostic.Severity.error
    static let summary = "a criterion that can never be met, or can never fail"
    static let remedy = "correct the limits or the logic, so that both answers are possible"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        definition.rows.compactMap { row in
            guard let placed = definition.placed(row.index),
                let missing = description(of: definition.meaning.possibleTruths(of: placed))
            else { return nil }
            let location = definition.outline.definitions[row.index].location
            return finding(
                "\(row.criterion.id) can \(missing), whatever a record says",
                at: location
            )
        }
    }

    /// What never happens; nil when both true and false are possible.
    static func description(of truths: Truths) -> String? {
        switch (truths.contains(.yes), truths.contains(.no)) {
        case (true, true): nil
        case (true, false): "never be false"
        case (false, true): "never be true"
        case (false, false): "be neither true nor false"
        }
    }
}

/// The same of a definition that a criterion uses: a part of the criterion is dead.
enum ConstantDefine: DefinitionRule {
    static let name = "constant-define"
    static let severity = Diagnostic.Severity.warning
    static let summary = "a definition in use that can never be true, or can never be false"
    static let remedy = "correct its limits or logic, or leave it out"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        let criteria = Set(definition.rows.map(\.index))
        let reached = definition.reached.definitions
        return definition.outline.definitions.indices.compactMap { index in
            let entry = definition.outline.definitions[index]
            guard reached.contains(index), !criteria.contains(index), entry.operands == nil,
                entry.type == .boolean, definition.isOwn(entry.location),
                let placed = definition.placed(index),
                let missing = ConstantCriterion.description(
                    of: definition.meaning.possibleTruths(of: placed)
                )
            else { return nil }
            return finding("\"\(entry.name)\" can \(missing)", at: entry.location)
        }
    }
}
