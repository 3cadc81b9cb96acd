import ClinicalQuality

/// A definition, checked before a patient comes.
public struct DefinitionCheck: Sendable {
    /// The protocol's folder.
    public let folder: String
    /// Whether the definition can be used at all; when not, ``findings`` say why.
    public let isLoadable: Bool
    /// By file and place.
    public let findings: [DefinitionFinding]

    private static let ruleTypes: [any DefinitionRule.Type] = [
        ConstantCriterion.self, ConstantDefine.self, ContradictingCriteria.self,
        GapBetweenBranches.self, OverlappingBranches.self, WindowWithoutEvent.self,
        ConceptWithoutCode.self, UnusedTerminology.self, ThresholdWithoutSource.self,
        UnclearSource.self, UnitOfAnalyte.self, UnreadUnit.self, TextNumber.self,
        UnnamedNumber.self,
        BadTranslation.self, MissingTranslation.self, UncheckedTranslation.self,
        UntranslatedText.self, MisfittingWords.self,
        UnusedDefine.self, KindAndIdentifier.self, ChangeAndRemedy.self, UnknownLevel.self,
    ]

    /// All rules, in the order in which they are documented.
    public static var rules: [RuleDescription] { ruleTypes.map { $0.description } }

    /// Checks `files`.
    ///
    /// The same files give the same findings. What the loader refuses is told as findings too.
    public init(_ files: DefinitionFiles) {
        folder = files.protocolFolder
        do throws(CompilationFailure) {
            let versions = try CheckedDefinition.versions(of: files)
            isLoadable = true
            let doubts = versions[0].definition.library.warnings.map(DefinitionFinding.init)
            let found = Self.ruleTypes.flatMap { rule in
                let each = versions.map { Set(rule.findings(in: $0)) }
                // What one version uses is in use.
                let isUnused = rule == UnusedDefine.self || rule == UnusedTerminology.self
                return each.dropFirst().reduce(each[0]) {
                    isUnused ? $0.intersection($1) : $0.union($1)
                }
            }
            findings = Set(doubts + found).sorted(by: DefinitionFinding.isOrdered)
        } catch {
            isLoadable = false
            findings = error.diagnostics.map(DefinitionFinding.init)
                .sorted(by: DefinitionFinding.isOrdered)
        }
    }

    private init(_ check: DefinitionCheck, _ findings: [DefinitionFinding]) {
        folder = check.folder
        isLoadable = check.isLoadable
        self.findings = findings
    }

    /// Checks definitions that share a library.
    ///
    /// What one of them uses of it is in use. One alone does not tell what others use, so nothing is
    /// said of the library then.
    public static func together(_ all: [DefinitionFiles]) -> [DefinitionCheck] {
        let checks = all.map { DefinitionCheck($0) }
        let loaded = checks.filter(\.isLoadable)
        return checks.map { check in
            let findings = check.findings.filter { finding in
                finding.rule != UnusedTerminology.name
                    || finding.location.path.hasPrefix(check.folder + "/")
                    || loaded.count > 1 && loaded.allSatisfy { $0.findings.contains(finding) }
            }
            return DefinitionCheck(check, findings)
        }
    }
}
