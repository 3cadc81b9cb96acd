import ClinicalQuality
import TrialDefinition

extension OfficeError {
    /// A definition that does not load: every problem with file, line, column and the line itself.
    init(definition failure: CompilationFailure, _ files: DefinitionFiles) {
        let sources = files.paths.map { LibrarySource(path: $0, text: files.texts[$0] ?? "") }
        self.init(failure, in: "the protocol", files.protocolFolder, sources)
    }

    /// A staff file that does not load: every problem with line and column.
    ///
    /// The line itself is not shown: a passphrase or a candidate's document may have been named
    /// by mistake.
    init(staff failure: CompilationFailure, _ name: String) {
        self.init(failure, in: "the staff file", name, [])
    }

    private init(
        _ failure: CompilationFailure,
        in what: String,
        _ name: String,
        _ sources: [LibrarySource]
    ) {
        let texts = failure.diagnostics.map { $0.rendered(in: sources) }
        let count = failure.diagnostics.count
        self.init(
            .badInput,
            at: failure.diagnostics.first.map { place in
                "\(place.location.path):\(place.location.line):\(place.location.column)"
            } ?? name,
            count == 1 ? "\(what) has an error" : "\(what) has \(count) errors",
            remedy: "correct the file:\n" + texts.joined(separator: "\n")
        )
    }
}
