import ClinicalQuality

/// A translation that cannot be read, or that says something else.
enum BadTranslation: DefinitionRule {
    static let name = "bad-translation"
    static let severity = Diagnostic.Severity.error
    static let summary =
        "a translation that cannot be read, is of no criterion, or has other numbers, or in another "
        + "order or unit"
    static let remedy = "correct the translation"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        definition.translations.flatMap { file -> [DefinitionFinding] in
            var findings = file.problems.map { finding($0.message, at: $0.location) }
            for (id, entry) in file.entries.sorted(by: { $0.key < $1.key }) {
                let location = entry.place.location("")
                guard let row = definition.rows.first(where: { $0.criterion.id == id }) else {
                    findings.append(
                        finding("`\(id)` is no criterion of the protocol", at: location)
                    )
                    continue
                }
                findings += differences(
                    id,
                    TranslatedNumbers(entry.text),
                    TranslatedNumbers(row.criterion.text)
                ).map { finding($0, at: location) }
            }
            return findings
        }
    }

    private static func differences(
        _ id: String,
        _ given: TranslatedNumbers,
        _ wanted: TranslatedNumbers
    ) -> [String] {
        let missing = wanted.values.subtracting(given.values).sorted().map {
            "\(id) does not say \($0), as the protocol does"
        }
        let added = given.values.subtracting(wanted.values).sorted().map {
            "\(id) says \($0), which the protocol does not"
        }
        guard missing.isEmpty, added.isEmpty else { return missing + added }
        return given.misplaced(against: wanted).map { numbers in
            let list = numbers.map(\.description).joined(separator: ", ")
            return ["\(id) says \(list), in another order or unit than the protocol"]
        } ?? []
    }
}

/// A language that a country asks for, and that the protocol does not have.
enum MissingTranslation: DefinitionRule {
    static let name = "missing-translation"
    static let severity = Diagnostic.Severity.warning
    static let summary = "criteria without a text in a language that a partner's country asks for"
    static let remedy = "write text/LANG.yaml with title, text and checked for each criterion"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        let files = definition.translations
        let partners = definition.definition.sites.filter { $0.status == .partner }
        let countries = Set(partners.map(\.country)).sorted()
        return countries.flatMap { country -> [DefinitionFinding] in
            let framework = definition.definition.frameworks[country]
            let languages = framework?.consent.languages ?? []
            // The protocol itself is in English.
            return languages.filter { $0 != "en" }.compactMap { language in
                guard let file = files.first(where: { $0.language == language }) else {
                    return finding(
                        "\(country) asks for \(language), and there is no text/\(language).yaml",
                        at: place(of: country, in: definition)
                    )
                }
                let missing = definition.rows.map(\.criterion.id).filter {
                    file.entries[$0] == nil
                }
                guard !missing.isEmpty else { return nil }
                let list = missing.joined(separator: ", ")
                return finding("\(language) has no text for \(list)", at: file.place)
            }
        }
    }

    /// Where the country's file lists its languages.
    private static func place(
        of country: String,
        in definition: CheckedDefinition
    ) -> SourceLocation {
        let path = definition.files.protocolFolder + "/frameworks/\(country).yaml"
        var reader = YAMLReader(path: path)
        if let consent = reader.root(of: definition.files.texts[path] ?? "")?["consent"] {
            return RowPlace(node: consent).location("languages")
        }
        return SourceLocation(path: path, line: 1, column: 1, endLine: 1, endColumn: 1)
    }
}

/// A translation that no native reader has read.
enum UncheckedTranslation: DefinitionRule {
    static let name = "unchecked-translation"
    static let severity = Diagnostic.Severity.warning
    static let summary = "a translation with `checked: false`"
    static let remedy =
        "let a native reader compare it with the protocol, then write `checked: true`"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        definition.translations.flatMap { file -> [DefinitionFinding] in
            let open = file.entries.filter { !$0.value.isChecked }.keys.sorted()
            let criteria =
                open.isEmpty
                ? []
                : [
                    finding(
                        "no native reader has checked \(open.joined(separator: ", "))",
                        at: file.place
                    )
                ]
            let shared = TranslationFile.shared(file.language, in: definition.files)
            return criteria + [file, shared].compactMap(\.self).flatMap(words)
        }
    }

    private static func words(in file: TranslationFile) -> [DefinitionFinding] {
        let open = file.words.count { !$0.value.isChecked }
        return open == 0
            ? [] : [finding("no native reader has checked \(open) words", at: file.place)]
    }
}

/// A text of the library that a report has to show in English.
enum UntranslatedText: DefinitionRule {
    static let name = "untranslated-text"
    static let severity = Diagnostic.Severity.warning
    static let summary =
        "a message or name that reports say, without words in a language that the protocol has"
    static let remedy = "write it under `words` of Library/text/LANG.yaml or text/LANG.yaml"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        guard !definition.translations.isEmpty else { return [] }
        let said = SpokenTexts(definition).all
        return definition.translations.flatMap { file -> [DefinitionFinding] in
            let shared = TranslationFile.shared(file.language, in: definition.files)
            return said.filter { file.words[$0] == nil && shared?.words[$0] == nil }.map { text in
                finding("\(file.language) has no words for `\(text)`", at: file.place)
            }
        }
    }
}

/// Words that do not fit the text that they stand for.
enum MisfittingWords: DefinitionRule {
    static let name = "misfitting-words"
    static let severity = Diagnostic.Severity.error
    static let summary = "words that leave out a hole of the English text, or say another number"
    static let remedy = "write each hole of the English text, and its numbers, once"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        definition.translations.flatMap { file -> [DefinitionFinding] in
            let shared = TranslationFile.shared(file.language, in: definition.files)
            let problems = (shared?.problems ?? []).map {
                finding($0.message, at: $0.location)
            }
            return problems + [file, shared].compactMap(\.self).flatMap(misfits)
        }
    }

    private static func misfits(in file: TranslationFile) -> [DefinitionFinding] {
        file.words.keys.sorted().compactMap { english in
            guard let words = file.words[english], let place = file.wordPlaces[english],
                holes(english) != holes(words.text)
                    || TranslatedNumbers(english).values != TranslatedNumbers(words.text).values
            else { return nil }
            return finding("the words for `\(english)` have other holes or numbers", at: place)
        }
    }

    private static func holes(_ text: String) -> [Int] {
        Phrase.pieces(of: text).compactMap { piece in
            if case .hole(let number) = piece { number } else { nil }
        }.sorted()
    }
}
