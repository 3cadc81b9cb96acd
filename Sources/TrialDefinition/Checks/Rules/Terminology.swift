import ClinicalQuality

/// A concept that no record can match, because it has no code.
enum ConceptWithoutCode: DefinitionRule {
    static let name = "concept-without-code"
    static let severity = Diagnostic.Severity.error
    static let summary = "a code, concept or value set without any code, so that nothing matches"
    static let remedy = "give it the codes that records carry"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        definition.outline.terminology.compactMap { entry in
            let isEmpty: Bool
            switch entry.value {
            case .code(let code): isEmpty = code.isBlank
            case .concept(let concept): isEmpty = concept.codes.allSatisfy(\.isBlank)
            case .valueSet(let set): isEmpty = set.expansion?.allSatisfy(\.isBlank) ?? true
            default: isEmpty = false
            }
            guard isEmpty else { return nil }
            return finding("\"\(entry.name)\" has no code", at: entry.location)
        }
    }
}

extension Code {
    fileprivate var isBlank: Bool { (code ?? "").allSatisfy(\.isWhitespace) }
}

/// A code or concept that nothing asks for.
enum UnusedTerminology: DefinitionRule {
    static let name = "unused-terminology"
    static let severity = Diagnostic.Severity.warning
    static let summary = "a code or concept that no criterion, factor or event uses"
    static let remedy = "use it, or remove it; of a shared library, check all protocols together"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        let used = definition.reached.terminology
        return definition.outline.terminology.indices.compactMap { index in
            let entry = definition.outline.terminology[index]
            if case .codeSystem = entry.value { return nil }
            guard !used.contains(index) else { return nil }
            return finding("nothing uses \"\(entry.name)\"", at: entry.location)
        }
    }
}
