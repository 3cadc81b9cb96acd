/// Notes what is evaluated: one entry each, in the order in which the expressions begin.
///
/// What a trace says beyond that is found when somebody reads it (`TraceNode`).
struct TraceRecorder: Sendable {
    private(set) var content = TraceSegment.Content()
    /// The entry of the expression in progress.
    private var current = -1
    /// How many expressions in progress are not recorded.
    private var cutDepth = 0
    /// The number of nodes so far, shared ones counted each time.
    private var size = 0

    /// The greatest number of nodes in a trace, shared ones counted each time.
    ///
    /// Above it, expressions keep their values, and not how they came about.
    static let limit = 200_000

    /// Where the recording is.
    struct Place: Sendable {
        fileprivate let current: Int
        fileprivate let cutDepth: Int
    }

    /// The number of entries.
    var count: Int { content.entries.count }

    var place: Place { Place(current: current, cutDepth: cutDepth) }

    /// The entry of the expression in progress; below zero when it is not recorded.
    var currentPlace: Slot { Slot(.long, UInt64(bitPattern: Int64(cutDepth > 0 ? -1 : current))) }

    /// The entry of the expression that begins next; below zero when it will not be recorded.
    var nextPlace: Slot {
        Slot(.long, UInt64(bitPattern: Int64(size < Self.limit ? content.entries.count : -1)))
    }

    /// Forgets everything, for the next record.
    mutating func restart() {
        guard !content.entries.isEmpty else { return }
        content.forget()
        beginTrace()
    }

    /// Begins the trace of another definition.
    mutating func beginTrace() {
        current = -1
        cutDepth = 0
        size = 0
    }

    /// Begins an entry for a node, or for one row of it.
    @inline(__always)
    mutating func begin(_ node: UInt32, isRow: Bool) {
        guard size < Self.limit else { return cut() }
        let index = content.entries.count
        // The places for the end and the size hold what has to be known then.
        content.entries.append(
            TraceSegment.Entry(node: node, isRow: isRow, outer: current, sizeBefore: size)
        )
        size += 1
        current = index
    }

    /// Leaves out what begins, because there is too much already.
    private mutating func cut() {
        if cutDepth == 0, current >= 0 { content.entries[current].cut() }
        cutDepth += 1
    }

    @inline(__always)
    mutating func end(_ value: Slot) {
        if cutDepth > 0 {
            cutDepth -= 1
            return
        }
        guard current >= 0 else { return }
        current = content.entries[current].close(
            value,
            end: content.entries.count,
            size: size
        )
    }

    /// Notes an expression without parts.
    @inline(__always)
    mutating func leaf(_ node: UInt32, _ value: Slot) {
        guard size < Self.limit else {
            if cutDepth == 0, current >= 0 { content.entries[current].cut() }
            return
        }
        size += 1
        content.entries.append(
            TraceSegment.Entry(leaf: node, value, end: content.entries.count + 1)
        )
    }

    /// Ends the entries of expressions whose evaluation has failed.
    mutating func fail(_ error: EvaluationError, backTo place: Place?) {
        let outer = place?.current ?? -1
        cutDepth = 0
        while current != outer, current >= 0 {
            content.errors[current] = error
            end(.null)
        }
        cutDepth = place?.cutDepth ?? 0
    }

    /// Notes an object that the row in progress has read.
    mutating func read(_ instance: Slot) {
        guard current >= 0, cutDepth == 0 else { return }
        content.read(instance, by: current)
    }

    /// Notes that the expression in progress was evaluated before, at `place`.
    mutating func link(_ place: Slot) {
        guard current >= 0, cutDepth == 0 else { return }
        let place = Int(Int64(bitPattern: place.payload))
        guard place >= 0 else { return content.entries[current].cut() }
        let added = content.entries[place].size - 1
        guard size + added <= Self.limit else { return content.entries[current].cut() }
        size += added
        content.entries[current].link(to: place)
    }
}
