/// A part of a trace with the call around it, so that an operand leads to its argument.
///
/// An object, because its parts and sources are asked for again and again, and are found once.
final class TracePlace {
    let node: TraceNode
    let kind: TraceNode.Kind
    let frame: Frame?
    /// The parts, each with the call that it stands in.
    private(set) lazy var children = findChildren()
    /// What of the record the value was made of.
    private(set) lazy var sources = findSources()

    /// The arguments of a call of a library's function.
    final class Frame {
        let arguments: [TracePlace]

        init(_ arguments: [TracePlace]) { self.arguments = arguments }
    }

    init(_ node: TraceNode, in frame: Frame? = nil) {
        self.node = node
        kind = node.kind
        self.frame = frame
    }

    private func findChildren() -> [TracePlace] {
        var children: [TracePlace] = []
        let outer: Frame? = if case .definition = kind { nil } else { frame }
        node.forEachChild { children.append(TracePlace($0, in: outer)) }
        if case .call = kind, let body = children.popLast() {
            children.append(TracePlace(body.node, in: Frame(children)))
        }
        return children
    }

    /// The argument that an operand of a function stands for; nil for anything else.
    var argument: TracePlace? {
        guard case .variable = kind, let slot = node.slot, let frame,
            frame.arguments.indices.contains(slot)
        else { return nil }
        return frame.arguments[slot]
    }

    /// The part whose value this expression only hands on: the argument behind an operand, the
    /// body of a definition or function, the branch that was taken; nil when it makes a value.
    var origin: TracePlace? {
        switch kind {
        case .variable: return argument
        case .definition, .call, .conditional, .conversion: return children.last
        case .operation("Message"): return children.first
        case .operation("Coalesce"):
            // Of a list the element is not known.
            return children.last.flatMap { $0.node.entry.value.is(.list) ? nil : $0 }
        case .operation("DateFrom"), .operation("ConvertQuantity"), .operation("ToQuantity"),
            .operation("ToDecimal"), .operation("ToConcept"):
            return children.first
        case .property(let name):
            return tupleElement(name)
        default: return nil
        }
    }

    /// The expression that an element of a tuple was made with.
    private func tupleElement(_ name: String) -> TracePlace? {
        guard let base = children.last?.made, case .selector = base.kind,
            case .tuple(let tuple) = base.node.value,
            let index = tuple.names.firstIndex(of: name),
            base.children.indices.contains(index)
        else { return nil }
        return base.children[index]
    }

    /// The expression that made the value, behind all that only hand it on.
    var made: TracePlace { origin?.made ?? self }
}

extension TracePlace {
    /// The places of the elements of a list, in their order; nil when they are not known.
    func elements() -> [TracePlace]? {
        let place = made
        let list = place.node.entry.value
        guard list.is(.list) else { return nil }
        switch place.kind {
        case .query:
            let rows = place.children.filter(\.node.isIncludedRow)
            let results = rows.compactMap(\.children.last)
            // A row without a result clause, or one that was sorted or dropped, has no place.
            return results.count == list.count ? results : nil
        case .selector: return place.children
        default: return nil
        }
    }

    /// The retrieves that this expression starts from, in the order in which they are read.
    func retrieves() -> [TraceNode] {
        var steps = Self.stepLimit
        var found: [TraceNode] = []
        findRetrieves(&found, &steps)
        return found
    }

    private func findRetrieves(_ found: inout [TraceNode], _ steps: inout Int) {
        steps -= 1
        guard steps > 0 else { return }
        switch kind {
        case .retrieve: found.append(node)
        case .row, .literal: return
        case .call:
            for argument in children.dropLast() { argument.findRetrieves(&found, &steps) }
            // What the function itself reads; its operands are counted already.
            if let body = children.last {
                TracePlace(body.node).findRetrieves(&found, &steps)
            }
        default:
            if let argument { return argument.findRetrieves(&found, &steps) }
            for child in children { child.findRetrieves(&found, &steps) }
        }
    }
}

extension TraceNode {
    var isIncludedRow: Bool { isRow && truth == true }

    /// Whether the value is a list of truth values.
    var isListOfTruths: Bool {
        guard entry.value.is(.list) else { return false }
        return segment.heap.elements(entry.value).allSatisfy { $0.is(.boolean) || $0.isNull }
    }
}
