/// Collects a trace while a library is evaluated.
struct TraceRecorder {
    private var open: [[TraceNode]] = [[]]
    private var resources: [[Instance]] = [[]]
    private var slots: [Int?] = [nil]

    /// The greatest number of nodes in a trace, shared ones counted each time.
    ///
    /// Above it, the greatest parts keep their values, and not how they came about.
    static let limit = 200_000

    mutating func begin() {
        open.append([])
        resources.append([])
        slots.append(nil)
    }

    /// Notes the objects that the expression in progress has read.
    mutating func read(_ instances: [Instance]) {
        resources[resources.count - 1] += instances
    }

    /// Notes which local variable the expression in progress has read.
    mutating func refer(to slot: Int) { slots[slots.count - 1] = slot }

    mutating func add(_ node: TraceNode) { open[open.count - 1].append(node) }

    var lastChild: TraceNode? { open.last?.last }

    mutating func end(
        _ kind: TraceNode.Kind,
        _ location: SourceLocation,
        _ value: Value,
        _ error: EvaluationError?
    ) {
        let children = open.removeLast()
        let read = resources.removeLast()
        let slot = slots.removeLast()
        let node = TraceNode(
            kind: kind,
            location: location,
            value: value,
            error: error,
            children: TraceNode.markDecisive(Self.bounded(children), of: kind, value),
            resources: read,
            slot: slot
        )
        open[open.count - 1].append(node)
    }

    private static func bounded(_ children: [TraceNode]) -> [TraceNode] {
        guard children.reduce(1, { $0 + $1.size }) > limit else { return children }
        let share = max(1, limit / children.count)
        return children.map { $0.size > share ? $0.changed(isCut: true) : $0 }
    }
}

extension TraceNode {
    /// Marks which children decided the value of their parent.
    static func markDecisive(
        _ children: [TraceNode],
        of kind: Kind,
        _ value: Value
    ) -> [TraceNode] {
        guard case .logical(let name) = kind, ["And", "Or", "Implies"].contains(name) else {
            return children
        }
        // The whole is decided by the parts that alone force its value; when there is none, as in
        // a true `and`, by all. An unknown `and` is decided by its unknown parts.
        let decides: (Int, TraceNode) -> Bool = { position, child in
            switch (name, value.truth) {
            case ("And", false?): child.value.truth == false
            case ("Or", true?): child.value.truth == true
            case ("And", nil), ("Or", nil): child.value.truth == nil
            case ("Implies", true?):
                position == 0 ? child.value.truth == false : child.value.truth == true
            case ("Implies", nil): child.value.truth == nil
            default: true
            }
        }
        return children.enumerated().map { position, child in
            decides(position, child) ? child : child.changed(isDecisive: false)
        }
    }

    /// The same node, as not decisive or without what is inside of it.
    fileprivate func changed(isDecisive: Bool? = nil, isCut: Bool? = nil) -> TraceNode {
        TraceNode(
            kind: kind,
            location: location,
            value: value,
            error: error,
            children: isCut == true ? [] : children,
            isDecisive: isDecisive ?? self.isDecisive,
            resources: resources,
            isCut: isCut ?? self.isCut,
            slot: slot
        )
    }
}
