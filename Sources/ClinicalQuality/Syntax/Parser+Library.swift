extension Parser {
    /// Reads a whole library.
    ///
    /// A statement that is no CQL is reported and left out, so that the problems of the others show
    /// in the same run.
    mutating func library() -> LibrarySyntax {
        var library = LibrarySyntax()
        while current.kind != .end, problems.count <= Compilation.mostProblems {
            let before = position
            do throws(SyntaxError) {
                try statement(into: &library)
            } catch {
                problems.append(error)
                if position == before { position += 1 }
                recover()
            }
        }
        return library
    }

    /// The whole text as one expression.
    mutating func soleExpression() -> ExpressionSyntax? {
        do throws(SyntaxError) {
            let result = try expression()
            guard current.kind == .end else { throw expected("an operator or the end of the text") }
            return result
        } catch {
            problems.append(error)
            return nil
        }
    }

    /// Passes over tokens up to the next one that looks like the beginning of a statement.
    private mutating func recover() {
        while current.kind != .end {
            if current.kind == .identifier, current.startsLine,
                Keyword.statementStarts.contains(current.text)
            {
                return
            }
            position += 1
        }
    }

    private mutating func statement(into library: inout LibrarySyntax) throws(SyntaxError) {
        let start = current.span
        if accept("library") {
            guard library.name == nil, library.statements.isEmpty else {
                throw SyntaxError(
                    rule: "syntax",
                    message: "`library` must be the first declaration",
                    span: start
                )
            }
            library.name = try dottedName("a library name")
            library.version = try version()
            return
        }
        if !library.statements.isEmpty, !at("define"), !at("context"),
            Keyword.statementStarts.contains(current.text)
        {
            throw SyntaxError(
                rule: "syntax",
                message: "`\(current.text)` must stand before the first `define` or `context`",
                span: start
            )
        }
        if accept("using") {
            let name = try dottedName("a model name")
            let version = try version()
            let alias = accept("called") ? try declaredName("an alias") : nil
            library.usings.append(
                UsingSyntax(
                    name: name.identifier,
                    version: version,
                    alias: alias,
                    span: span(from: start)
                )
            )
        } else if accept("include") {
            let name = try dottedName("a library name")
            let version = try version()
            let alias = accept("called") ? try declaredName("an alias") : nil
            library.includes.append(
                IncludeSyntax(
                    name: Identifier(name: name.fullName, span: name.span),
                    version: version,
                    alias: alias ?? name.identifier,
                    span: span(from: start)
                )
            )
        } else if accept("context") {
            var name = try reference("a context name")
            if acceptSymbol(".") { name = try reference("a context name") }
            library.statements.append(
                StatementSyntax(
                    name: name,
                    isPrivate: false,
                    form: .context,
                    span: span(from: start)
                )
            )
        } else if accept("define") {
            library.statements.append(try definition(from: start))
        } else {
            library.declarations.append(try declaration(from: start))
        }
    }

    private mutating func version() throws(SyntaxError) -> String? {
        accept("version") ? try string("a version in single quotes") : nil
    }

    private mutating func dottedName(_ what: String) throws(SyntaxError) -> QualifiedName {
        var parts = [try reference(what)]
        while acceptSymbol(".") { parts.append(try reference(what)) }
        let last = parts.removeLast()
        guard let first = parts.first, let end = parts.last else {
            return QualifiedName(qualifier: nil, identifier: last)
        }
        let qualifier = Identifier(
            name: parts.map(\.name).joined(separator: "."),
            span: first.span.joined(end.span)
        )
        return QualifiedName(qualifier: qualifier, identifier: last)
    }

    private mutating func accessModifier() -> Bool {
        if accept("private") { return true }
        _ = accept("public")
        return false
    }

    private mutating func declaration(from start: Span) throws(SyntaxError) -> DeclarationSyntax {
        let isPrivate = accessModifier()
        let word = current
        guard
            word.kind == .identifier,
            ["parameter", "codesystem", "valueset", "code", "concept"].contains(word.text)
        else { throw expected("a declaration or `define`") }
        position += 1
        let name = try declaredName("a name")
        let form: DeclarationSyntax.Form
        switch word.text {
        case "parameter": form = try parameter()
        case "codesystem":
            try expectSymbol(":")
            let id = try string("the code system's identifier in single quotes")
            form = .codeSystem(id: id, version: try version())
        case "valueset": form = try valueSet()
        case "code":
            try expectSymbol(":")
            let code = try string("a code in single quotes")
            try expect("from")
            let system = try qualifiedName("a code system")
            form = .code(code: code, system: system, display: try display())
        default:
            try expectSymbol(":")
            try expectSymbol("{")
            let codes = try list(until: "}") { parser throws(SyntaxError) in
                try parser.qualifiedName("a code")
            }
            form = .concept(codes, display: try display())
        }
        return DeclarationSyntax(
            name: name,
            isPrivate: isPrivate,
            form: form,
            span: span(from: start)
        )
    }

    private mutating func parameter() throws(SyntaxError) -> DeclarationSyntax.Form {
        var type: TypeSyntax?
        if current.kind == .quotedIdentifier
            || current.kind == .identifier && !at("default")
                && !(current.startsLine && Keyword.statementStarts.contains(current.text))
        {
            type = try typeSpecifier()
        }
        let value = accept("default") ? try expression() : nil
        return .parameter(type, defaultValue: value)
    }

    private mutating func valueSet() throws(SyntaxError) -> DeclarationSyntax.Form {
        try expectSymbol(":")
        let id = try string("the value set's identifier in single quotes")
        let version = try version()
        var systems: [QualifiedName] = []
        if accept("codesystems") {
            try expectSymbol("{")
            systems = try list(until: "}") { parser throws(SyntaxError) in
                try parser.qualifiedName("a code system")
            }
        }
        return .valueSet(id: id, version: version, codeSystems: systems)
    }

    mutating func display() throws(SyntaxError) -> String? {
        accept("display") ? try string("a text in single quotes") : nil
    }

    /// Items separated by commas, up to and including `close`.
    mutating func list<Item>(
        until close: String,
        _ item: (inout Parser) throws(SyntaxError) -> Item
    ) throws(SyntaxError) -> [Item] {
        var items: [Item] = []
        if acceptSymbol(close) { return items }
        repeat { items.append(try item(&self)) } while acceptSymbol(",")
        guard acceptSymbol(close) else { throw expected("`,` or `\(close)`") }
        return items
    }

    private mutating func definition(from start: Span) throws(SyntaxError) -> StatementSyntax {
        let isPrivate = accessModifier()
        let isFluent = at("fluent") && peek().isWord("function") && accept("fluent")
        if at("function"), !peek().isSymbol(":") {
            position += 1
            let function = try function(isFluent: isFluent)
            return StatementSyntax(
                name: function.name,
                isPrivate: isPrivate,
                form: .function(function.syntax),
                span: span(from: start)
            )
        }
        let name = try declaredName("a name")
        try expectSymbol(":")
        return StatementSyntax(
            name: name,
            isPrivate: isPrivate,
            form: .expression(try expression()),
            span: span(from: start)
        )
    }

    private mutating func function(
        isFluent: Bool
    ) throws(SyntaxError) -> (name: Identifier, syntax: FunctionSyntax) {
        guard current.kind == .identifier || current.kind == .quotedIdentifier else {
            throw expected("a function name")
        }
        let token = advance()
        try expectSymbol("(")
        let operands = try list(until: ")") { parser throws(SyntaxError) in
            (name: try parser.reference("an operand name"), type: try parser.typeSpecifier())
        }
        let result = accept("returns") ? try typeSpecifier() : nil
        try expectSymbol(":")
        let body = accept("external") ? nil : try expression()
        return (
            Identifier(name: token.text, span: token.span),
            FunctionSyntax(isFluent: isFluent, operands: operands, result: result, body: body)
        )
    }
}

extension QualifiedName {
    var fullName: String { qualifier.map { $0.name + "." + identifier.name } ?? identifier.name }
}
