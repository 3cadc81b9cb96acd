import ClinicalQuality

/// Puts a protocol and its amendments together from their files.
struct ProtocolLoader {
    let files: DefinitionFiles
    private var diagnostics: [Diagnostic] = []

    init(files: DefinitionFiles) {
        self.files = files
    }

    mutating func load() throws(CompilationFailure) -> ProtocolVersions {
        let frameworks = readFrameworks()
        let read = readProtocol()
        let sites = readSites(frameworks, isPublished: read?.status == TrialProtocol.published)
        guard let first = read, var version = first.version else { throw failure() }
        let amendments = readAmendments(after: version)
        let listed = readItems(amendments)
        guard let library = compile(first, amendments) else { throw failure() }
        let items = listed?.naming(library)
        var file = first
        var units = self.units(of: library, at: path(of: first), naming: first.rootNode)
        var versions = [resolved(file, version, units, library, frameworks, sites, items)]
        for amendment in amendments {
            file.criteria = applied(amendment, to: file.criteria)
            let node = amendment.root
            let added = self.units(of: library, at: path(of: amendment), naming: node)
            reportRedefinitions(added, of: units)
            // The libraries in which a version looks for its definitions, newest first.
            units = added + units
            version = amendment.version
            versions.append(resolved(file, version, units, library, frameworks, sites, items))
        }
        guard diagnostics.allSatisfy({ $0.severity != .error }) else { throw failure() }
        return ProtocolVersions(versions)
    }

    private mutating func resolved(
        _ file: ProtocolFile,
        _ version: ProtocolVersion,
        _ units: [CompiledLibrary.Unit],
        _ library: CompiledLibrary,
        _ frameworks: [String: CountryFramework],
        _ sites: [Site],
        _ items: ItemCatalog?
    ) -> TrialProtocol {
        let reader = YAMLReader(path: path("protocol.yaml"))
        var resolver = ProtocolResolver(file: file, units: units, reader: reader)
        let rows = resolver.resolve()
        report(resolver.reader.diagnostics)
        return TrialProtocol(file, version, rows, library, frameworks, sites, items)
    }

    private mutating func applied(
        _ amendment: AmendmentFile,
        to rows: [ProtocolFile.CriterionRow]
    ) -> [ProtocolFile.CriterionRow] {
        var reader = YAMLReader(path: amendment.root.path)
        let rows = amendment.applied(to: rows, &reader)
        report(reader.diagnostics)
        return rows
    }

    /// A row that several versions have is told of once.
    private mutating func report(_ found: [Diagnostic]) {
        diagnostics += found.filter { !diagnostics.contains($0) }
    }

    private func failure() -> CompilationFailure {
        CompilationFailure(
            diagnostics: diagnostics.sorted {
                ($0.location.path, $0.location.line, $0.location.column)
                    < ($1.location.path, $1.location.line, $1.location.column)
            }
        )
    }

    private func path(_ name: String) -> String { files.protocolFolder + "/" + name }

    private func path(of file: ProtocolFile) -> String { path(file.library) }

    private func path(of amendment: AmendmentFile) -> String {
        folder(of: amendment) + "/" + amendment.library
    }

    private func folder(of amendment: AmendmentFile) -> String {
        amendment.root.path.split(separator: "/").dropLast().joined(separator: "/")
    }

    // MARK: Reading

    /// Hands the root of `path` to `body`; reports when the file is missing.
    private mutating func read<Result>(
        _ path: String,
        _ body: (YAMLNode, inout YAMLReader) -> Result?
    ) -> Result? {
        guard let text = files.texts[path] else {
            diagnostics.append(.missingFile(path))
            return nil
        }
        var reader = YAMLReader(path: path)
        let result = reader.root(of: text).flatMap { body($0, &reader) }
        diagnostics += reader.diagnostics
        return result
    }

    private mutating func readProtocol() -> ProtocolFile? {
        read(path("protocol.yaml")) { ProtocolFile($0, &$1) }
    }

    private mutating func readFrameworks() -> [String: CountryFramework] {
        var frameworks: [String: CountryFramework] = [:]
        for path in files.paths(under: path("frameworks"), endingIn: ".yaml") {
            if let framework = read(path, FrameworkFile.read) {
                frameworks[framework.country] = framework
            }
        }
        return frameworks
    }

    /// A published trial needs no sites.
    private mutating func readSites(
        _ frameworks: [String: CountryFramework],
        isPublished: Bool
    ) -> [Site] {
        if isPublished, files.texts[path("sites.yaml")] == nil { return [] }
        return read(path("sites.yaml")) { root, reader in
            SitesFile.read(root, frameworks: frameworks, &reader)
        } ?? []
    }

    /// A protocol without the file takes FHIR documents only; the one of the newest amendment that
    /// has one counts for all versions.
    private mutating func readItems(_ amendments: [AmendmentFile]) -> ItemCatalog? {
        let folders = [files.protocolFolder] + amendments.map { folder(of: $0) }
        let path = folders.reversed().map { $0 + "/" + ItemsFile.name }
            .first { files.texts[$0] != nil }
        return path.flatMap { read($0, ItemsFile.read) }
    }

    /// The amendments in the order in which each changes the one before it.
    private mutating func readAmendments(after first: ProtocolVersion) -> [AmendmentFile] {
        var waiting = files.paths(under: path("amendments"), endingIn: "/amendment.yaml")
            .compactMap { read($0) { AmendmentFile($0, &$1) } }
        var ordered: [AmendmentFile] = []
        var last = first
        while let next = waiting.firstIndex(where: { $0.amends == last.number }) {
            let amendment = waiting.remove(at: next)
            var reader = YAMLReader(path: amendment.root.path)
            if !last.date.isBefore(amendment.version.date) {
                reader.report(
                    "wrong-date",
                    "an amendment is dated after the version that it amends (\(last.date))",
                    at: amendment.root["date"] ?? amendment.root
                )
            }
            diagnostics += reader.diagnostics
            ordered.append(amendment)
            last = amendment.version
        }
        for amendment in waiting {
            var reader = YAMLReader(path: amendment.root.path)
            reader.report(
                "unknown-version",
                "there is no version `\(amendment.amends)`, or another amendment changes it already",
                at: amendment.root["amends"] ?? amendment.root
            )
            diagnostics += reader.diagnostics
        }
        return ordered
    }

    // MARK: Compiling

    /// The library of the newest version, which includes those of the older ones.
    private mutating func compile(
        _ first: ProtocolFile,
        _ amendments: [AmendmentFile]
    ) -> CompiledLibrary? {
        let path = amendments.last.map(path(of:)) ?? path(of: first)
        guard let text = files.texts[path] else {
            diagnostics.append(.missingFile(path))
            return nil
        }
        let own = files.paths(under: files.protocolFolder, endingIn: ".cql").filter { $0 != path }
        let shared = files.paths(under: DefinitionFiles.sharedFolder, endingIn: ".cql")
        let others = (own + shared).map { LibrarySource(path: $0, text: files.texts[$0] ?? "") }
        do throws(CompilationFailure) {
            return try Compiler().compile(
                LibrarySource(path: path, text: text),
                including: others
            )
        } catch {
            diagnostics += error.diagnostics
            return nil
        }
    }

    /// The library at `path`; reports when the one that was compiled does not include it.
    private mutating func units(
        of library: CompiledLibrary,
        at path: String,
        naming node: YAMLNode
    ) -> [CompiledLibrary.Unit] {
        if let unit = ([library.main] + library.included).first(where: { $0.path == path }) {
            return [unit]
        }
        var reader = YAMLReader(path: node.path)
        reader.report(
            "not-included",
            "the library of the newest amendment does not include this one",
            at: node["library"] ?? node
        )
        report(reader.diagnostics)
        return []
    }

    /// A definition of an earlier version never gets another meaning: an amendment gives it a new
    /// name, and names it in the rows that it changes.
    private mutating func reportRedefinitions(
        _ added: [CompiledLibrary.Unit],
        of before: [CompiledLibrary.Unit]
    ) {
        for definition in added.flatMap(\.definitions)
        where before.contains(where: { $0.handle(for: definition.name) != nil }) {
            diagnostics.append(
                Diagnostic(
                    severity: .error,
                    phase: .semantic,
                    rule: "redefined",
                    message: "an earlier version has \"\(definition.name)\" already, which must not"
                        + " get another meaning; give this one a name of its own",
                    location: definition.location
                )
            )
        }
    }
}

extension Diagnostic {
    fileprivate static func missingFile(_ path: String) -> Diagnostic {
        Diagnostic(
            severity: .error,
            phase: .semantic,
            rule: "missing-file",
            message: "this file is missing",
            location: SourceLocation(path: path, line: 1, column: 1, endLine: 1, endColumn: 1),
            suggestion: nil
        )
    }
}
