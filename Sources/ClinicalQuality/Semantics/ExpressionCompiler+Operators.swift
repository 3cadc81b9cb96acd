extension ExpressionCompiler {
    func operation(
        _ name: String,
        _ operands: [ExpressionSyntax],
        _ precision: CalendarUnit?,
        _ span: Span
    ) throws(Reported) -> Typed {
        try apply(operatorNamed: name, to: try compile(all: operands), precision, span)
    }

    /// Applies an operator to compiled operands.
    func apply(
        operatorNamed name: String,
        to operands: [Typed],
        _ precision: CalendarUnit?,
        _ span: Span
    ) throws(Reported) -> Typed {
        if name == "Add", operands.contains(where: { $0.type == .string }) {
            return try apply(operatorNamed: "Concatenate", to: operands, precision, span)
        }
        if let result = try logical(name, operands, span) { return result }
        if let result = try membership(name, operands, span) { return result }
        let overloads = OperatorTable.standard.overloads(of: name, precision: precision)
        let signatures = overloads.map {
            Signature(parameters: $0.parameters, result: $0.result)
        }
        let types = operands.map(\.type)
        let resolution = OverloadResolution(policy: Self.policy(of: name))
        guard
            let match = resolution.resolve(signatures, types)
                ?? resolution.resolve(signatures, Self.widened(types, name))
        else { throw noOverload(name, types, span) }
        checkChoices(operands, match, signatures, name, span)
        if operands.count == 2 { checkUnits(operands[0], operands[1], name, span) }
        var arguments: [Typed] = []
        for (index, operand) in operands.enumerated() {
            arguments.append(apply(match.conversions[index], to: operand, match.parameters[index]))
        }
        let nodes = hoisted(arguments.map(\.node))
        var result = Typed(
            node(overloads[match.index], nodes, arguments, precision, span),
            match.result
        )
        result.unit = Self.unit(of: name, arguments)
        if Self.nowOperators.contains(name) { usesNow = true }
        return fold(result, arguments, overloads[match.index])
    }

    private static let nowOperators: Set<String> = ["Now", "Today", "TimeOfDay"]

    /// Interval promotion is for the mixed signatures of these operators only.
    private static func policy(of name: String) -> ConversionPolicy {
        var policy = ConversionPolicy()
        policy.intervalPromotion = [
            "SameOrBefore", "SameOrAfter", "SameAs", "Before", "After",
        ].contains(name)
        policy.untypedIntervalIsBoundless = [
            "Includes", "IncludedIn", "ProperIncludes", "ProperIncludedIn",
        ].contains(name)
        return policy
    }

    private static let widening: Set<String> = [
        "Union", "Intersect", "Except", "Equal", "NotEqual", "Equivalent", "NotEquivalent",
    ]

    /// Sets of different element types combine to a list of the choice between them.
    private static func widened(_ types: [DataType], _ name: String) -> [DataType] {
        guard Self.widening.contains(name),
            types.count == 2, case .list(let left) = types[0], case .list(let right) = types[1]
        else { return types }
        let element = DataType.choice(of: [left, right])
        return [.list(element), .list(element)]
    }

    // MARK: Nodes

    private func node(
        _ overload: OperatorOverload,
        _ nodes: [any Node],
        _ arguments: [Typed],
        _ precision: CalendarUnit?,
        _ span: Span
    ) -> any Node {
        if nodes.count == 1, overload.name == "First" || overload.name == "Last",
            let query = nodes[0] as? QueryNode, query.hasExtremes
        {
            return ExtremeNode(span, query, isLast: overload.name == "Last")
        }
        if nodes.count == 2 {
            if overload.name == "In", let list = nodes[1] as? ConstantNode,
                let node = TextMembershipNode(span, nodes[0], list)
            {
                return node
            }
            if overload.name == "In", arguments[1].type.pointType != nil {
                return IntervalMembershipNode(span, nodes[0], in: nodes[1], precision)
            }
            if let relation = OrderNode.Relation(rawValue: overload.name),
                arguments[0].type.pointType == nil
            {
                return OrderNode(span, relation, nodes[0], nodes[1])
            }
            if let relation = EqualityNode.Relation(rawValue: overload.name) {
                return EqualityNode(span, relation, nodes[0], nodes[1])
            }
        }
        if overload.name == "Message", let node = MessageNode(span, nodes) { return node }
        let kind = OperatorKind.of(overload.name)
        switch overload.apply {
        case .nullary(let function): return NullaryNode(span, kind, function)
        case .unary(let function) where nodes.count == 1:
            return UnaryNode(span, kind, nodes[0], function, precision)
        case .binary(let function) where nodes.count == 2:
            return BinaryNode(span, kind, nodes[0], nodes[1], function)
        default: return VariadicNode(span, kind, nodes, overload)
        }
    }

    /// A result that no record and no time can change is computed once, now.
    private func fold(
        _ result: Typed,
        _ arguments: [Typed],
        _ overload: OperatorOverload
    ) -> Typed {
        // A message is for the trace, even when all that it says is known now.
        guard !arguments.isEmpty, !arguments.contains(where: { $0.constant == nil }),
            !(result.node is MessageNode),
            (arguments.map(\.type) + [result.type]).allSatisfy(\.isIndependentOfZone)
        else { return result }
        guard let value = Machine.constant(result.node) else { return result }
        return Typed(ConstantNode(result.node.span, value), result.type, unit: result.unit)
    }

    /// `and`, `or`, `not` and the tests that are never unknown.
    private func logical(
        _ name: String,
        _ operands: [Typed],
        _ span: Span
    ) throws(Reported) -> Typed? {
        func truth(_ index: Int) throws(Reported) -> any Node {
            try convert(operands[index], to: .boolean, for: "an operand of \(Symbol.of(name))").node
        }
        switch (name, operands.count) {
        case ("And", 2), ("Or", 2), ("Xor", 2), ("Implies", 2):
            let nodes = hoisted([try truth(0), try truth(1)])
            guard let operation = LogicalNode.Operation(rawValue: name) else {
                return Typed(
                    JunctionNode(span, isOr: name == "Or", nodes[0], nodes[1]),
                    .boolean
                )
            }
            return Typed(LogicalNode(span, operation, nodes[0], nodes[1]), .boolean)
        case ("Not", 1): return Typed(NotNode(span, try truth(0)), .boolean)
        case ("IsNull", 1):
            return Typed(TruthTestNode(span, .null, operands[0].node), .boolean)
        case ("IsTrue", 1), ("IsFalse", 1):
            return Typed(
                TruthTestNode(span, name == "IsTrue" ? .true : .false, try truth(0)),
                .boolean
            )
        case ("Exists", 1):
            switch operands[0].type {
            case .list, .any: return Typed(ExistsNode(span, operands[0].node), .boolean)
            case .choice, .valueSet: return nil
            default: throw noOverload(name, operands.map(\.type), span)
            }
        case ("Coalesce", _): return try coalesce(operands, span)
        default: return nil
        }
    }

    private func coalesce(_ operands: [Typed], _ span: Span) throws(Reported) -> Typed? {
        if operands.count == 1, let element = operands[0].type.elementType {
            return Typed(CoalesceListNode(span, operands[0].node), element)
        }
        // More than five are written as a list.
        guard 2...5 ~= operands.count else {
            throw noOverload("Coalesce", operands.map(\.type), span)
        }
        let type = CommonType.of(operands.map(\.type))
        var nodes: [any Node] = []
        for operand in operands {
            nodes.append(try convert(operand, to: type, for: "an operand of Coalesce").node)
        }
        return Typed(CoalesceNode(span, nodes), type)
    }

    /// Membership in a value set or code system, which has operators of its own.
    private func membership(
        _ name: String,
        _ operands: [Typed],
        _ span: Span
    ) throws(Reported) -> Typed? {
        guard name == "In" || name == "Contains", operands.count == 2 else { return nil }
        let set = name == "In" ? operands[1] : operands[0]
        let member = name == "In" ? operands[0] : operands[1]
        let isList = member.type.elementType != nil
        switch set.type {
        case .valueSet:
            return try apply(
                operatorNamed: isList ? "AnyInValueSet" : "InValueSet",
                to: [member, set],
                nil,
                span
            )
        case .codeSystem:
            return try apply(
                operatorNamed: isList ? "AnyInCodeSystem" : "InCodeSystem",
                to: [member, set],
                nil,
                span
            )
        default: return nil
        }
    }

    func noOverload(_ name: String, _ types: [DataType], _ span: Span) -> Reported {
        let shown = types.map(\.description).joined(separator: " and ")
        if types.isEmpty { return fail("no-overload", "\(name) takes operands", span) }
        return fail("no-overload", "\(Symbol.of(name)) is not defined for \(shown)", span)
    }
}

extension DataType {
    /// Whether values of this type mean the same wherever and whenever they are evaluated; a
    /// date-time without an offset does not.
    var isIndependentOfZone: Bool {
        switch self {
        case .dateTime, .time, .date, .any, .instance, .valueSet: false
        case .list(let inner), .interval(let inner): inner.isIndependentOfZone
        case .tuple(let elements): elements.allSatisfy(\.type.isIndependentOfZone)
        case .choice(let types): types.allSatisfy(\.isIndependentOfZone)
        default: true
        }
    }
}

/// How operators are written, for messages.
enum Symbol {
    private static let symbols: [String: String] = [
        "Add": "+", "Subtract": "-", "Multiply": "*", "Divide": "/", "TruncatedDivide": "div",
        "Modulo": "mod", "Power": "^", "Concatenate": "+", "ConcatenateWithNull": "&",
        "Negate": "unary -", "Less": "<",
        "LessOrEqual": "<=", "Greater": ">", "GreaterOrEqual": ">=", "Equal": "=",
        "NotEqual": "!=", "Equivalent": "~", "NotEquivalent": "!~", "And": "and", "Or": "or",
        "Xor": "xor", "Implies": "implies", "Not": "not", "In": "in", "Contains": "contains",
        "Union": "union", "Intersect": "intersect", "Except": "except", "Exists": "exists",
        "Before": "before", "After": "after", "SameAs": "same as",
        "SameOrBefore": "same or before", "SameOrAfter": "same or after", "Includes": "includes",
        "IncludedIn": "included in", "Start": "start of", "End": "end of", "Width": "width of",
        "DurationBetween": "a duration", "DifferenceBetween": "a difference",
    ]

    static func of(_ name: String) -> String { "`\(symbols[name] ?? name)`" }
}
