public import ClinicalQuality

extension TrialProtocol {
    /// Loads, compiles and checks a protocol.
    ///
    /// Files with an error never give a protocol: all problems that can be found in one run are
    /// thrown together, each with file, line and column.
    public static func load(_ files: DefinitionFiles) throws(CompilationFailure) -> TrialProtocol {
        var loader = ProtocolLoader(files: files)
        return try loader.load()
    }
}

/// Puts a protocol together from its files.
private struct ProtocolLoader {
    let files: DefinitionFiles
    var diagnostics: [Diagnostic] = []

    mutating func load() throws(CompilationFailure) -> TrialProtocol {
        let frameworks = readFrameworks()
        let sites = readSites(frameworks)
        guard let (file, reader) = readProtocol() else { throw failure() }
        let library = compile(file)
        guard let library else { throw failure() }
        var resolver = ProtocolResolver(file: file, library: library, reader: reader)
        let (criteria, factors, events) = resolver.resolve()
        diagnostics += resolver.reader.diagnostics
        guard diagnostics.allSatisfy({ $0.severity != .error }) else { throw failure() }
        return TrialProtocol(
            id: file.id,
            title: file.title,
            status: file.status,
            sponsor: file.sponsor,
            versions: file.versions,
            arms: file.arms,
            allocation: file.allocation,
            factors: factors,
            events: events,
            criteria: criteria,
            library: library,
            frameworks: frameworks,
            sites: sites
        )
    }

    private func failure() -> CompilationFailure {
        CompilationFailure(
            diagnostics: diagnostics.sorted {
                ($0.location.path, $0.location.line, $0.location.column)
                    < ($1.location.path, $1.location.line, $1.location.column)
            }
        )
    }

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

    private mutating func readProtocol() -> (ProtocolFile, YAMLReader)? {
        let path = files.protocolFolder + "/protocol.yaml"
        return read(path) { root, reader in
            let file = ProtocolFile(root, &reader)
            return (file, YAMLReader(path: path))
        }
    }

    private mutating func readFrameworks() -> [String: CountryFramework] {
        var frameworks: [String: CountryFramework] = [:]
        let folder = files.protocolFolder + "/frameworks"
        for path in files.paths(under: folder, endingIn: ".yaml") {
            if let framework = read(path, FrameworkFile.read) {
                frameworks[framework.country] = framework
            }
        }
        return frameworks
    }

    private mutating func readSites(_ frameworks: [String: CountryFramework]) -> [Site] {
        read(files.protocolFolder + "/sites.yaml") { root, reader in
            SitesFile.read(root, frameworks: frameworks, &reader)
        } ?? []
    }

    private mutating func compile(_ file: ProtocolFile) -> CompiledLibrary? {
        let path = files.protocolFolder + "/" + file.library
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
