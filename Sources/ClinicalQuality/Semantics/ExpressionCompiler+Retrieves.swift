extension ExpressionCompiler {
    func retrieve(_ syntax: RetrieveSyntax, _ span: Span) throws(Reported) -> Typed {
        guard readsRecord else {
            throw fail(
                "type-mismatch",
                "the default of a parameter cannot depend on the record",
                span
            )
        }
        guard case .instance(let type) = try resolve(syntax.type), type.isRetrievable else {
            throw fail("not-retrievable", "only resources can be retrieved", syntax.type.span)
        }
        if let context = syntax.context {
            throw fail(
                "unsupported",
                "a retrieve in another context is not available",
                context.span
            )
        }
        guard let terminology = syntax.terminology else {
            note(type, nil, nil, span)
            return Typed(
                RetrieveNode(
                    span,
                    type,
                    .indexed(compilation.selections.number(of: type, codes: nil)),
                    codesName: nil
                ),
                .list(.instance(type))
            )
        }
        let codes = try compile(terminology)
        let name = compilation.sources[Int(span.file)].text(terminology.span)
        try checkTerminology(codes, terminology.span)
        let path = try codePath(syntax, type, span)
        let isPrimary = path.count == 1 && path[0] == type.primaryCode
        if let constant = codes.constant {
            if case .valueSet(let set) = constant, set.expansion == nil {
                compilation.report(
                    "unknown-codes",
                    "the codes of the value set \"\(set.name ?? set.id)\" are not known; "
                        + "an evaluation that needs them will fail",
                    terminology.span,
                    severity: .warning
                )
            } else if let keys = try? RetrieveNode.keys(constant) {
                let ordered = Self.orderedKeys(constant, keys)
                note(type, ordered, name, span)
                if isPrimary {
                    let filter = CodeFilter(keys: ordered)
                    return Typed(
                        RetrieveNode(
                            span,
                            type,
                            .indexed(compilation.selections.number(of: type, codes: filter)),
                            codesName: name
                        ),
                        .list(.instance(type))
                    )
                }
                return Typed(
                    RetrieveNode(
                        span,
                        type,
                        .computed(path: path, codes: codes.node),
                        codesName: name
                    ),
                    .list(.instance(type))
                )
            }
        }
        note(type, nil, name, span)
        return Typed(
            RetrieveNode(span, type, .computed(path: path, codes: codes.node), codesName: name),
            .list(.instance(type))
        )
    }

    private static func orderedKeys(_ constant: Value, _ keys: Set<CodeKey>) -> [CodeKey] {
        if case .valueSet(let set) = constant {
            return (set.expansion ?? []).compactMap { CodeKey($0) }
        }
        return Instance.codeKeys(in: constant)
    }

    private func note(_ type: ClassType, _ codes: [CodeKey]?, _ name: String?, _ span: Span) {
        compilation.retrieves.append(
            Compilation.RetrieveUse(
                type: type,
                codes: codes,
                codesName: name,
                span: span,
                definition: owner
            )
        )
    }

    private func checkTerminology(_ codes: Typed, _ span: Span) throws(Reported) {
        switch codes.type {
        case .code, .concept, .valueSet, .list(.code), .list(.concept): return
        case .instance(let type) where type.conversion == .code || type.conversion == .concept:
            return
        default:
            throw fail(
                "type-mismatch",
                "a retrieve compares with a code, a concept, a value set or a list of codes, "
                    + "not with \(codes.type)",
                span
            )
        }
    }

    private func codePath(
        _ syntax: RetrieveSyntax,
        _ type: ClassType,
        _ span: Span
    ) throws(Reported) -> [String] {
        guard let path = syntax.path else {
            guard let primary = type.primaryCode else {
                throw fail(
                    "type-mismatch",
                    "\(type.name) has no code that could be compared",
                    span
                )
            }
            return [primary]
        }
        var current = DataType.instance(type)
        for name in path {
            guard let next = current.element(called: name.name) else {
                throw fail(
                    "unknown-element",
                    "\(current) has no element \"\(name.name)\"",
                    name.span,
                    suggestion: NearestName.of(name.name, among: current.elementNames)
                )
            }
            current = next.elementType ?? next
        }
        return path.map(\.name)
    }
}
