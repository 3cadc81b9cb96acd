/// Conditions that only decide where to go on: nothing asks for their value.
extension CodeBuilder {
    /// Jumps that are taken unless a condition is true.
    func jumps(unless condition: any Node) -> [Int] {
        guard !isTracing else { return [emit(.jumpUnlessTrue, 0, value(condition))] }
        let mark = used
        defer { used = mark }
        switch condition {
        case let junction as JunctionNode where junction.isOr: return jumps(unlessAny: junction)
        case let junction as JunctionNode where junction.operands.dropFirst().allSatisfy(\.isSafe):
            // Unknown or false is the same here, so the first that is not true decides.
            return junction.operands.flatMap { jumps(unless: $0) }
        case let negation as NotNode: return jumps(if: negation.operand)
        case let test as TruthTestNode: return jumps(test.condition, test.operand, isNegated: false)
        case let order as OrderNode:
            let (left, right) = (value(order.left), value(order.right))
            return [emit(.jumpUnlessOrder, 0, left, right, flag: order.relation.flag)]
        case let message as MessageNode where message.isHarmless:
            return jumps(unless: message.source)
        case let call as CallNode where inlines(call):
            return inlining(call) { jumps(unless: call.function.node) }
        default: return [emit(.jumpUnlessTrue, 0, value(condition))]
        }
    }

    private func jumps(unlessAny junction: JunctionNode) -> [Int] {
        var holds: [Int] = []
        for operand in junction.operands.dropLast() {
            holds.append(emit(.jumpIfTrue, 0, value(operand)))
        }
        let jumps = jumps(unless: junction.operands[junction.operands.count - 1])
        land(holds)
        return jumps
    }

    /// Jumps that are taken unless the negation of a condition is true.
    private func jumps(if condition: any Node) -> [Int] {
        guard let test = condition as? TruthTestNode else {
            return [emit(.jumpUnlessFalse, 0, value(condition))]
        }
        return jumps(test.condition, test.operand, isNegated: true)
    }

    private func jumps(
        _ test: TruthTestNode.Test,
        _ operand: any Node,
        isNegated: Bool
    ) -> [Int] {
        switch (test, isNegated) {
        case (.true, false): return jumps(unless: operand)
        case (.true, true): return [emit(.jumpIfTrue, 0, value(operand))]
        case (.false, false): return [emit(.jumpUnlessFalse, 0, value(operand))]
        case (.false, true): return [emit(.jumpIfFalse, 0, value(operand))]
        case (.null, false): return [emit(.jumpUnlessNull, 0, value(operand))]
        case (.null, true): return [emit(.jumpIfNull, 0, value(operand))]
        }
    }
}

extension Node {
    /// Whether the evaluation can certainly not fail, so that it may be left out.
    fileprivate var isSafe: Bool {
        // Only looking at so many nodes bounds the time.
        var budget = 50
        return isSafe(&budget)
    }

    private func isSafe(_ budget: inout Int) -> Bool {
        budget -= 1
        guard budget > 0 else { return false }
        switch self {
        case is ConstantNode, is VariableNode, is ParameterNode, is NullaryNode: return true
        case is PropertyNode, is OrderNode, is EqualityNode, is NotNode,
            is TextMembershipNode, is IntervalMembershipNode, is JunctionNode, is LogicalNode,
            is TruthTestNode, is TypeTestNode, is CoalesceNode, is ConditionalNode,
            is InvariantNode:
            break
        case let cast as CastNode where !cast.isStrict: break
        case let operation as UnaryNode where operation.traceKind == .operation("DateFrom"): break
        case let message as MessageNode where message.isHarmless:
            return message.source.isSafe(&budget)
        case let call as CallNode: guard call.function.node.isSafe(&budget) else { return false }
        default: return false
        }
        for child in children where !child.isSafe(&budget) { return false }
        return true
    }
}

extension CodeBuilder {
    /// Emits an operation: once for each time where it depends on nothing else.
    func keptForTime(_ node: any Node, into d: Register, _ body: (Register) -> Void) -> Register {
        var budget = 20
        guard !isTracing, node.dependsOnTimeOnly(&budget) else {
            body(d)
            return d
        }
        return lasting(body)
    }
}

extension Node {
    /// Whether the value is the same for every record.
    fileprivate func dependsOnTimeOnly(_ budget: inout Int) -> Bool {
        budget -= 1
        guard budget > 0 else { return false }
        switch self {
        case is ConstantNode, is NullaryNode: return true
        case is UnaryNode, is BinaryNode, is ConversionNode, is InvariantNode:
            for child in children where !child.dependsOnTimeOnly(&budget) { return false }
            return true
        default: return false
        }
    }
}
