import ClinicalQuality

/// `text/LANG.yaml`: the criteria in another language, with what amendments change in them.
struct TranslationFile {
    let language: String
    /// By the criterion's `id`.
    private(set) var entries: [String: Entry]
    /// Where the criteria of the newest file begin.
    private(set) var place: SourceLocation
    /// What is wrong with the files.
    private(set) var problems: [Diagnostic]

    /// One criterion in that language.
    struct Entry {
        let title: String
        let text: String
        /// Whether a native reader has read it.
        let isChecked: Bool
        let place: RowPlace
    }

    /// The translations of a version, by language.
    ///
    /// An amendment has its own `text/LANG.yaml` for the rows that it changes; what was written
    /// for the earlier row no longer counts.
    static func all(
        in files: DefinitionFiles,
        _ amendments: [VersionSources.Amendment]
    ) -> [TranslationFile] {
        var found: [String: TranslationFile] = [:]
        for file in all(in: files, under: files.protocolFolder + "/") {
            found[file.language] = file
        }
        for amendment in amendments {
            for id in amendment.criteria.keys {
                for language in found.keys { found[language]?.entries[id] = nil }
            }
            for file in all(in: files, under: amendment.folder) {
                guard var known = found[file.language] else {
                    found[file.language] = file
                    continue
                }
                known.entries.merge(file.entries) { $1 }
                known.place = file.place
                known.problems += file.problems
                found[file.language] = known
            }
        }
        return found.values.sorted { $0.language < $1.language }
    }

    private static func all(
        in files: DefinitionFiles,
        under folder: String
    ) -> [TranslationFile] {
        let folder = folder + "text/"
        return files.paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(".yaml") }.map { path in
            TranslationFile(
                path: path,
                language: String(path.dropFirst(folder.count).dropLast(".yaml".count)),
                text: files.texts[path] ?? ""
            )
        }
    }

    private init(path: String, language: String, text: String) {
        self.language = language
        var reader = YAMLReader(path: path)
        var entries: [String: Entry] = [:]
        var place: SourceLocation?
        if let root = reader.root(of: text) {
            reader.expectKeys(["format", "criteria"], in: root)
            _ = reader.integer("format", in: root, range: 1...ProtocolFile.format)
            place = RowPlace(node: root).location("criteria")
            if let criteria = root["criteria"] {
                for (id, key) in criteria.keys {
                    guard let node = criteria[id] else { continue }
                    reader.expectKeys(["title", "text", "checked"], in: node)
                    entries[id] = Entry(
                        title: reader.text("title", in: node),
                        text: reader.text("text", in: node),
                        isChecked: reader.flag("checked", in: node),
                        place: RowPlace(node: key)
                    )
                }
            } else {
                reader.report("missing-key", "`criteria` is missing", at: root)
            }
        }
        self.entries = entries
        self.place =
            place
            ?? SourceLocation(path: path, line: 1, column: 1, endLine: 1, endColumn: 1)
        problems = reader.diagnostics
    }
}
