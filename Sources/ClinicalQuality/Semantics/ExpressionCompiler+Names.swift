extension ExpressionCompiler {
    /// An unqualified name: a local one first, then what the library declares.
    func reference(_ name: Identifier) throws(Reported) -> Typed {
        if let local = local(name.name) {
            return Typed(
                VariableNode(name.span, name: name.name, slot: local.slot),
                local.type,
                unit: local.unit
            )
        }
        if let row = implicitRow {
            let base = Typed(VariableNode(name.span, name: "$this", slot: row.slot), row.type)
            if let element = property(name.name, of: base, name.span) { return element }
        }
        if let symbol = unit.symbols[name.name] { return try reference(symbol, name) }
        if let context, name.name == context.shortName {
            return Typed(SubjectNode(name.span, type: context), .instance(context))
        }
        if unit.includes[name.name] != nil {
            throw fail(
                "unknown-name",
                "\"\(name.name)\" is a library, not a value",
                name.span
            )
        }
        let candidates = localNames + Array(unit.symbols.keys)
        throw fail(
            "unknown-name",
            "there is no \"\(name.name)\" here",
            name.span,
            suggestion: NearestName.of(name.name, among: candidates).map { "\"\($0)\"" }
        )
    }

    private func reference(
        _ symbol: LibraryUnit.Symbol,
        _ name: Identifier
    ) throws(Reported) -> Typed {
        compilation.outline?.references[name.span] = symbol
        switch symbol {
        case .definition(let entry):
            try compilation.compile(entry, usedAt: name.span)
            try compilation.use(levels: entry.depth, name.span)
            if entry.usesNow { usesNow = true }
            return Typed(
                DefinitionNode(name.span, name: entry.name, index: entry.index),
                entry.type,
                unit: entry.knownUnit
            )
        case .parameter(let parameter):
            return Typed(
                ParameterNode(name.span, name: name.name, index: parameter.index),
                parameter.type
            )
        case .terminology(let terminology):
            return Typed(ConstantNode(name.span, terminology.value), terminology.type)
        }
    }

    func special(_ name: String, _ span: Span) throws(Reported) -> Typed {
        if let local = local(name) {
            return Typed(VariableNode(span, name: name, slot: local.slot), local.type)
        }
        if name == "$this", let row = implicitRow {
            return Typed(VariableNode(span, name: name, slot: row.slot), row.type)
        }
        throw fail("unknown-name", "\(name) has no meaning here", span)
    }

    /// `base.name`: something in an included library, or an element of a value.
    func member(
        of base: ExpressionSyntax,
        _ name: Identifier,
        _ span: Span
    ) throws(Reported) -> Typed {
        if case .name(let qualifier) = base.form, local(qualifier.name) == nil,
            let inclusion = unit.includes[qualifier.name]
        {
            guard case .library(let library) = inclusion else {
                throw fail(
                    "unknown-name",
                    "FHIRHelpers has only functions",
                    name.span
                )
            }
            return try member(of: library, qualifier, name)
        }
        let typed = try compile(base)
        if let element = property(name.name, of: typed, span) { return element }
        throw noElement(name, typed.type)
    }

    private func member(
        of library: LibraryUnit,
        _ qualifier: Identifier,
        _ name: Identifier
    ) throws(Reported) -> Typed {
        guard let symbol = library.symbols[name.name] else {
            throw fail(
                "unknown-name",
                "\(qualifier.name) has no \"\(name.name)\"",
                name.span,
                suggestion: NearestName.of(name.name, among: library.symbols.keys)
                    .map { "\"\($0)\"" }
            )
        }
        let isPrivate =
            switch symbol {
            case .definition(let entry): entry.isPrivate
            case .parameter(let parameter): parameter.isPrivate
            case .terminology(let terminology): terminology.isPrivate
            }
        if isPrivate {
            throw fail(
                "private-name",
                "\"\(name.name)\" is private to \(qualifier.name)",
                name.span
            )
        }
        return try reference(symbol, name)
    }

    private func noElement(_ name: Identifier, _ type: DataType) -> Reported {
        for case .instance(let type) in type.alternatives
        where compilation.model.withheld[type.name]?.contains(name.name) == true {
            return fail(
                "withheld-element",
                "\(type.name) has \"\(name.name)\" in the standard, but a record here never "
                    + "holds it: it could tell who the person is",
                name.span
            )
        }
        return fail(
            "unknown-element",
            "\(type) has no element \"\(name.name)\"",
            name.span,
            suggestion: NearestName.of(name.name, among: type.elementNames)
        )
    }
}

extension ExpressionCompiler {
    /// The element `name` of a value, or nil when its type has none.
    func property(_ name: String, of base: Typed, _ span: Span) -> Typed? {
        switch base.type {
        case .instance(let type):
            guard let index = type.index(of: name) else { return nil }
            let position = PropertyNode.Position(type: type, index: index)
            return Typed(
                PropertyNode(span, name: name, base.node, [position]),
                type.elements[index].type
            )
        case .choice(let types):
            var found: [DataType] = []
            var positions: [PropertyNode.Position] = []
            for type in types {
                guard let element = type.element(called: name) else { continue }
                found.append(element)
                if case .instance(let type) = type, let index = type.index(of: name) {
                    positions.append(PropertyNode.Position(type: type, index: index))
                }
            }
            guard !found.isEmpty else { return nil }
            return Typed(
                PropertyNode(span, name: name, base.node, positions),
                .choice(of: found)
            )
        case .list(let element):
            guard let type = element.element(called: name) else { return nil }
            let flattens = type.elementType != nil
            return Typed(
                ListPropertyNode(span, name: name, base.node, flattens: flattens),
                flattens ? type : .list(type)
            )
        default:
            guard let type = base.type.element(called: name) else { return nil }
            // A primitive of the data model is the value itself.
            if base.type.isSimple { return base }
            return Typed(
                ElementNode(span, name: name, base.node),
                type,
                unit: type == .quantity ? base.unit : nil
            )
        }
    }
}

extension DataType {
    /// The type of the element called `name`, or nil when there is none.
    func element(called name: String) -> DataType? {
        switch self {
        case .instance(let type): type.index(of: name).map { type.elements[$0].type }
        case .tuple(let elements): elements.first { $0.name == name }?.type
        case .choice(let types):
            types.contains { $0.element(called: name) != nil }
                ? .choice(of: types.compactMap { $0.element(called: name) }) : nil
        case .interval(let point):
            switch name {
            case "low", "high": point
            case "lowClosed", "highClosed": .boolean
            default: nil
            }
        default: Self.systemElements[self.description]?[name]
        }
    }

    var elementNames: [String] {
        switch self {
        case .instance(let type): type.elements.map(\.name)
        case .tuple(let elements): elements.map(\.name)
        case .choice(let types): types.flatMap(\.elementNames)
        case .list(let element): element.elementNames
        case .interval: ["low", "high", "lowClosed", "highClosed"]
        default: Array((Self.systemElements[description] ?? [:]).keys)
        }
    }

    private static let systemElements: [String: [String: DataType]] = [
        "Quantity": ["value": .decimal, "unit": .string],
        "Ratio": ["numerator": .quantity, "denominator": .quantity],
        "Code": ["code": .string, "system": .string, "version": .string, "display": .string],
        "Concept": ["codes": .list(.code), "display": .string],
        "ValueSet": [
            "id": .string, "version": .string, "name": .string,
            "codesystems": .list(.codeSystem),
        ],
        "CodeSystem": ["id": .string, "version": .string, "name": .string],
        "Vocabulary": ["id": .string, "version": .string, "name": .string],
        "Boolean": ["value": .boolean], "Integer": ["value": .integer],
        "Decimal": ["value": .decimal], "String": ["value": .string], "Date": ["value": .date],
        "DateTime": ["value": .dateTime], "Time": ["value": .time],
    ]
}
