public import ClinicalQuality

/// The limits of all criteria and factors of one version of a protocol.
public struct DecisionLimits: Sendable {
    /// The number of the version.
    public let version: String
    /// By row, in the order of the protocol; within a row as they are reached first.
    public let all: [DecisionLimit]
    /// The rows that are new in this version, or worded otherwise than in the one before.
    public let changedRows: Set<String>

    /// Whether a limit has to be tested for this version, and not only for the one before.
    public func isToBeTested(_ limit: DecisionLimit) -> Bool { changedRows.contains(limit.row) }

    /// The limits of the versions of the protocol in `files`, the oldest first.
    ///
    /// - Throws: What ``ProtocolVersions/load(_:)`` throws for the same files.
    public static func versions(
        of files: DefinitionFiles
    ) throws(CompilationFailure) -> [DecisionLimits] {
        var before: [String: String] = [:]
        return try CheckedDefinition.versions(of: files).map { definition in
            let finder = LimitFinder(definition)
            var all = definition.rows.flatMap { finder.limits(of: $0.criterion.id, at: $0.index) }
            for factor in definition.definition.factors {
                guard let index = definition.index(of: factor.expression) else { continue }
                all += finder.limits(of: factor.id, at: index)
            }
            let factors = definition.definition.factors.map { ($0.id, $0.expression) }
            let criteria = definition.rows.map { ($0.criterion.id, $0.criterion.expression) }
            let expressions = Dictionary(criteria + factors, uniquingKeysWith: { $1 })
            let changed = expressions.filter { before[$0.key] != $0.value }.map(\.key)
            before = expressions
            return DecisionLimits(
                version: definition.definition.version.number,
                all: all,
                changedRows: Set(changed)
            )
        }
    }
}
