import ClinicalQuality
import TrialDefinition

/// Which part of the logic decides which rows.
struct Reach {
    /// A definition that decides.
    struct Part {
        let location: SourceLocation
        /// The rows that it decides, over all versions.
        let rows: Set<String>
    }

    /// In the order of the outline.
    let parts: [Part]
    /// What a `Message` says and when it says it, which never changes an answer.
    let silent: [SourceLocation]
    /// The names of the concepts that are declared, by file, in the order of the file.
    let concepts: [String: [String]]

    init(_ files: DefinitionFiles, _ versions: ProtocolVersions) throws {
        let library = versions.first.library
        let main = library.main.path
        let others = files.paths.filter { $0.hasSuffix(".cql") && $0 != main }
        let outline = try Compiler().outline(
            LibrarySource(path: main, text: files.texts[main] ?? ""),
            including: others.map { LibrarySource(path: $0, text: files.texts[$0] ?? "") }
        )
        var rows: [Int: Set<String>] = [:]
        var silent: [SourceLocation] = []
        let paths = [main] + library.included.map(\.path)
        for version in versions.all {
            let entrances =
                version.criteria.map { ($0.id, $0.expression) }
                + version.factors.map { ($0.id, $0.expression) }
            for (id, name) in entrances {
                guard let index = paths.lazy.compactMap({ outline.index(of: name, at: $0) }).first
                else { continue }
                Self.follow(index, outline, id, &rows, &silent)
            }
        }
        parts = outline.definitions.indices.compactMap { index in
            guard let found = rows[index], let body = outline.definitions[index].body else {
                return nil
            }
            return Part(location: body.location, rows: found)
        }
        self.silent = silent
        var concepts: [String: [String]] = [:]
        for entry in outline.terminology {
            if case .concept = entry.value {
                concepts[entry.location.path, default: []] += [entry.name]
            }
        }
        self.concepts = concepts
    }

    private static func follow(
        _ start: Int,
        _ outline: LibraryOutline,
        _ row: String,
        _ rows: inout [Int: Set<String>],
        _ silent: inout [SourceLocation]
    ) {
        var open = [start]
        while let index = open.popLast() {
            guard rows[index, default: []].insert(row).inserted,
                let body = outline.definitions[index].body
            else { continue }
            visit(body) { expression in
                switch expression.form {
                case .definition(let next), .call(let next, _): open.append(next)
                case .operation("Message", let operands):
                    silent += operands.dropFirst().map(\.location)
                default: break
                }
            }
        }
    }

    private static func visit(
        _ expression: ExpressionOutline,
        _ body: (ExpressionOutline) -> Void
    ) {
        body(expression)
        var children = expression.children
        if case .operation("Message", let operands) = expression.form {
            children = Array(operands.prefix(1))
        }
        for child in children { visit(child, body) }
    }
}
