import ClinicalQuality

/// `text/LANG.yaml`: the criteria in another language, with what amendments change in them, and what
/// the CQL beside it says.
struct TranslationFile {
    let language: String
    /// By the criterion's `id`.
    private(set) var entries: [String: Entry]
    /// By the English text or pattern.
    private(set) var words: [String: Vocabulary.Entry]
    /// The places of ``words``.
    private(set) var wordPlaces: [String: SourceLocation]
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
        _ amendments: [VersionSources.Amendment],
        only language: String? = nil
    ) -> [TranslationFile] {
        var found: [String: TranslationFile] = [:]
        for file in all(in: files, under: files.protocolFolder + "/", only: language) {
            found[file.language] = file
        }
        for amendment in amendments {
            for id in amendment.criteria.keys {
                for language in found.keys { found[language]?.entries[id] = nil }
            }
            for file in all(in: files, under: amendment.folder, only: language) {
                guard var known = found[file.language] else {
                    found[file.language] = file
                    continue
                }
                known.entries.merge(file.entries) { $1 }
                known.words.merge(file.words) { $1 }
                known.wordPlaces.merge(file.wordPlaces) { $1 }
                known.place = file.place
                known.problems += file.problems
                found[file.language] = known
            }
        }
        return found.values.sorted { $0.language < $1.language }
    }

    /// What the shared library says in `language`; nil when there is no such file.
    static func shared(_ language: String, in files: DefinitionFiles) -> TranslationFile? {
        all(in: files, under: DefinitionFiles.sharedFolder + "/", only: language).first
    }

    private static func all(
        in files: DefinitionFiles,
        under folder: String,
        only language: String?
    ) -> [TranslationFile] {
        let folder = folder + "text/"
        return files.paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(".yaml") }
            .map { ($0, String($0.dropFirst(folder.count).dropLast(".yaml".count))) }
            .filter { language == nil || $0.1 == language }
            .map { TranslationFile(path: $0, language: $1, text: files.texts[$0] ?? "") }
    }

    private init(path: String, language: String, text: String) {
        self.language = language
        words = [:]
        wordPlaces = [:]
        var reader = YAMLReader(path: path)
        var entries: [String: Entry] = [:]
        var place: SourceLocation?
        if let root = reader.root(of: text) {
            reader.expectKeys(["format", "criteria", "checked", "words"], in: root)
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
            } else if root["words"] == nil {
                reader.report("missing-key", "`criteria` or `words` is missing", at: root)
            }
            (words, wordPlaces) = Self.readWords(root, &reader)
        }
        self.entries = entries
        self.place =
            place
            ?? SourceLocation(path: path, line: 1, column: 1, endLine: 1, endColumn: 1)
        problems = reader.diagnostics
    }

    /// `words`, each a text by its English one; `checked` is about all of them.
    private static func readWords(
        _ root: YAMLNode,
        _ reader: inout YAMLReader
    ) -> ([String: Vocabulary.Entry], [String: SourceLocation]) {
        guard let node = root["words"] else { return ([:], [:]) }
        let isChecked = reader.flag("checked", in: root)
        var words: [String: Vocabulary.Entry] = [:]
        var places: [String: SourceLocation] = [:]
        for (key, value) in node.pairs {
            guard let english = key.scalar, let text = value.scalar, !text.isEmpty else {
                reader.report("not-a-text", "`words` needs a text for each text", at: value)
                continue
            }
            words[english] = Vocabulary.Entry(text: text, isChecked: isChecked)
            places[english] = SourceLocation(
                path: key.path,
                line: key.line,
                column: key.column,
                endLine: key.line,
                endColumn: key.column
            )
        }
        return (words, places)
    }
}
