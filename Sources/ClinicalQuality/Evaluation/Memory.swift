/// Values that an evaluation keeps, by number, with the places where they were traced.
struct Memory: Sendable {
    private(set) var values: [Value?]
    private(set) var traces: [TraceSegment.Position?]
    /// Whether a value was ever traced.
    private var isTraced = false
    /// Those that were traced in the segment that is being written.
    private var unsettled: [Int] = []

    init(_ count: Int) {
        values = Array(repeating: nil, count: count)
        traces = Array(repeating: nil, count: count)
    }

    /// Keeps a value; `position` is nil without a trace, and when it is not recorded.
    @inline(__always)
    mutating func keep(
        _ value: Value,
        at index: Int,
        tracedAt position: TraceSegment.Position?
    ) {
        values[index] = value
        guard isTraced || position != nil else { return }
        isTraced = true
        traces[index] = position
        if position != nil { unsettled.append(index) }
    }

    /// Notes that the segment that was being written is now `segment`.
    mutating func settle(in segment: TraceSegment) {
        for index in unsettled {
            guard let position = traces[index], position.segment == nil else { continue }
            traces[index] = TraceSegment.Position(segment: segment, index: position.index)
        }
        unsettled.removeAll(keepingCapacity: true)
    }

    /// Forgets all values, or the first `count`.
    mutating func forget(_ count: Int? = nil) {
        for index in 0..<(count ?? values.count) where values[index] != nil {
            values[index] = nil
            if isTraced { traces[index] = nil }
        }
        unsettled.removeAll(keepingCapacity: true)
    }
}
