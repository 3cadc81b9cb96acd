extension Compilation {
    /// Enters everything that a library declares, so that order does not matter for expressions.
    func declare(_ unit: LibraryUnit, libraries: AvailableLibraries) {
        for using in unit.syntax.usings { declare(using, in: unit) }
        for include in unit.syntax.includes {
            declare(include, in: unit, libraries: libraries)
        }
        // Codes refer to code systems and concepts to codes, whatever their order in the text.
        for pass in 0..<3 {
            for declaration in unit.syntax.declarations { declare(declaration, in: unit, pass) }
        }
        declareStatements(of: unit)
    }

    private func declare(_ using: UsingSyntax, in unit: LibraryUnit) {
        if using.name.name == "System" { return }
        guard using.name.name == model.name else {
            report(
                "unknown-model",
                "the data model \(using.name.name) is not available",
                using.name.span,
                suggestion: model.name
            )
            return
        }
        if let version = using.version, version != model.version {
            report(
                "unknown-model",
                "version \(version) of \(model.name) is not available, only \(model.version)",
                using.span
            )
            return
        }
        unit.usesModel = true
    }

    private func declare(
        _ include: IncludeSyntax,
        in unit: LibraryUnit,
        libraries: AvailableLibraries
    ) {
        let alias = include.alias.name
        if unit.includes[alias] != nil || unit.symbols[alias] != nil {
            report("duplicate-name", "the name \"\(alias)\" is already taken", include.alias.span)
            return
        }
        if include.name.name == "FHIRHelpers", model.name == "FHIR" {
            unit.includes[alias] = .helpers
        } else if let (library, isVersion) = libraries.find(include) {
            if let version = include.version, !isVersion {
                report(
                    "unknown-library",
                    "version \(version) of \(include.name.name) is not available",
                    include.span
                )
            }
            unit.includes[alias] = .library(library)
        } else {
            report(
                "unknown-library",
                "the library \(include.name.name) is not available",
                include.name.span,
                suggestion: NearestName.of(include.name.name, among: libraries.names)
            )
        }
    }

    private func enter(_ name: Identifier, _ symbol: LibraryUnit.Symbol, in unit: LibraryUnit) {
        if unit.symbols[name.name] != nil || unit.includes[name.name] != nil {
            report("duplicate-name", "the name \"\(name.name)\" is already taken", name.span)
        } else {
            unit.symbols[name.name] = symbol
        }
    }

    private func declare(_ declaration: DeclarationSyntax, in unit: LibraryUnit, _ pass: Int) {
        func terminology(_ value: Value, _ type: DataType) {
            enter(
                declaration.name,
                .terminology(
                    TerminologySymbol(value: value, type: type, isPrivate: declaration.isPrivate)
                ),
                in: unit
            )
        }
        let name = declaration.name.name
        switch (declaration.form, pass) {
        case (.codeSystem(let id, let version), 0):
            terminology(
                .codeSystem(CodeSystem(id: id, version: version, name: name)),
                .codeSystem
            )
        case (.valueSet(let id, let version, let systems), 1):
            let codeSystems = systems.compactMap { codeSystem($0, in: unit) }
            terminology(
                .valueSet(
                    ValueSet(
                        id: id,
                        version: version,
                        name: name,
                        codeSystems: codeSystems,
                        expansion: settings.valueSets[id]
                    )
                ),
                .valueSet
            )
        case (.code(let code, let systemName, let display), 1):
            guard let system = codeSystem(systemName, in: unit) else { return }
            terminology(
                .code(
                    Code(code: code, system: system.id, version: system.version, display: display)
                ),
                .code
            )
        case (.concept(let names, let display), 2):
            let codes = names.compactMap { code($0, in: unit) }
            guard codes.count == names.count else { return }
            terminology(.concept(Concept(codes: codes, display: display)), .concept)
        case (.parameter(let type, let value), 2):
            declareParameter(declaration, type, value, in: unit)
        default: break
        }
    }

    private func declareParameter(
        _ declaration: DeclarationSyntax,
        _ type: TypeSyntax?,
        _ value: ExpressionSyntax?,
        in unit: LibraryUnit
    ) {
        let compiler = ExpressionCompiler(
            self,
            unit,
            context: nil,
            owner: nil,
            readsRecord: false
        )
        let index = parameters.count
        do throws(Reported) {
            let declared = try type.map { syntax throws(Reported) in try compiler.resolve(syntax) }
            var typed = try value.map { syntax throws(Reported) in try compiler.compile(syntax) }
            if let declared, let given = typed {
                typed = try compiler.convert(given, to: declared, for: "the default value")
            }
            guard let result = declared ?? typed?.type else {
                throw fail(
                    "missing-type",
                    "the parameter needs a type or a default value",
                    declaration.span
                )
            }
            parameters.append(
                ParameterDeclaration(
                    name: declaration.name.name,
                    type: result,
                    defaultValue: typed?.node,
                    span: declaration.span
                )
            )
            enter(
                declaration.name,
                .parameter(
                    ParameterSymbol(
                        index: index,
                        type: result,
                        isPrivate: declaration.isPrivate
                    )
                ),
                in: unit
            )
        } catch {}
    }

    func codeSystem(_ name: QualifiedName, in unit: LibraryUnit) -> CodeSystem? {
        guard let symbol = terminology(name, in: unit, "code system") else { return nil }
        guard case .codeSystem(let system) = symbol.value else {
            report(
                "unknown-name",
                "\"\(name.identifier.name)\" is not a code system",
                name.span
            )
            return nil
        }
        return system
    }

    private func code(_ name: QualifiedName, in unit: LibraryUnit) -> Code? {
        guard let symbol = terminology(name, in: unit, "code") else { return nil }
        guard case .code(let code) = symbol.value else {
            report("unknown-name", "\"\(name.identifier.name)\" is not a code", name.span)
            return nil
        }
        return code
    }

    private func terminology(
        _ name: QualifiedName,
        in unit: LibraryUnit,
        _ what: String
    ) -> TerminologySymbol? {
        var owner = unit
        if let qualifier = name.qualifier {
            guard case .library(let library)? = unit.includes[qualifier.name] else {
                report(
                    "unknown-name",
                    "there is no library called \"\(qualifier.name)\" here",
                    qualifier.span,
                    suggestion: NearestName.of(qualifier.name, among: unit.includes.keys)
                )
                return nil
            }
            owner = library
        }
        guard case .terminology(let symbol)? = owner.symbols[name.identifier.name] else {
            report(
                "unknown-name",
                "there is no \(what) called \"\(name.identifier.name)\"",
                name.identifier.span,
                suggestion: NearestName.of(name.identifier.name, among: owner.symbols.keys)
            )
            return nil
        }
        return symbol
    }

    private func declareStatements(of unit: LibraryUnit) {
        var context: ClassType?
        for statement in unit.syntax.statements {
            switch statement.form {
            case .context:
                context = model.contexts[statement.name.name]
                if context == nil,
                    !["Unfiltered", "Population", "Unspecified"].contains(statement.name.name)
                {
                    report(
                        "unknown-context",
                        "there is no context \(statement.name.name)",
                        statement.name.span,
                        suggestion: NearestName.of(
                            statement.name.name,
                            among: model.contexts.keys
                        )
                    )
                }
            case .expression(let body):
                let entry = DefinitionEntry(
                    name: statement.name.name,
                    unit: unit,
                    index: definitions.count,
                    body: body,
                    span: statement.span,
                    nameSpan: statement.name.span,
                    isPrivate: statement.isPrivate,
                    context: context
                )
                definitions.append(entry)
                unit.statements.append(.definition(entry))
                enter(statement.name, .definition(entry), in: unit)
            case .function(let syntax):
                let entry = FunctionEntry(
                    name: statement.name.name,
                    unit: unit,
                    index: functions.count,
                    syntax: syntax,
                    span: statement.span,
                    nameSpan: statement.name.span,
                    isPrivate: statement.isPrivate,
                    context: context
                )
                declare(entry)
            }
        }
    }

    private static var mostOverloads: Int { 100 }

    private func declare(_ entry: FunctionEntry) {
        let compiler = ExpressionCompiler(self, entry.unit, context: nil, owner: nil)
        functions.append(entry)
        entry.unit.statements.append(.function(entry))
        for operand in entry.syntax.operands {
            guard let type = try? compiler.resolve(operand.type) else {
                entry.progress = .failed
                return
            }
            entry.parameters.append(type)
        }
        let others = entry.unit.functions[entry.name] ?? []
        if others.contains(where: { $0.parameters == entry.parameters }) {
            report(
                "duplicate-name",
                "a function \"\(entry.name)\" with the same operands exists already",
                entry.nameSpan
            )
            return
        }
        // Each call looks at all of them.
        guard others.count < Self.mostOverloads else {
            report(
                "too-many-overloads",
                "more than \(Self.mostOverloads) functions are called \"\(entry.name)\"",
                entry.nameSpan
            )
            return
        }
        entry.unit.functions[entry.name, default: []].append(entry)
    }
}
