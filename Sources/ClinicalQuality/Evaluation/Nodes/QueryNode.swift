/// A query: sources, conditions, and what becomes of each row.
///
/// Rows are visited in the order of the sources, the last source fastest.
final class QueryNode: Node {
    final class Source: Sendable {
        let name: String
        let node: any Node
        let slot: Int
        let isList: Bool

        init(name: String, node: any Node, slot: Int, isList: Bool) {
            self.name = name
            self.node = node
            self.slot = slot
            self.isList = isList
        }
    }

    struct Inclusion: Sendable {
        let source: Source
        let condition: any Node
        let isExclusion: Bool
    }

    enum Result: Sendable {
        /// The row itself: the only source, or a tuple of all.
        case row(names: [String], slots: [Int])
        case expression(any Node, distinct: Bool)
        case aggregate(Aggregate)
    }

    struct Aggregate: Sendable {
        let slot: Int
        let starting: (any Node)?
        let expression: any Node
        let distinct: Bool
    }

    struct Plan: Sendable {
        let sources: [Source]
        let lets: [(slot: Int, node: any Node)]
        let inclusions: [Inclusion]
        let condition: (any Node)?
        let result: Result
        let sort: QuerySort?
        /// Whether the result is a list: at least one source is.
        let isList: Bool
    }

    let span: Span
    let plan: Plan
    /// The only source, when the query takes elements of one list one by one.
    let onlySource: Source?

    init(_ span: Span, _ plan: Plan) {
        self.span = span
        self.plan = plan
        let isPlain: Bool =
            switch plan.result {
            case .row, .expression(_, distinct: false): plan.sort == nil
            case .expression, .aggregate: false
            }
        onlySource = isPlain && plan.isList && plan.sources.count == 1 ? plan.sources[0] : nil
    }

    var traceKind: TraceNode.Kind { .query }

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        if let onlySource, !machine.isTracing { return try list(of: onlySource, &machine) }
        // A null source makes the whole query null; an empty one makes it empty.
        var collected: [Value] = []
        guard
            case .visited = try visit(
                &machine,
                0,
                { value, _ in
                    collected.append(value)
                    return true
                }
            )
        else { return .null }
        if case .aggregate(let aggregate) = plan.result {
            return try fold(&machine, aggregate, collected)
        }
        if case .expression(_, distinct: true) = plan.result, plan.isList {
            collected = try machine.operators.distinct(collected)
        }
        if let sort = plan.sort { collected = try sort.sorted(collected, &machine) }
        return try (plan.isList ? .list(collected) : collected.first ?? .null).boundedInside()
    }

    /// Whether the query has a row that is not null, found without visiting the others.
    func hasRows(_ machine: inout Machine) throws(EvaluationError) -> Bool {
        if case .aggregate = plan.result {
            guard case .list(let elements) = try evaluate(&machine) else { return false }
            return elements.contains { !$0.isNull }
        }
        guard plan.isList else { return false }
        if let onlySource { return try hasRows(of: onlySource, &machine) }
        var found = false
        _ = try visit(&machine, 0) { value, _ in
            if !value.isNull { found = true }
            return !found
        }
        return found
    }

    var children: [any Node] {
        var nodes = plan.sources.map(\.node) + plan.lets.map(\.node)
        for inclusion in plan.inclusions { nodes += [inclusion.source.node, inclusion.condition] }
        if let condition = plan.condition { nodes.append(condition) }
        switch plan.result {
        case .row: break
        case .expression(let node, _): nodes.append(node)
        case .aggregate(let aggregate):
            nodes += [aggregate.starting, aggregate.expression].compactMap { $0 }
        }
        return nodes + (plan.sort?.keys.compactMap(\.node) ?? [])
    }

    // MARK: Rows

    enum Outcome {
        case visited
        /// The consumer has seen enough.
        case stopped
        case nullSource
    }

    /// Binds source number `depth` to each of its elements and goes on with the next one.
    func visit(
        _ machine: inout Machine,
        _ depth: Int,
        _ consume: (Value, inout Machine) throws(EvaluationError) -> Bool
    ) throws(EvaluationError) -> Outcome {
        guard depth < plan.sources.count else {
            return try row(&machine, consume) ? .visited : .stopped
        }
        let source = plan.sources[depth]
        let value = try machine.value(of: source.node)
        guard source.isList else {
            if value.isNull { return .nullSource }
            machine[source.slot] = value
            return try visit(&machine, depth + 1, consume)
        }
        guard case .list(let elements) = value else { return .nullSource }
        try machine.spend(elements.count)
        let isInnermost = depth + 1 == plan.sources.count
        for element in elements {
            machine[source.slot] = element
            if isInnermost {
                guard try row(&machine, consume) else { return .stopped }
                continue
            }
            let outcome = try visit(&machine, depth + 1, consume)
            if case .visited = outcome { continue }
            return outcome
        }
        return .visited
    }

    /// Tests the current row and hands its result on; false when the consumer has seen enough.
    private func row(
        _ machine: inout Machine,
        _ consume: (Value, inout Machine) throws(EvaluationError) -> Bool
    ) throws(EvaluationError) -> Bool {
        if !machine.isTracing {
            guard try isIncluded(&machine) else { return true }
            let value = try result(&machine)
            return try consume(value, &machine)
        }
        let open = machine.recorder.begin(self, isRow: true)
        do throws(EvaluationError) {
            let included = try isIncluded(&machine)
            let value = included ? try result(&machine) : .null
            let read = instances(machine)
            machine.recorder.read(read)
            machine.recorder.end(open, .boolean(included))
            return included ? try consume(value, &machine) : true
        } catch {
            machine.recorder.fail(open, error)
            throw error
        }
    }

    private func instances(_ machine: Machine) -> [Instance] {
        plan.sources.compactMap {
            if case .instance(let instance) = machine[$0.slot] { instance } else { nil }
        }
    }

    func isIncluded(_ machine: inout Machine) throws(EvaluationError) -> Bool {
        if !plan.lets.isEmpty {
            for (slot, node) in plan.lets { machine[slot] = try machine.value(of: node) }
        }
        for inclusion in plan.inclusions
        where try matches(inclusion, &machine) == inclusion.isExclusion {
            return false
        }
        guard let condition = plan.condition else { return true }
        return try machine.truth(of: condition) == true
    }

    private func matches(
        _ inclusion: Inclusion,
        _ machine: inout Machine
    ) throws(EvaluationError) -> Bool {
        let source = inclusion.source
        let value = try machine.value(of: source.node)
        guard source.isList else {
            machine[source.slot] = value
            return try machine.truth(of: inclusion.condition) == true
        }
        guard case .list(let elements) = value else { return false }
        for element in elements {
            try machine.spend(1)
            machine[source.slot] = element
            if try machine.truth(of: inclusion.condition) == true { return true }
        }
        return false
    }

    private func result(_ machine: inout Machine) throws(EvaluationError) -> Value {
        switch plan.result {
        case .expression(let node, _): return try machine.value(of: node)
        case .row, .aggregate:
            if plan.sources.count == 1 { return machine[plan.sources[0].slot] }
            return .tuple(TupleValue(plan.sources.map { ($0.name, machine[$0.slot]) }))
        }
    }

    private func fold(
        _ machine: inout Machine,
        _ aggregate: Aggregate,
        _ rows: [Value]
    ) throws(EvaluationError) -> Value {
        let rows = aggregate.distinct ? try machine.operators.distinct(rows) : rows
        var total =
            try aggregate.starting.map { node throws(EvaluationError) in
                try machine.value(of: node)
            } ?? .null
        for row in rows {
            bind(row, &machine)
            machine[aggregate.slot] = total
            for (slot, node) in plan.lets { machine[slot] = try machine.value(of: node) }
            total = try machine.value(of: aggregate.expression)
        }
        return total
    }

    private func bind(_ row: Value, _ machine: inout Machine) {
        guard plan.sources.count > 1, case .tuple(let tuple) = row else {
            machine[plan.sources[0].slot] = row
            return
        }
        for source in plan.sources { machine[source.slot] = tuple[source.name] ?? .null }
    }
}
