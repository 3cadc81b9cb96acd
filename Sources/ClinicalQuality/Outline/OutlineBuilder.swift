/// Puts an outline together from the text and what the compiler found out about it.
struct OutlineBuilder {
    private let compilation: Compilation
    private let recorder: OutlineRecorder
    private var indices: [ObjectIdentifier: Int] = [:]
    private var terminologyIndices: [TerminologyName: Int] = [:]

    private struct TerminologyName: Hashable {
        let unit: ObjectIdentifier
        let name: String
    }

    init(_ compilation: Compilation, _ recorder: OutlineRecorder) {
        self.compilation = compilation
        self.recorder = recorder
        var terms = 0
        for unit in compilation.units {
            for statement in unit.statements { indices[statement.identity] = indices.count }
            for declaration in unit.syntax.declarations where declaration.isTerminology {
                let name = TerminologyName(
                    unit: ObjectIdentifier(unit),
                    name: declaration.name.name
                )
                terminologyIndices[name] = terms
                terms += 1
            }
        }
    }

    func build() -> LibraryOutline {
        LibraryOutline(
            definitions: compilation.units.flatMap(\.statements).map(definition),
            terminology: compilation.units.flatMap(terminology)
        )
    }

    func location(_ span: Span) -> SourceLocation {
        compilation.sources[Int(span.file)].location(span)
    }

    // MARK: Declarations

    private func definition(_ statement: LibraryUnit.Statement) -> LibraryOutline.Definition {
        switch statement {
        case .definition(let entry):
            LibraryOutline.Definition(
                name: entry.name,
                type: entry.type,
                operands: nil,
                body: expression(entry.body, in: entry.unit),
                location: location(entry.nameSpan)
            )
        case .function(let entry):
            LibraryOutline.Definition(
                name: entry.name,
                type: entry.result,
                operands: entry.syntax.operands.map(\.name.name),
                body: entry.syntax.body.map { expression($0, in: entry.unit) },
                location: location(entry.nameSpan)
            )
        }
    }

    private func terminology(_ unit: LibraryUnit) -> [LibraryOutline.Terminology] {
        unit.syntax.declarations.filter(\.isTerminology).map { declaration in
            let names: [QualifiedName] =
                switch declaration.form {
                case .code(_, let system, _): [system]
                case .concept(let codes, _): codes
                case .valueSet(_, _, let systems): systems
                case .codeSystem, .parameter: []
                }
            var value = Value.null
            if case .terminology(let symbol)? = unit.symbols[declaration.name.name] {
                value = symbol.value
            }
            return LibraryOutline.Terminology(
                name: declaration.name.name,
                value: value,
                uses: names.compactMap { index(of: $0, in: unit) },
                location: location(declaration.name.span)
            )
        }
    }

    private func index(of name: QualifiedName, in unit: LibraryUnit) -> Int? {
        var owner = unit
        if let qualifier = name.qualifier {
            guard case .library(let library)? = unit.includes[qualifier.name] else { return nil }
            owner = library
        }
        return terminologyIndex(of: name.identifier.name, in: owner)
    }

    private func terminologyIndex(of name: String, in unit: LibraryUnit) -> Int? {
        terminologyIndices[TerminologyName(unit: ObjectIdentifier(unit), name: name)]
    }

    // MARK: Names

    /// What a name in `unit` stands for.
    func reference(_ name: Identifier, in unit: LibraryUnit) -> ExpressionOutline.Form? {
        guard let symbol = recorder.references[name.span] else { return nil }
        switch symbol {
        case .definition(let entry):
            return indices[ObjectIdentifier(entry)].map { .definition($0) }
        case .parameter: return .parameter(name.name)
        case .terminology: return terminologyIndex(of: name.name, in: unit).map { .terminology($0) }
        }
    }

    /// The index of the function that a call names, or nil when it is one of the language.
    func function(_ name: Identifier) -> Int? {
        recorder.calls[name.span].flatMap { indices[ObjectIdentifier($0)] }
    }

    func result(of expression: ExpressionSyntax) -> Typed? {
        recorder.results[ObjectIdentifier(expression)]
    }
}

extension LibraryUnit.Statement {
    fileprivate var identity: ObjectIdentifier {
        switch self {
        case .definition(let entry): ObjectIdentifier(entry)
        case .function(let entry): ObjectIdentifier(entry)
        }
    }
}

extension DeclarationSyntax {
    fileprivate var isTerminology: Bool {
        if case .parameter = form { false } else { true }
    }
}
