/// The state of one run of the compiler over a library and those that it includes.
final class Compilation {
    let model: DataModel
    let settings: Compiler.Settings
    var sources: [SourceText] = []
    var units: [LibraryUnit] = []
    var diagnostics: [Diagnostic] = []
    var definitions: [DefinitionEntry] = []
    var functions: [FunctionEntry] = []
    var parameters: [ParameterDeclaration] = []
    var retrieves: [RetrieveUse] = []
    var cellCount = 0
    var selections = RecordSelections()
    /// What is found out about expressions, when an outline is asked for.
    var outline: OutlineRecorder?
    /// How many expressions enclose the current one, through all definitions that led to it.
    private var depth = 0
    /// The greatest depth reached while the current definition is being compiled.
    private var deepest = 0

    /// How many expressions may still be compiled; a text of the greatest length has fewer.
    private var remainingExpressions = 600_000

    /// The nesting that neither compiler nor evaluation may exceed.
    ///
    /// Since no definition depends on itself, checking it once here bounds the stack of every
    /// evaluation.
    static let maximumDepth = 1000

    struct ParameterDeclaration {
        let name: String
        let type: DataType
        let defaultValue: (any Node)?
        let span: Span
    }

    struct RetrieveUse {
        let type: ClassType
        let codes: [CodeKey]?
        let codesName: String?
        let span: Span
        let definition: String?
    }

    init(model: DataModel, settings: Compiler.Settings) {
        self.model = model
        self.settings = settings
    }

    // MARK: Diagnostics

    /// Records a problem, of which only so many of one severity are kept: looking for what was meant
    /// takes time, and a text can have a problem in every byte.
    func report(
        _ rule: String,
        _ message: String,
        _ span: Span,
        suggestion: @autoclosure () -> String? = nil,
        severity: Diagnostic.Severity = .error,
        phase: Diagnostic.Phase = .semantic
    ) {
        let known = diagnostics.count { $0.severity == severity }
        guard known <= Self.mostProblems else { return }
        let isLast = known == Self.mostProblems
        let diagnostic = Diagnostic(
            severity: severity,
            phase: phase,
            rule: isLast ? "too-many-problems" : rule,
            message: isLast
                ? "there are more problems, which show once others are mended" : message,
            location: sources[Int(span.file)].location(span),
            suggestion: isLast ? nil : suggestion()
        )
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }

    /// The problems of one severity that are shown.
    static let mostProblems = 100

    /// Whether it is of no use to look for more errors.
    var hasTooManyErrors: Bool {
        diagnostics.count { $0.severity == .error } > Self.mostProblems
    }

    /// Records an error and gives what to throw.
    func fail(
        _ rule: String,
        _ message: String,
        _ span: Span,
        suggestion: @autoclosure () -> String? = nil
    ) -> Reported {
        report(rule, message, span, suggestion: suggestion())
        return Reported()
    }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    // MARK: Texts

    /// Takes a text in; one that is too long is reported and counts as empty.
    func add(_ library: LibrarySource) -> (file: UInt16, source: SourceText) {
        let isTooLong = library.text.utf8.count > Compiler.maximumLength
        let source = SourceText(
            isTooLong ? LibrarySource(path: library.path, text: "") : library
        )
        sources.append(source)
        let file = UInt16(clamping: sources.count - 1)
        if isTooLong {
            report(
                "text-too-long",
                "the text has more than \(Compiler.maximumLength) bytes; "
                    + "divide it into libraries that include each other",
                Span(file: file, start: 0, end: 0),
                phase: .syntax
            )
        }
        return (file, source)
    }

    func addUnit(_ library: LibrarySource) -> LibraryUnit {
        let (file, source) = add(library)
        var parser = Parser(source, file: file)
        let syntax = parser.library()
        report(parser.problems)
        let unit = LibraryUnit(file: file, source: source, syntax: syntax)
        units.append(unit)
        return unit
    }

    func report(_ problems: [SyntaxError]) {
        for problem in problems {
            report(problem.rule, problem.message, problem.span, phase: .syntax)
        }
    }

    // MARK: Depth

    /// Runs `body` one level deeper.
    func nested<Result>(
        _ span: Span,
        _ body: () throws(Reported) -> Result
    ) throws(Reported) -> Result {
        depth += 1
        defer { depth -= 1 }
        try reach(depth, span)
        // Some forms are compiled twice, so that what nests in them can double at every level.
        remainingExpressions -= 1
        guard remainingExpressions > 0 else {
            throw fail("too-complex", "the library needs too much time to be compiled", span)
        }
        return try body()
    }

    /// Notes the use of something that is itself `levels` deep.
    func use(levels: Int, _ span: Span) throws(Reported) { try reach(depth + levels, span) }

    private func reach(_ depth: Int, _ span: Span) throws(Reported) {
        guard depth <= Self.maximumDepth else {
            throw fail(
                "nesting-too-deep",
                "the definitions nest more than \(Self.maximumDepth) levels deep",
                span
            )
        }
        deepest = max(deepest, depth)
    }

    /// Runs `body` and tells how many levels it reached below the current one.
    private func measured<Result>(
        _ body: () throws(Reported) -> Result
    ) throws(Reported) -> (result: Result, depth: Int) {
        let outer = deepest
        deepest = depth
        defer { deepest = max(outer, deepest) }
        let result = try body()
        return (result, deepest - depth)
    }

    // MARK: Bodies

    /// Compiles a definition if that has not happened yet.
    func compile(_ entry: DefinitionEntry, usedAt span: Span) throws(Reported) {
        switch entry.progress {
        case .done: return
        case .failed: throw Reported()
        case .inProgress:
            throw fail(
                "cyclic-definition",
                "the definition \"\(entry.name)\" depends on itself",
                span
            )
        case .notStarted: break
        }
        entry.progress = .inProgress
        do throws(Reported) {
            let compiler = ExpressionCompiler(
                self,
                entry.unit,
                context: entry.context,
                owner: entry.name
            )
            let (typed, depth) = try measured { () throws(Reported) in
                try compiler.compile(entry.body)
            }
            entry.depth = depth
            entry.type = typed.type
            entry.knownUnit = typed.unit
            entry.usesNow = compiler.usesNow
            entry.compiled = Program.Body(
                name: entry.name,
                node: typed.node
            )
            entry.progress = .done
        } catch {
            entry.progress = .failed
            throw error
        }
    }

    /// Compiles a function if that has not happened yet.
    func compile(_ entry: FunctionEntry, usedAt span: Span) throws(Reported) {
        switch entry.progress {
        case .done: return
        case .failed: throw Reported()
        case .inProgress:
            throw fail(
                "cyclic-definition",
                "the function \"\(entry.name)\" calls itself",
                span
            )
        case .notStarted: break
        }
        entry.progress = .inProgress
        do throws(Reported) {
            entry.depth = try measured { () throws(Reported) in try compileBody(entry) }.depth
            entry.progress = .done
        } catch {
            entry.progress = .failed
            throw error
        }
    }

    private func compileBody(_ entry: FunctionEntry) throws(Reported) {
        guard let body = entry.syntax.body else {
            throw fail(
                "external-function",
                "the external function \"\(entry.name)\" is not available",
                entry.nameSpan
            )
        }
        let compiler = ExpressionCompiler(
            self,
            entry.unit,
            context: entry.context,
            owner: entry.name
        )
        for (operand, type) in zip(entry.syntax.operands, entry.parameters) {
            _ = compiler.declare(operand.name.name, type)
        }
        var typed = try compiler.compile(body)
        if let result = entry.syntax.result {
            typed = try compiler.convert(
                typed,
                to: try compiler.resolve(result),
                for: "the result of \"\(entry.name)\""
            )
        }
        entry.result = typed.type
        entry.usesNow = compiler.usesNow
        entry.compiled = Program.Function(
            index: entry.index,
            node: typed.node,
            isRemembered: entry.parameters.contains(where: \.isOfRecord),
            isFixedForNone: entry.parameters.count == 1 && entry.parameters[0].isList
                && isSelfContained(typed.node)
        )
    }

    /// Whether the value of a function depends on its operands alone.
    private func isSelfContained(_ node: any Node) -> Bool {
        switch node {
        case is RetrieveNode, is SubjectNode, is DefinitionNode, is ParameterNode, is NullaryNode,
            is CallNode:
            false
        default: node.children.allSatisfy { isSelfContained($0) }
        }
    }
}

extension DataType {
    var isList: Bool {
        if case .list = self { true } else { false }
    }

    /// Whether values are objects of the record, or lists of them.
    fileprivate var isOfRecord: Bool {
        switch self {
        case .instance(let type), .list(.instance(let type)): type.isRetrievable
        default: false
        }
    }
}
