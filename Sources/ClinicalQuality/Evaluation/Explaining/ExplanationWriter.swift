/// Writes the lines of an explanation.
struct ExplanationWriter {
    let names: ResourceNames
    private(set) var lines: [Explanation.Line] = []

    /// An outline that is longer is cut: nobody reads the thousandth line.
    private static let limit = 400
    private static let rowLimit = 12

    init(names: ResourceNames) { self.names = names }

    private mutating func add(_ text: String, _ node: TraceNode, _ depth: Int, _ decisive: Bool) {
        lines.append(
            Explanation.Line(
                depth: depth,
                text: text,
                verdict: node.value.truth,
                hasVerdict: node.isTruth || node.kind == .row,
                isDecisive: decisive,
                location: node.location
            )
        )
    }

    mutating func write(_ node: TraceNode, depth: Int, isDecisive: Bool) {
        guard lines.count < Self.limit else { return }
        if let error = node.error, node.children.allSatisfy({ $0.error == nil }) {
            add("\(Describing(names).operand(node)): \(error)", node, depth, isDecisive)
            return
        }
        switch node.kind {
        case .definition where !node.isTruth:
            add(Describing(names).operand(node), node, depth, isDecisive)
        case .definition(let name):
            add("\"\(name)\"", node, depth, isDecisive)
            for child in node.children where child.isTruth {
                write(child, depth: depth + 1, isDecisive: isDecisive)
            }
        case .logical("And"), .logical("Or"), .logical("Implies"), .logical("Xor"):
            outline(node, depth, isDecisive)
        case .logical("Not"):
            add("not", node, depth, isDecisive)
            for child in node.children { write(child, depth: depth + 1, isDecisive: isDecisive) }
        case .logical("Exists"): exists(node, depth, isDecisive)
        case .comparison, .logical:
            add(Describing(names).comparison(node), node, depth, isDecisive)
        case .conversion, .conditional, .call:
            let inner = node.children.filter(\.isTruth)
            if inner.isEmpty { add(Describing(names).operand(node), node, depth, isDecisive) }
            for child in inner { write(child, depth: depth, isDecisive: isDecisive) }
        default: add(Describing(names).operand(node), node, depth, isDecisive)
        }
    }

    /// A chain of the same operator becomes one list.
    private mutating func outline(_ node: TraceNode, _ depth: Int, _ isDecisive: Bool) {
        let title =
            switch node.kind {
            case .logical("And"): "all of"
            case .logical("Or"): "at least one of"
            case .logical("Xor"): "exactly one of"
            default: "if the first, then the second"
            }
        var parts: [(node: TraceNode, decisive: Bool)] = []
        func flatten(_ part: TraceNode, _ decisive: Bool) {
            for child in part.children {
                let both = decisive && child.isDecisive
                let chains = node.kind == .logical("And") || node.kind == .logical("Or")
                if chains, child.kind == node.kind, child.error == nil {
                    flatten(child, both)
                } else {
                    parts.append((child, both))
                }
            }
        }
        flatten(node, isDecisive)
        // The operands behind the one that decided were not evaluated.
        if parts.count == 1, parts[0].node.value.truth == node.value.truth {
            return write(parts[0].node, depth: depth, isDecisive: parts[0].decisive)
        }
        add(title, node, depth, isDecisive)
        for part in parts { write(part.node, depth: depth + 1, isDecisive: part.decisive) }
    }

    /// What a search found, and why the candidates did not do.
    private mutating func exists(_ node: TraceNode, _ depth: Int, _ isDecisive: Bool) {
        let rows = node.rows()
        let wanted = node.retrieves().map { Describing.wanted($0.kind) }
        let what = wanted.isEmpty ? "anything" : wanted.joined(separator: ", ")
        if rows.isEmpty {
            let found = node.retrieves().flatMap(\.resources)
            add(
                found.isEmpty
                    ? "no \(what) found"
                    : "found "
                        + found.prefix(Self.rowLimit).map(names.title)
                        .joined(separator: ", "),
                node,
                depth,
                isDecisive
            )
            return
        }
        let fitting = rows.count { $0.value.truth == true }
        add("\(fitting) of \(rows.count) found for \(what) fit", node, depth, isDecisive)
        for row in rows.prefix(Self.rowLimit) {
            let title = row.resources.map(names.title).joined(separator: ", ")
            add(title.isEmpty ? "row" : title, row, depth + 1, row.value.truth == true)
            for child in row.children where child.isTruth {
                write(child, depth: depth + 2, isDecisive: row.value.truth == true)
            }
        }
    }

    // MARK: What is missing

    /// What would have to be known to decide an unknown value.
    func missing(in trace: TraceNode) -> [String] {
        var found: [String] = []
        func add(_ text: String) {
            if !found.contains(text) { found.append(text) }
        }
        func visit(_ node: TraceNode) {
            if let error = node.error, node.children.allSatisfy({ $0.error == nil }) {
                add("\(Describing(names).operand(node)): \(error)")
                return
            }
            guard node.value.isNull || node.error != nil else { return }
            let causes = node.children.filter {
                $0.isDecisive && ($0.value.isNull || $0.error != nil)
            }
            for empty in node.isTruth ? [] : node.emptyRetrieves() {
                add("no \(Describing.wanted(empty.kind)) found")
            }
            if case .property(let name) = node.kind, causes.isEmpty,
                case .instance(let instance)? = node.children.last?.value
            {
                add("\(names.title(instance)) has no \(name)")
            }
            if case .parameter(let name) = node.kind {
                add("the parameter \"\(name)\" is not given")
            }
            if case .subject = node.kind { add("no patient in the record") }
            for cause in causes { visit(cause) }
            if causes.isEmpty, node.isTruth, case .comparison = node.kind {
                add("undecided: \(Describing(names).comparison(node))")
            }
        }
        visit(trace)
        return found
    }
}

extension TraceNode {
    /// Whether the expression is one that is true, false or unknown.
    var isTruth: Bool {
        switch (kind, value) {
        case (_, .boolean): true
        case (.logical, _), (.comparison, _): true
        case (.definition, .null), (.call, .null), (.conditional, .null):
            children.contains { $0.isTruth }
        default: false
        }
    }

    /// The rows of the query that this search looks through.
    func rows() -> [TraceNode] {
        let own = children.filter { $0.kind == .row }
        if !own.isEmpty { return own }
        for child in children {
            let inner = child.rows()
            if !inner.isEmpty { return inner }
        }
        return []
    }

    /// The retrieves that this search starts from.
    func retrieves() -> [TraceNode] {
        if case .retrieve = kind { return [self] }
        if case .row = kind { return [] }
        return children.flatMap { $0.retrieves() }
    }
}
