import UnitsOfMeasure

extension ExpressionCompiler {
    func conditional(
        _ condition: ExpressionSyntax,
        _ then: ExpressionSyntax,
        _ otherwise: ExpressionSyntax,
        _ span: Span
    ) throws(Reported) -> Typed {
        let operands = try compile(all: [condition, then, otherwise])
        let test = try convert(operands[0], to: .boolean, for: "the condition")
        let (branches, type) = try unified(Array(operands.dropFirst()))
        return Typed(
            ConditionalNode(span, test.node, branches[0].node, branches[1].node),
            type,
            unit: Self.sharedUnit(branches)
        )
    }

    func selection(
        _ comparand: ExpressionSyntax?,
        _ cases: [CaseSyntax],
        _ otherwise: ExpressionSyntax,
        _ span: Span
    ) throws(Reported) -> Typed {
        var tests = try compile(all: cases.map(\.when))
        let (branches, type) = try unified(try compile(all: cases.map(\.then) + [otherwise]))
        var subject: Typed?
        if let comparand {
            let value = try compile(comparand)
            for test in tests {
                guard CommonType.areRelated(value.type, test.type) else {
                    throw noOverload("Equal", [value.type, test.type], test.node.span)
                }
            }
            let common = CommonType.of([value.type] + tests.map(\.type))
            subject = try convert(value, to: common, for: "the comparand")
            for (index, test) in tests.enumerated() {
                tests[index] = try convert(test, to: common, for: "a case")
            }
        } else {
            for (index, test) in tests.enumerated() {
                tests[index] = try convert(test, to: .boolean, for: "a condition")
            }
        }
        let items = zip(tests, branches).map { (when: $0.node, then: $1.node) }
        return Typed(
            SelectionNode(span, subject?.node, items, branches[branches.count - 1].node),
            type,
            unit: Self.sharedUnit(branches)
        )
    }

    private func unified(
        _ branches: [Typed]
    ) throws(Reported) -> (branches: [Typed], type: DataType) {
        let type = CommonType.of(branches.map(\.type))
        var converted: [Typed] = []
        for branch in branches {
            converted.append(try convert(branch, to: type, for: "a branch"))
        }
        return (converted, type)
    }

    /// The unit that all branches have, nulls aside.
    private static func sharedUnit(_ branches: [Typed]) -> QuantityUnit? {
        let relevant = branches.filter { $0.constant?.isNull != true }
        guard let first = relevant.first?.unit, relevant.allSatisfy({ $0.unit == first }) else {
            return nil
        }
        return first
    }

    /// `expand` and `collapse`; without `per` the points are those of the elements themselves.
    func setAggregate(
        _ name: String,
        _ operand: ExpressionSyntax,
        _ per: PerSyntax?,
        _ span: Span
    ) throws(Reported) -> Typed {
        let typed = try compile(operand)
        switch per {
        case nil:
            if OperatorTable.standard.overloads(of: name).contains(where: {
                $0.parameters.count == 1
            }) {
                return try apply(operatorNamed: name, to: [typed], nil, span)
            }
            let none = Typed(ConstantNode(span, .null), .quantity)
            return try apply(operatorNamed: name, to: [typed, none], nil, span)
        case .unit(let unit):
            let step = Typed(
                ConstantNode(span, .quantity(Quantity(1, .calendar(unit)))),
                .quantity,
                unit: .calendar(unit)
            )
            return try apply(operatorNamed: name, to: [typed, step], nil, span)
        case .expression(let step):
            return try apply(operatorNamed: name, to: [typed, try compile(step)], nil, span)
        }
    }
}
