import ClinicalQuality
import TestSupport
public import TrialDefinition

/// Whether the expected answers of candidates and boundaries notice a mutant.
public final class MutationJudge: Sendable {
    private let files: DefinitionFiles
    private let questions: [Asked]

    /// A candidate whose answers are known.
    private struct Asked {
        let version: String
        let question: AnswerReader.Question
        /// The expected overall answer; nil for a boundary.
        let verdict: String?
    }

    /// What became of a mutant.
    public enum Outcome: Sendable, Hashable {
        /// The loader refuses it, with the name of its rule.
        case refused(String)
        /// An answer differs; the text names the first one.
        case caught(String)
        /// Nothing noticed.
        case survived
    }

    /// Reads the candidates with their expected answers, and makes those of the boundaries.
    ///
    /// With `rows`, only what tells about these is made.
    public init(_ files: DefinitionFiles, rows: Set<String>? = nil) throws {
        self.files = files
        let version = try ProtocolVersions.load(files).first.version.number
        var questions = try CandidateFixture.all().map { fixture in
            Asked(
                version: version,
                question: try AnswerReader.Question(
                    fixture.name,
                    fixture.document,
                    site: fixture.site,
                    asOf: fixture.asOf,
                    answers: fixture.answers.merging(fixture.factors) { first, _ in first }
                ),
                verdict: fixture.verdict
            )
        }
        for check in try BoundaryRun(files, BoundaryFile()).checks
        where check.answer != "refused" && (rows?.contains(check.row) ?? true) {
            let question = try AnswerReader.Question(
                check.description,
                check.candidate.document,
                site: check.candidate.site,
                asOf: check.candidate.asOf,
                answers: [check.row: check.answer]
            )
            questions.append(Asked(version: check.version, question: question, verdict: nil))
        }
        self.questions = questions
        // Where an answer is wrong without any change, every mutant would seem to be caught.
        let versions = try ProtocolVersions.load(files)
        for asked in questions {
            guard let definition = versions.version(asked.version) else { continue }
            var reader = try AnswerReader(definition, asked.question)
            for (row, answer) in asked.question.answers where reader.answer(to: row) != answer {
                throw BoundaryFile.Flaw(
                    description: "\(asked.question.name) \(row) is not \(answer) without any change"
                )
            }
        }
    }

    /// How many candidates are asked.
    public var count: Int { questions.count }

    /// Loads the mutant and asks everything that it can change, until an answer differs.
    public func outcome(of mutant: Mutant) -> Outcome {
        var texts = files.texts
        texts[mutant.path] = mutant.applied(to: texts[mutant.path] ?? "")
        let changed = DefinitionFiles(protocolFolder: files.protocolFolder, texts: texts)
        let versions: ProtocolVersions
        do {
            versions = try ProtocolVersions.load(changed)
        } catch {
            return .refused(error.diagnostics.first?.rule ?? "")
        }
        for asked in questions {
            guard let definition = versions.version(asked.version),
                let found = difference(asked, mutant, definition)
            else { continue }
            return .caught(found)
        }
        return .survived
    }

    private func difference(
        _ asked: Asked,
        _ mutant: Mutant,
        _ definition: TrialProtocol
    ) -> String? {
        let expected = asked.question.answers.filter { mutant.rows.contains($0.key) }
        guard !expected.isEmpty else { return nil }
        guard var reader = try? AnswerReader(definition, asked.question) else {
            return "\(asked.question.name): cannot be evaluated"
        }
        for (row, answer) in expected.sorted(by: { $0.key < $1.key })
        where reader.answer(to: row) != answer {
            return "\(asked.question.name) \(row)"
        }
        // The kind of a row shows only in the verdict.
        if mutant.path.hasSuffix(".yaml"), let verdict = asked.verdict, reader.verdict() != verdict
        {
            return "\(asked.question.name): the verdict"
        }
        return nil
    }
}
