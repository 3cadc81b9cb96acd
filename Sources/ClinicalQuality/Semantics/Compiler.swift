/// Turns CQL libraries into something that can be evaluated.
///
/// Compiling is pure: the same texts give the same library or the same diagnostics.
public struct Compiler: Sendable {
    /// What can be set for a compilation.
    public struct Settings: Sendable {
        /// How grave it is to compare or add units that measure different things.
        public var unitMismatch: Diagnostic.Severity
        /// How grave it is to compare an element that may have several types in such a way that
        /// some of them, which could be compared too, are silently left out.
        public var ambiguousChoice: Diagnostic.Severity = .error
        /// The codes of value sets, by the identifier of the value set.
        public var valueSets: [String: [Code]]

        /// Creates settings; what is not given has its default.
        public init(
            unitMismatch: Diagnostic.Severity = .error,
            valueSets: [String: [Code]] = [:]
        ) {
            self.unitMismatch = unitMismatch
            self.valueSets = valueSets
        }
    }

    /// The name of the definition that `compileExpression` makes.
    public static let expressionName = "$expression"

    /// The length in bytes of UTF-8 up to which a text is read.
    ///
    /// It is a megabyte, more than any library needs. A longer one is refused with the rule `text-too-long`.
    public static let maximumLength = 1_048_576

    /// What can be set.
    public var settings: Settings
    let model: DataModel

    /// Creates a compiler for libraries that use `model`.
    public init(model: DataModel = .fhir401, settings: Settings = Settings()) {
        self.model = model
        self.settings = settings
    }

    /// Compiles a library together with those that it includes.
    ///
    /// The definitions of `main` can be evaluated; included libraries are looked up by name in
    /// `others`. Throws all errors found in one run; warnings are in the compiled library.
    public func compile(
        _ main: LibrarySource,
        including others: [LibrarySource] = []
    ) throws(CompilationFailure) -> CompiledLibrary {
        let compilation = Compilation(model: model, settings: settings)
        let unit = compilation.addUnit(main)
        compilation.link(unit, others)
        return try compilation.finish(unit)
    }

    /// Compiles one expression, as the only definition of a library of its own or, when `library`
    /// is given, as a further definition of that one.
    public func compileExpression(
        _ source: LibrarySource,
        in library: LibrarySource? = nil,
        including others: [LibrarySource] = []
    ) throws(CompilationFailure) -> CompiledLibrary {
        let compilation = Compilation(model: model, settings: settings)
        let unit = compilation.addUnit(library ?? LibrarySource(path: source.path, text: ""))
        if library == nil { unit.usesModel = true }
        compilation.link(unit, others)
        compilation.addExpression(source, to: unit)
        return try compilation.finish(unit)
    }
}
