import Intake
public import TrialDefinition

/// All limits of a protocol against what people have written down about them.
public struct BoundaryRun: Sendable {
    /// One side of a limit in one scene.
    public struct Check: Sendable, Hashable, CustomStringConvertible {
        /// The number of the version.
        public let version: String
        /// The row that is answered.
        public let row: String
        /// The limit in words.
        public let limit: String
        /// The candidate.
        public let candidate: BoundaryCandidate
        /// The answer that is right.
        public let answer: String

        /// How a report names it.
        public var description: String { "\(version) \(row): \(candidate.name)" }
    }

    /// Everything to be checked.
    public let checks: [Check]
    /// Limits of the definition about which the file says nothing: version, row, limit.
    public let missing: [[String]]
    /// Entries of the file that are no limit of the definition.
    public let stale: [String]
    /// How many limits there are.
    public let count: Int

    /// Finds the limits of `files`, and makes the candidates that `file` asks for.
    public init(_ files: DefinitionFiles, _ file: BoundaryFile) throws {
        var checks: [Check] = []
        var missing: [[String]] = []
        var known: Set<[String]> = []
        let versions = try ProtocolVersions.load(files)
        for limits in try DecisionLimits.versions(of: files) {
            guard let definition = versions.version(limits.version) else { continue }
            let maker = BoundaryMaker(limits.all, definition)
            for limit in limits.all where limits.isToBeTested(limit) {
                let name = [limits.version, limit.row, limit.description]
                known.insert(name)
                guard let all = file.expectations(limits.version, limit.row, limit.description)
                else {
                    missing.append(name)
                    continue
                }
                for expectation in all {
                    checks += try maker.candidates(limit, expectation).map { side, candidate in
                        Check(
                            version: limits.version,
                            row: limit.row,
                            limit: limit.description,
                            candidate: candidate,
                            answer: expectation.answers[side] ?? ""
                        )
                    }
                }
            }
        }
        self.checks = checks
        self.missing = missing
        stale = file.stale(besides: known)
        count = known.count
    }
}

extension BoundaryRun.Check {
    /// The answer that `definition` gives; `refused` where the intake does not take the document.
    public func given(by definition: TrialProtocol) throws -> String {
        do {
            let question = try AnswerReader.Question(
                description,
                candidate.document,
                site: candidate.site,
                asOf: candidate.asOf,
                answers: [row: answer]
            )
            var reader = try AnswerReader(definition, question)
            return reader.answer(to: row) ?? "no such row"
        } catch is IntakeError {
            return "refused"
        }
    }
}
