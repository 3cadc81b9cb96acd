import ClinicalQuality
import TrialDefinition

extension OfficeError {
    /// A definition that does not load: every problem with file, line, column and the line itself.
    init(definition failure: CompilationFailure, _ files: DefinitionFiles) {
        let sources = files.paths.map { LibrarySource(path: $0, text: files.texts[$0] ?? "") }
        let texts = failure.diagnostics.map { $0.rendered(in: sources) }
        let count = failure.diagnostics.count
        self.init(
            .badInput,
            at: failure.diagnostics.first.map { place in
                "\(place.location.path):\(place.location.line):\(place.location.column)"
            } ?? files.protocolFolder,
            count == 1 ? "the protocol has an error" : "the protocol has \(count) errors",
            remedy: "correct the file:\n" + texts.joined(separator: "\n")
        )
    }
}
