/// Values that an evaluation keeps, by number, with the places where they were traced.
struct Memory: Sendable {
    private(set) var values: [Value?]
    private(set) var traces: [TraceSegment.Position?]
    /// Those that were traced in the segment that is being written.
    private var unsettled: [Int] = []

    init(_ count: Int) {
        values = Array(repeating: nil, count: count)
        traces = Array(repeating: nil, count: count)
    }

    /// Keeps a value; `position` is nil without a trace.
    @inline(__always)
    mutating func keep(
        _ value: Value,
        at index: Int,
        tracedAt position: TraceSegment.Position?
    ) {
        values[index] = value
        guard let position else { return }
        traces[index] = position
        unsettled.append(index)
    }

    /// Notes that the segment that was being written is now `segment`.
    mutating func settle(in segment: TraceSegment) {
        for index in unsettled {
            guard let position = traces[index], position.segment == nil else { continue }
            traces[index] = TraceSegment.Position(segment: segment, index: position.index)
        }
        unsettled.removeAll(keepingCapacity: true)
    }

    mutating func drop(_ index: Int) {
        values[index] = nil
        traces[index] = nil
    }

    /// Forgets all values, or the first `count`.
    mutating func forget(_ count: Int? = nil) {
        for index in 0..<(count ?? values.count) where values[index] != nil {
            values[index] = nil
            traces[index] = nil
        }
        unsettled.removeAll(keepingCapacity: true)
    }
}

extension Value {
    /// Whether both are certainly the same, found at a glance: the same objects, the same small
    /// values.
    func isSame(as other: Value) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.boolean(let left), .boolean(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.date(let left), .date(let right)): left == right
        case (.dateTime(let left), .dateTime(let right)): left == right
        case (.instance(let left), .instance(let right)): left === right
        case (.list(let left), .list(let right)):
            left.count == right.count && left.count <= 8
                && zip(left, right).allSatisfy { left, right in
                    if case .instance(let left) = left, case .instance(let right) = right {
                        left === right
                    } else {
                        false
                    }
                }
        default: false
        }
    }
}
