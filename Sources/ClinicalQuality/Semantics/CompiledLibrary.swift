/// A library that can be evaluated, from any number of threads at once.
public struct CompiledLibrary: Sendable {
    /// A `define` or `define function`.
    public struct Definition: Sendable {
        /// The name as declared.
        public let name: String
        /// The type of the result.
        public let type: DataType
        /// The place of the whole statement.
        public let location: SourceLocation
        /// Whether this is a function, which has no value of its own.
        public let isFunction: Bool
        /// Whether other libraries can use it.
        public let isPrivate: Bool
        /// Whether the result depends on the time of the evaluation (`Now()`, `Today()`, an age),
        /// not only on the record.
        public let dependsOnNow: Bool
    }

    /// One library of those that were compiled together.
    public struct Unit: Sendable {
        /// The name of the library; nil when it has none.
        public let name: String?
        /// The version of the library; nil when it has none.
        public let version: String?
        /// The path under which its text was given.
        public let path: String
        /// In the order of the text.
        public let definitions: [Definition]

        fileprivate let handles: [String: DefinitionHandle]

        /// The handle of a definition of this library; nil when there is none, or it is a function.
        public func handle(for definition: String) -> DefinitionHandle? { handles[definition] }
    }

    /// A parameter of the library or of one that it includes.
    public struct Parameter: Sendable {
        /// The name as declared.
        public let name: String
        /// The type of its value.
        public let type: DataType
        /// Whether the library says what it is when nobody gives it.
        public let hasDefault: Bool
        /// The place of the declaration.
        public let location: SourceLocation
    }

    /// A code, concept, code system or value set that the main library declares.
    public struct Terminology: Sendable {
        /// The name as declared.
        public let name: String
        /// A `.code`, `.concept`, `.codeSystem` or `.valueSet`.
        public let value: Value
    }

    /// A place where the record is read.
    public struct Retrieve: Sendable {
        /// The class asked for.
        public let type: ClassType
        /// The codes asked for; nil for all objects of the class, or when the codes are known only
        /// when the library is evaluated.
        public let codes: [CodeKey]?
        /// The terminology as written, for example `"Creatinine"`.
        public let codesName: String?
        /// The place of the retrieve.
        public let location: SourceLocation
        /// The definition or function that contains it.
        public let definition: String?
    }

    /// The main library.
    public let main: Unit
    /// The libraries that the main one includes, directly or through others, in the order in which
    /// they were met.
    public let included: [Unit]
    /// Of all libraries.
    public let parameters: [Parameter]
    /// Of the main library, sorted by name.
    public let terminology: [Terminology]
    /// What codes and concepts are called, in all libraries.
    public let terminologyNames: TerminologyNames
    /// Of all libraries.
    public let retrieves: [Retrieve]
    /// What is doubtful, but no reason to refuse the library.
    public let warnings: [Diagnostic]

    let program: Program

    /// The name of the main library; nil when it has none.
    public var name: String? { main.name }
    /// The version of the main library; nil when it has none.
    public var version: String? { main.version }
    /// Of the main library, in the order of the text.
    public var definitions: [Definition] { main.definitions }

    /// The handle of a definition of the main library; nil when there is none, or it is a
    /// function.
    public func handle(for definition: String) -> DefinitionHandle? {
        main.handle(for: definition)
    }
}

/// A definition, found by name once and evaluated many times.
public struct DefinitionHandle: Sendable, Hashable {
    let index: Int
}

extension CompiledLibrary {
    init(_ compilation: Compilation, _ main: LibraryUnit) {
        func location(_ span: Span) -> SourceLocation {
            compilation.sources[Int(span.file)].location(span)
        }
        self.main = Unit(main, compilation)
        included = compilation.units.filter { $0 !== main }.map { Unit($0, compilation) }
        warnings = compilation.diagnostics
        parameters = compilation.parameters.map {
            Parameter(
                name: $0.name,
                type: $0.type,
                hasDefault: $0.defaultValue != nil,
                location: location($0.span)
            )
        }
        terminology = main.symbols.compactMap { name, symbol in
            guard case .terminology(let terminology) = symbol else { return nil }
            return Terminology(name: name, value: terminology.value)
        }.sorted { $0.name < $1.name }
        terminologyNames = TerminologyNames(
            compilation.units.flatMap { unit in
                unit.symbols.sorted { $0.key < $1.key }.compactMap { name, symbol in
                    if case .terminology(let terminology) = symbol {
                        Terminology(name: name, value: terminology.value)
                    } else {
                        nil
                    }
                }
            }
        )
        retrieves = compilation.retrieves.map {
            Retrieve(
                type: $0.type,
                codes: $0.codes,
                codesName: $0.codesName,
                location: location($0.span),
                definition: $0.definition
            )
        }
        let missing = Program.Body(name: "", node: ConstantNode(.none, .null))
        program = Program(
            definitions: compilation.definitions.map { $0.compiled ?? missing },
            parameters: compilation.parameters.map {
                Program.ParameterEntry(
                    name: $0.name,
                    type: $0.type,
                    defaultValue: $0.defaultValue
                )
            },
            sources: compilation.sources,
            selections: SelectionTable(compilation.selections)
        )
    }
}

extension CompiledLibrary.Unit {
    fileprivate init(_ unit: LibraryUnit, _ compilation: Compilation) {
        func location(_ span: Span) -> SourceLocation {
            compilation.sources[Int(span.file)].location(span)
        }
        name = unit.name
        version = unit.syntax.version
        path = unit.source.path
        var handles: [String: DefinitionHandle] = [:]
        definitions = unit.statements.map { statement in
            switch statement {
            case .definition(let entry):
                handles[entry.name] = DefinitionHandle(index: entry.index)
                return CompiledLibrary.Definition(
                    name: entry.name,
                    type: entry.type,
                    location: location(entry.span),
                    isFunction: false,
                    isPrivate: entry.isPrivate,
                    dependsOnNow: entry.usesNow
                )
            case .function(let entry):
                return CompiledLibrary.Definition(
                    name: entry.name,
                    type: entry.result,
                    location: location(entry.span),
                    isFunction: true,
                    isPrivate: entry.isPrivate,
                    dependsOnNow: entry.usesNow
                )
            }
        }
        self.handles = handles
    }
}
