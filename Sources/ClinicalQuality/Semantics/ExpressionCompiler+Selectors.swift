extension ExpressionCompiler {
    func selector(_ expression: ExpressionSyntax) throws(Reported) -> Typed {
        let span = expression.span
        switch expression.form {
        case .interval(let low, let high, let lowClosed, let highClosed):
            let ends = try compile(all: [low, high])
            checkUnits(ends[0], ends[1], "Less", span)
            return foldInterval(
                try interval(
                    ends[0],
                    ends[1],
                    lowClosed: lowClosed,
                    highClosed: highClosed,
                    span
                ),
                ends
            )
        case .tuple(let elements): return try tuple(elements, span)
        case .instance(let type, let elements): return try instance(type, elements, span)
        case .list(let type, let elements): return try list(type, elements, span)
        case .code(let code):
            return Typed(ConstantNode(span, .code(try self.code(code))), .code)
        case .concept(let codes, let display):
            var members: [Code] = []
            for code in codes { members.append(try self.code(code)) }
            return Typed(
                ConstantNode(span, .concept(Concept(codes: members, display: display))),
                .concept
            )
        default: throw Reported()
        }
    }

    private func foldInterval(_ result: Typed, _ ends: [Typed]) -> Typed {
        guard result.type.isIndependentOfZone, ends.allSatisfy({ $0.constant != nil }),
            let value = Machine.constant(result.node)
        else { return result }
        return Typed(ConstantNode(result.node.span, value), result.type, unit: result.unit)
    }

    private func code(_ syntax: CodeSyntax) throws(Reported) -> Code {
        guard let system = compilation.codeSystem(syntax.system, in: unit) else {
            throw Reported()
        }
        return Code(
            code: syntax.code,
            system: system.id,
            version: system.version,
            display: syntax.display
        )
    }

    private func tuple(_ elements: [ElementSyntax], _ span: Span) throws(Reported) -> Typed {
        try rejectDuplicates(elements)
        let values = try compile(all: elements.map(\.value))
        try checkSize(of: values.map(\.type), span)
        let sorted = zip(elements, values).sorted { $0.0.name.name < $1.0.name.name }
        let type = DataType.tuple(
            sorted.map { TupleElementType(name: $0.0.name.name, type: $0.1.type) }
        )
        return Typed(
            TupleNode(span, sortedNames: sorted.map(\.0.name.name), sorted.map(\.1.node)),
            type
        )
    }

    private func rejectDuplicates(_ elements: [ElementSyntax]) throws(Reported) {
        var seen: Set<String> = []
        for element in elements where !seen.insert(element.name.name).inserted {
            throw fail(
                "duplicate-name",
                "the element \"\(element.name.name)\" appears twice",
                element.name.span
            )
        }
    }

    private func list(
        _ type: TypeSyntax?,
        _ elements: [ExpressionSyntax],
        _ span: Span
    ) throws(Reported) -> Typed {
        let values = try compile(all: elements)
        let element: DataType
        if let type {
            element = try resolve(type)
        } else {
            try checkVariety(of: values.map(\.type), span)
            element = CommonType.of(values.map(\.type))
        }
        var converted: [Typed] = []
        for value in values {
            converted.append(try convert(value, to: element, for: "an element of the list"))
        }
        let constants = converted.compactMap(\.constant)
        let node: any Node =
            constants.count == converted.count
            ? ConstantNode(span, .list(constants)) : ListNode(span, converted.map(\.node))
        return Typed(node, .list(element), unit: converted.first?.unit)
    }

    private func instance(
        _ syntax: TypeSyntax,
        _ elements: [ElementSyntax],
        _ span: Span
    ) throws(Reported) -> Typed {
        try rejectDuplicates(elements)
        let type = try resolve(syntax)
        let values = try compile(all: elements.map(\.value))
        var nodes: [(name: String, node: any Node)] = []
        for (element, value) in zip(elements, values) {
            guard let expected = type.element(called: element.name.name) else {
                throw fail(
                    "unknown-element",
                    "\(type) has no element \"\(element.name.name)\"",
                    element.name.span,
                    suggestion: NearestName.of(element.name.name, among: type.elementNames)
                )
            }
            // `Concept { codes: Code { … } }`: a single value stands for a list of it.
            let converted = try convert(
                value,
                to: expected,
                policy: ConversionPolicy(listPromotion: true),
                for: "the element \"\(element.name.name)\""
            )
            nodes.append((element.name.name, converted.node))
        }
        if case .instance(let type) = type {
            let indexed = nodes.compactMap { name, node in
                type.index(of: name).map { (index: $0, node: node) }
            }
            return Typed(InstanceNode(span, type, indexed), .instance(type))
        }
        switch type {
        case .quantity, .ratio, .code, .concept, .valueSet, .codeSystem:
            return Typed(SystemSelectorNode(span, type, nodes), type)
        // A primitive of the data model is the value itself.
        case _ where type.isSimple && values.count == 1:
            return try convert(values[0], to: type, for: "the value")
        default: throw fail("type-mismatch", "\(type) has no elements", span)
        }
    }
}
