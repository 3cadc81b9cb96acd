import UnitsOfMeasure

extension ExpressionCompiler {
    /// Functions of FHIRPath that stand for an operator of CQL under another name.
    ///
    /// Source: CQL 1.5, appendix I ("FHIRPath Function Translation").
    func pathFunction(
        _ name: String,
        _ operands: [Typed],
        _ span: Span
    ) throws(Reported) -> Typed? {
        func apply(_ name: String, _ operands: [Typed]) throws(Reported) -> Typed {
            try self.apply(operatorNamed: name, to: operands, nil, span)
        }
        switch (name, operands.count) {
        case ("empty", 1): return try apply("Not", [try apply("Exists", operands)])
        case ("hasValue", 1): return try apply("Not", [try apply("IsNull", operands)])
        case ("single", 1): return try apply("SingletonFrom", operands)
        case ("isDistinct", 1):
            let distinct = try apply("Distinct", operands)
            return try apply(
                "Equal",
                [try apply("Count", operands), try apply("Count", [distinct])]
            )
        case ("subsetOf", 2): return try apply("IncludedIn", operands)
        case ("supersetOf", 2): return try apply("Includes", operands)
        case ("exclude", 2): return try apply("Except", operands)
        case ("join", 1...2): return try apply("Combine", operands)
        case ("sqrt", 1):
            let half = ExactDecimal(uncheckedCoefficient: 5, scale: 1)
            let exponent = Typed(ConstantNode(span, .decimal(half)), .decimal)
            return try apply("Power", operands + [exponent])
        case ("combine", 2) where operands[1].type.elementType != nil:
            return try apply("Flatten", [try list(of: operands, span)])
        case ("indexOf", 2) where operands[0].type == .string:
            return try apply("PositionOf", operands.reversed())
        case ("lastIndexOf", 2): return try apply("LastPositionOf", operands.reversed())
        case ("contains", 2) where operands[0].type == .string:
            let zero = Typed(ConstantNode(span, .integer(0)), .integer)
            return try apply(
                "GreaterOrEqual",
                [try apply("PositionOf", operands.reversed()), zero]
            )
        default: return try componentFunction(name, operands, span)
        }
    }

    private func list(of operands: [Typed], _ span: Span) throws(Reported) -> Typed {
        let type = CommonType.of(operands.map(\.type))
        var nodes: [any Node] = []
        for operand in operands {
            nodes.append(try convert(operand, to: type, for: "an operand").node)
        }
        return Typed(ListNode(span, nodes), .list(type))
    }

    /// `yearOf()`, …, `dateOf()`, `timeOf()` and `timezoneOffsetOf()`.
    private func componentFunction(
        _ name: String,
        _ operands: [Typed],
        _ span: Span
    ) throws(Reported) -> Typed? {
        guard operands.count == 1, name.hasSuffix("Of") else { return nil }
        switch name.dropLast(2) {
        case "date": return try apply(operatorNamed: "DateFrom", to: operands, nil, span)
        case "time": return try apply(operatorNamed: "TimeFrom", to: operands, nil, span)
        case "timezoneOffset":
            return try apply(operatorNamed: "TimezoneOffsetFrom", to: operands, nil, span)
        case let keyword:
            guard let unit = CalendarUnit(keyword: String(keyword)), unit.keyword == keyword else {
                return nil
            }
            return try apply(operatorNamed: "DateTimeComponentFrom", to: operands, unit, span)
        }
    }
}
