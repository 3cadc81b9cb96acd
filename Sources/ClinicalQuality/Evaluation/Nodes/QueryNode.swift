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
}
