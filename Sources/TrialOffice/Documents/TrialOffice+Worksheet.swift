import ClinicalQuality
public import TrialDefinition

extension TrialOffice {
    /// An empty worksheet for a candidate of the protocol in `files`; needs no trial and no key.
    ///
    /// - Parameters:
    ///   - files: The protocol's folder and the shared library.
    ///   - version: The number of the version; nil for the newest one of the day.
    ///   - language: For example `es`.
    ///   - asOf: The day of screening, from which windows are counted.
    /// - Returns: The form; a text is made of it where it is shown.
    /// - Throws: ``OfficeError``: `badInput` for a protocol that does not load or has no list of
    ///   items, `notFound` for a version or language that it does not have.
    public static func worksheet(
        _ files: DefinitionFiles,
        version: String?,
        language: String,
        asOf: Day
    ) throws(OfficeError) -> WorksheetForm {
        let versions = try load(files)
        if let version { _ = try Self.version(version, of: versions, on: asOf) }
        guard let items = versions.first.items else {
            throw OfficeError(
                .badInput,
                at: files.protocolFolder,
                "this protocol has no list of items (items.yaml)",
                remedy: "add one, as Documentation/Inputs.md tells"
            )
        }
        guard items.languages.contains(language) else {
            throw OfficeError(
                .notFound,
                at: "--language",
                "there are no names of items in this language",
                remedy: "choose one of \(items.languages.joined(separator: ", "))"
            )
        }
        do throws(CompilationFailure) {
            let form = try WorksheetForm.make(
                files,
                version: version,
                language: language,
                asOf: asOf.date
            )
            if let form { return form }
        } catch {
            throw OfficeError(definition: error, files)
        }
        throw OfficeError(
            .software,
            at: "worksheet",
            "the form was not made",
            remedy: "report the command"
        )
    }
}
