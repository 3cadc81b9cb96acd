extension Compilation {
    /// Declares `unit` and all libraries that it includes, the included ones first.
    func link(_ unit: LibraryUnit, _ others: [LibrarySource]) {
        let libraries = available(to: unit, others)
        var reachable: [LibraryUnit] = []
        var open: [ObjectIdentifier] = []
        visit(unit, libraries, &open, &reachable)
        // The main library stays first, whatever the order of linking.
        units = [unit] + reachable.filter { $0 !== unit }
        for library in reachable { declare(library, libraries: libraries) }
    }

    /// The libraries that can be included; those that nothing leads to are not parsed.
    private func available(
        to unit: LibraryUnit,
        _ others: [LibrarySource]
    ) -> AvailableLibraries {
        var libraries = AvailableLibraries()
        var waiting: [String: [LibrarySource]] = [:]
        var unseen = [unit]
        for other in others {
            if let name = other.plainName {
                waiting[name, default: []].append(other)
                libraries.note(name)
            } else {
                let other = addUnit(other)
                libraries.add(other)
                unseen.append(other)
            }
        }
        while let next = unseen.popLast() {
            for include in next.syntax.includes {
                for source in waiting.removeValue(forKey: include.name.name) ?? [] {
                    let library = addUnit(source)
                    libraries.add(library)
                    unseen.append(library)
                }
            }
        }
        return libraries
    }

    private func visit(
        _ unit: LibraryUnit,
        _ libraries: AvailableLibraries,
        _ open: inout [ObjectIdentifier],
        _ done: inout [LibraryUnit]
    ) {
        if done.contains(where: { $0 === unit }) { return }
        open.append(ObjectIdentifier(unit))
        for include in unit.syntax.includes {
            guard let library = libraries.find(include)?.library else { continue }
            if open.contains(ObjectIdentifier(library)) {
                report(
                    "cyclic-include",
                    "the library \(include.name.name) includes itself",
                    include.span
                )
            } else {
                visit(library, libraries, &open, &done)
            }
        }
        open.removeLast()
        done.append(unit)
    }

    /// Adds a sole expression as a definition of `unit`.
    func addExpression(_ library: LibrarySource, to unit: LibraryUnit) {
        let (file, source) = add(library)
        guard library.text.utf8.count <= Compiler.maximumLength else { return }
        var parser = Parser(source, file: file)
        let body = parser.soleExpression()
        report(parser.problems)
        guard let body, parser.problems.isEmpty else { return }
        let entry = DefinitionEntry(
            name: Compiler.expressionName,
            unit: unit,
            index: definitions.count,
            body: body,
            span: body.span,
            nameSpan: body.span,
            isPrivate: false,
            context: model.contexts["Patient"]
        )
        definitions.append(entry)
        unit.statements.append(.definition(entry))
        unit.symbols[entry.name] = .definition(entry)
    }

    /// Compiles everything that was declared.
    func finish(_ main: LibraryUnit) throws(CompilationFailure) -> CompiledLibrary {
        for unit in units {
            for statement in unit.statements where !hasTooManyErrors {
                switch statement {
                case .definition(let entry): try? compile(entry, usedAt: entry.nameSpan)
                case .function(let entry): try? compile(entry, usedAt: entry.nameSpan)
                }
            }
        }
        // What a broken statement would have declared is missing everywhere else; saying so
        // would only hide the cause.
        if diagnostics.contains(where: { $0.phase == .syntax }) {
            diagnostics.removeAll { $0.rule == "unknown-name" }
        }
        diagnostics.sort { $0.location < $1.location }
        if hasErrors { throw CompilationFailure(diagnostics: diagnostics) }
        return CompiledLibrary(self, main)
    }
}
