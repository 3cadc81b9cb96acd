import ClinicalQuality

/// One version of a loaded definition, laid open for the rules.
struct CheckedDefinition {
    let files: DefinitionFiles
    let definition: TrialProtocol
    let outline: LibraryOutline
    let meaning: Meaning
    /// The criteria with their places, in the order of the file.
    let rows: [Row]
    /// The factors with their places, in the order of the file.
    let factors: [(factor: StratificationFactor, place: RowPlace)]

    /// A criterion with its places.
    struct Row {
        let criterion: Criterion
        let place: RowPlace
        /// The index of the criterion's definition in the outline.
        let index: Int
    }

    /// The criteria in other languages, as this version words them.
    let translations: [TranslationFile]
    /// The CQL files in which the version looks for its definitions, the newest first.
    private let libraries: [String]

    /// The versions of the protocol in `files`, oldest first; throws what the loader throws.
    static func versions(
        of files: DefinitionFiles
    ) throws(CompilationFailure) -> [CheckedDefinition] {
        let all = try ProtocolVersions.load(files).all
        let sources = VersionSources(files)
        let amendments = all.dropFirst().compactMap { sources.amendment($0.version.number) }
        let newest = amendments.last?.library ?? sources.library
        let others = files.paths.filter { $0.hasSuffix(".cql") && $0 != newest }.map {
            LibrarySource(path: $0, text: files.texts[$0] ?? "")
        }
        let outline = try Compiler().outline(
            LibrarySource(path: newest, text: files.texts[newest] ?? ""),
            including: others
        )
        let meaning = Meaning(outline)
        return all.enumerated().map { index, version in
            CheckedDefinition(files, version, sources, Array(amendments.prefix(index)), meaning)
        }
    }

    private init(
        _ files: DefinitionFiles,
        _ version: TrialProtocol,
        _ sources: VersionSources,
        _ amendments: [VersionSources.Amendment],
        _ meaning: Meaning
    ) {
        self.files = files
        definition = version
        outline = meaning.outline
        self.meaning = meaning
        let libraries = amendments.reversed().map(\.library) + [sources.library]
        self.libraries = libraries
        translations = TranslationFile.all(in: files, amendments)
        var places = sources.criteria
        for amendment in amendments { places.merge(amendment.criteria) { $1 } }
        func index(_ name: String) -> Int? {
            libraries.lazy.compactMap { meaning.outline.index(of: name, at: $0) }.first
        }
        rows = version.criteria.compactMap { criterion in
            guard let place = places[criterion.id], let index = index(criterion.expression) else {
                return nil
            }
            return Row(criterion: criterion, place: place, index: index)
        }
        factors = Array(zip(version.factors, sources.factors)).map { ($0, $1) }
    }

    /// The index of the definition that the version calls `name`.
    func index(of name: String) -> Int? {
        libraries.lazy.compactMap { outline.index(of: name, at: $0) }.first
    }

    /// Whether a place is in the protocol's own folder, not in the shared library.
    func isOwn(_ location: SourceLocation) -> Bool {
        location.path.hasPrefix(files.protocolFolder + "/")
    }

    /// The text at a place within one line.
    func text(at location: SourceLocation) -> String {
        let lines = (files.texts[location.path] ?? "")
            .split(separator: "\n", omittingEmptySubsequences: false)
        guard location.line <= lines.count else { return "" }
        let line = lines[location.line - 1].unicodeScalars.dropFirst(location.column - 1)
        let isWhole = location.endLine == location.line
        let part = isWhole ? line.prefix(location.endColumn - location.column) : line
        return String(String.UnicodeScalarView(part)) + (isWhole ? "" : " …")
    }

    /// The expression of a definition that is no function, in its frame.
    func placed(_ index: Int) -> Placed? {
        outline.definitions[index].body.map { Placed($0, meaning.root) }
    }

    /// The definitions that anything in the protocol asks for: criteria, factors and events.
    var entrances: [Int] {
        rows.map(\.index)
            + (definition.factors.map(\.expression) + definition.events.map(\.expression))
            .compactMap { index(of: $0) }
    }

    /// All definitions, functions and terminology that criteria, factors or events reach.
    var reached: (definitions: Set<Int>, terminology: Set<Int>) {
        var definitions: Set<Int> = []
        var terminology: Set<Int> = []
        var open = entrances
        while let index = open.popLast() {
            guard definitions.insert(index).inserted, let body = outline.definitions[index].body
            else { continue }
            body.forEach { expression in
                switch expression.form {
                case .definition(let next), .call(let next, _): open.append(next)
                case .terminology(let next): terminology.insert(next)
                default: break
                }
            }
        }
        var terms = Array(terminology)
        while let index = terms.popLast() {
            for next in outline.terminology[index].uses where terminology.insert(next).inserted {
                terms.append(next)
            }
        }
        return (definitions, terminology)
    }
}

/// Where a row of `protocol.yaml` and its values stand.
struct RowPlace {
    let node: YAMLNode

    /// The place of `key`, or of the row.
    func location(_ key: String) -> SourceLocation {
        let place = node.keys.first { $0.text == key }
        let line = place?.node.line ?? node.line
        let column = place?.node.column ?? node.column
        let width = place == nil ? 0 : key.unicodeScalars.count
        return SourceLocation(
            path: node.path,
            line: line,
            column: column,
            endLine: line,
            endColumn: column + width
        )
    }
}

extension ExpressionOutline {
    /// Calls `body` with this expression and all inside of it.
    func forEach(_ body: (ExpressionOutline) -> Void) {
        body(self)
        for child in children { child.forEach(body) }
    }
}
