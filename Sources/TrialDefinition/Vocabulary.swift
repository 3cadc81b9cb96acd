import ClinicalQuality

/// What a protocol and the shared library say, in another language: by the English texts.
///
/// A text with values in it is a pattern with holes, `the latest result is of {0}, older than {1}`.
public struct Vocabulary: Sendable {
    /// The ISO 639-1 code of the language, for example `es`.
    public let language: String
    private var entries: [String: Entry] = [:]

    /// A text in the other language.
    public struct Entry: Sendable, Equatable {
        /// The text, with the holes of the English one.
        public let text: String
        /// Whether a native reader has read it.
        public let isChecked: Bool

        /// Holds a text.
        public init(text: String, isChecked: Bool) {
            self.text = text
            self.isChecked = isChecked
        }
    }

    /// No words at all.
    public init(language: String) { self.language = language }

    /// The words for `text`, a text or pattern as it is in English; nil where there are none.
    public subscript(text: String) -> Entry? { entries[text] }

    /// The English texts for which there are words, sorted.
    public var texts: [String] { entries.keys.sorted() }

    fileprivate mutating func add(_ words: [String: Entry]) { entries.merge(words) { $1 } }

    fileprivate mutating func add(_ criterion: Criterion, _ entry: TranslationFile.Entry) {
        let isChecked = entry.isChecked
        entries[criterion.title] = Entry(text: entry.title, isChecked: isChecked)
        entries[criterion.text] = Entry(text: entry.text, isChecked: isChecked)
    }
}

extension ProtocolVersions {
    /// The words of `version` in the language with the ISO 639-1 code `language`, from the files of
    /// the protocol and of the shared library.
    ///
    /// What cannot be read is left out, so that reports show it in English; the check of a
    /// definition tells it.
    public func vocabulary(
        _ language: String,
        of version: TrialProtocol,
        in files: DefinitionFiles
    ) -> Vocabulary {
        var vocabulary = Vocabulary(language: language)
        let sources = VersionSources(files)
        let index = all.firstIndex { $0.version == version.version } ?? 0
        let amendments = all.prefix(index + 1).dropFirst()
            .compactMap { sources.amendment($0.version.number) }
        if let shared = TranslationFile.shared(language, in: files) { vocabulary.add(shared.words) }
        let own = TranslationFile.all(in: files, amendments, only: language)
        for file in own {
            vocabulary.add(file.words)
            for criterion in version.criteria {
                if let entry = file.entries[criterion.id] { vocabulary.add(criterion, entry) }
            }
        }
        return vocabulary
    }
}
