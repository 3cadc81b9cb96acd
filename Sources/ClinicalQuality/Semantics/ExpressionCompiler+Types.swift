extension ExpressionCompiler {
    /// The type that a specifier names.
    ///
    /// An unqualified name means a class of the model first, as in the reference translator, then a
    /// type of CQL itself.
    func resolve(_ syntax: TypeSyntax) throws(Reported) -> DataType {
        switch syntax {
        case .named(let qualifier, let name): return try resolve(qualifier, name)
        case .list(let element, _): return .list(try resolve(element))
        case .interval(let point, _): return .interval(try resolve(point))
        case .choice(let types, let span):
            try checkCount(types.count, span)
            var resolved: [DataType] = []
            for type in types { resolved.append(try resolve(type)) }
            return .choice(of: resolved)
        case .tuple(let elements, let span):
            try checkCount(elements.count, span)
            var resolved: [TupleElementType] = []
            for (name, type) in elements {
                guard !resolved.contains(where: { $0.name == name.name }) else {
                    throw fail("duplicate-name", "\"\(name.name)\" appears twice", span)
                }
                resolved.append(TupleElementType(name: name.name, type: try resolve(type)))
            }
            return .tuple(resolved.sorted { $0.name < $1.name })
        }
    }

    private func resolve(
        _ qualifier: Identifier?,
        _ name: Identifier
    ) throws(Reported) -> DataType {
        let model = compilation.model
        switch qualifier?.name {
        case nil:
            if unit.usesModel, let type = model.type(named: name.name) { return type }
            if let type = DataType.system[name.name] { return type }
        case "System"?:
            if let type = DataType.system[name.name] { return type }
        case model.name? where unit.usesModel:
            if let type = model.type(named: name.name) { return type }
        default:
            // `Observation.Component`: a class inside of another one.
            if let qualifier, unit.usesModel,
                let type = model.type(named: "\(qualifier.name).\(name.name)")
            {
                return type
            }
        }
        let candidates =
            Array(DataType.system.keys) + (unit.usesModel ? Array(model.classes.keys) : [])
        let shown = qualifier.map { "\($0.name).\(name.name)" } ?? name.name
        throw fail(
            "unknown-type",
            "there is no type \(shown)",
            name.span,
            suggestion: NearestName.of(name.name, among: candidates)
        )
    }

    /// `typed` as a `target`, by an implicit conversion where one is needed.
    func convert(
        _ typed: Typed,
        to target: DataType,
        policy: ConversionPolicy = ConversionPolicy(),
        for purpose: @autoclosure () -> String
    ) throws(Reported) -> Typed {
        guard
            let (conversion, _) = Conversion.find(from: typed.type, to: target, policy: policy)
        else {
            throw fail(
                "type-mismatch",
                "\(purpose()) is \(typed.type), which is not \(target)",
                typed.node.span
            )
        }
        return apply(conversion, to: typed, target)
    }

    func apply(_ conversion: Conversion, to typed: Typed, _ target: DataType) -> Typed {
        if conversion.isIdentity { return Typed(typed.node, target, unit: typed.unit) }
        if let constant = typed.constant, let value = try? conversion.apply(constant) {
            return Typed(ConstantNode(typed.node.span, value), target, unit: typed.unit)
        }
        var unit = typed.unit
        // A number that becomes a quantity has the unit 1.
        if case .toQuantity = conversion { unit = .one }
        return Typed(
            ConversionNode(typed.node.span, typed.node, conversion),
            target,
            unit: unit
        )
    }

    func typeTest(
        _ operand: ExpressionSyntax,
        _ type: TypeSyntax,
        _ span: Span
    ) throws(Reported) -> Typed {
        let typed = try compile(operand)
        let target = try resolve(type)
        return Typed(TypeTestNode(span, typed.node, target), .boolean)
    }

    func cast(
        _ operand: ExpressionSyntax,
        _ type: TypeSyntax,
        strict: Bool,
        _ span: Span
    ) throws(Reported) -> Typed {
        let typed = try compile(operand)
        let target = try resolve(type)
        guard Self.canCast(from: typed.type, to: target) else {
            throw fail(
                "impossible-cast",
                "a value of type \(typed.type) is never a \(target)",
                span
            )
        }
        if typed.constant?.isNull == true { return Typed(ConstantNode(span, .null), target) }
        return Typed(
            CastNode(span, typed.node, target, strict: strict),
            target,
            unit: typed.unit
        )
    }

    private static func canCast(from source: DataType, to target: DataType) -> Bool {
        if source.isSubtype(of: target) || target.isSubtype(of: source) { return true }
        switch (source, target) {
        case (.choice(let types), _): return types.contains { canCast(from: $0, to: target) }
        case (_, .choice(let types)): return types.contains { canCast(from: source, to: $0) }
        case (.list(let left), .list(let right)), (.interval(let left), .interval(let right)):
            return canCast(from: left, to: right)
        default: return false
        }
    }

    /// `convert x to T`: the conversion operator `ToT`, or an implicit conversion.
    func conversion(
        _ operand: ExpressionSyntax,
        _ type: TypeSyntax,
        _ span: Span
    ) throws(Reported) -> Typed {
        let typed = try compile(operand)
        let target = try resolve(type)
        if typed.type == target { return typed }
        if let (conversion, _) = Conversion.find(from: typed.type, to: target) {
            return apply(conversion, to: typed, target)
        }
        let name = "To\(target)"
        if !OperatorTable.standard.overloads(of: name).isEmpty {
            return try apply(operatorNamed: name, to: [typed], nil, span)
        }
        throw fail(
            "no-conversion",
            "there is no conversion from \(typed.type) to \(target)",
            span
        )
    }

    func unitConversion(
        _ operand: ExpressionSyntax,
        _ unit: String,
        _ span: Span
    ) throws(Reported) -> Typed {
        let typed = try compile(operand)
        let target = try self.unit(unit, span)
        let code = Typed(ConstantNode(span, .string(target.code)), .string)
        checkUnits(typed, Typed(code.node, .quantity, unit: target), "convert", span)
        var result = try apply(operatorNamed: "ConvertQuantity", to: [typed, code], nil, span)
        result.unit = target
        return result
    }

    func extent(
        minimum: Bool,
        _ type: TypeSyntax,
        _ span: Span
    ) throws(Reported) -> Typed {
        let target = try resolve(type)
        guard
            let value = minimum ? Operators.minimum(of: target) : Operators.maximum(of: target)
        else {
            throw fail(
                "no-overload",
                "\(target) has no \(minimum ? "minimum" : "maximum")",
                span
            )
        }
        return Typed(ConstantNode(span, value), target)
    }
}
