/// Notes what is evaluated: one entry each, in the order in which the expressions begin.
///
/// What a trace says beyond that is found when somebody reads it (`TraceNode`).
struct TraceRecorder {
    private var segment = TraceSegment.Content()
    /// The entry of the expression in progress.
    private var current = -1
    /// The number of nodes so far, shared ones counted each time.
    private var size = 0

    /// The greatest number of nodes in a trace, shared ones counted each time.
    ///
    /// Above it, expressions keep their values, and not how they came about.
    static let limit = 200_000

    /// An entry that was begun.
    struct Open {
        fileprivate let index: Int
        fileprivate let outer: Int
        fileprivate let sizeBefore: Int
    }

    var isEmpty: Bool { segment.entries.isEmpty }

    /// The entry of the expression in progress; nil when it is not recorded.
    var position: TraceSegment.Position? {
        current < 0 ? nil : .init(segment: nil, index: current)
    }

    /// The entry of the expression that begins next; nil when it will not be recorded.
    var next: TraceSegment.Position? {
        size < Self.limit ? .init(segment: nil, index: segment.entries.count) : nil
    }

    /// Begins an entry for `node`, or for one row of it.
    @inline(__always)
    mutating func begin(_ node: any Node, isRow: Bool = false) -> Open {
        let open = Open(index: segment.entries.count, outer: current, sizeBefore: size)
        guard size < Self.limit else { return cut() }
        size += 1
        current = open.index
        segment.entries.append(TraceSegment.Entry(node: node, isRow: isRow))
        return open
    }

    /// Leaves out what begins, because there is too much already.
    private mutating func cut() -> Open {
        let outer = current
        if outer >= 0 { segment.entries[outer].isCut = true }
        current = -1
        return Open(index: -1, outer: outer, sizeBefore: size)
    }

    @inline(__always)
    mutating func end(_ open: Open, _ value: Value) {
        current = open.outer
        guard open.index >= 0 else { return }
        segment.entries[open.index].close(
            value,
            end: segment.entries.count,
            size: size - open.sizeBefore
        )
    }

    /// Ends an entry whose evaluation has failed.
    mutating func fail(_ open: Open, _ error: EvaluationError) {
        end(open, .null)
        if open.index >= 0 { segment.errors[open.index] = error }
    }

    /// Notes the objects that the expression in progress has read.
    mutating func read(_ instances: [Instance]) {
        guard current >= 0, !instances.isEmpty else { return }
        if let reading = segment.entries[current].reading {
            segment.readings[reading] += instances
        } else {
            segment.entries[current].setReading(segment.readings.count)
            segment.readings.append(instances)
        }
    }

    /// Adds a part that was evaluated before, at `position`.
    mutating func `repeat`(_ node: any Node, _ value: Value, at position: TraceSegment.Position?) {
        let open = begin(node)
        `repeat`(at: position)
        end(open, value)
    }

    /// Notes that the expression in progress was evaluated before, at `position`.
    mutating func `repeat`(at position: TraceSegment.Position?) {
        guard current >= 0 else { return }
        guard let position else { return segment.entries[current].isCut = true }
        let repeated = position.segment.map { $0.content.entries[position.index].size }
        let added = (repeated ?? segment.entries[position.index].size) - 1
        guard size + added <= Self.limit else {
            segment.entries[current].isCut = true
            return
        }
        size += added
        segment.entries[current].setLink(segment.links.count)
        segment.links.append(position)
    }

    /// Closes the record and begins a new one.
    mutating func finish(_ program: Program) -> TraceSegment {
        let finished = TraceSegment(program: program, content: segment)
        self = TraceRecorder()
        segment.entries.reserveCapacity(64)
        return finished
    }
}
