/// The trace of an evaluation: the entries of its expressions, each before its parts, and what their
/// values refer to.
///
/// Plain data that nobody changes any more; values are made of it when somebody reads them.
final class TraceSegment: Sendable {
    /// What was evaluated, and what came out.
    struct Entry: BitwiseCopyable, Sendable {
        /// The number of the node; above it whether this is a row (1), was cut (2), or stands for
        /// what was evaluated before (4).
        private var tag: UInt32
        /// The index behind the last part; of an entry in progress the index of the outer one.
        private(set) var end: Int32
        /// The number of nodes, shared ones counted each time.
        private var count: Int32
        /// The index of a link, or of objects that were read: no entry has both.
        private var number: Int32 = -1
        private(set) var value = Slot.null

        private static let row: UInt32 = 1 << 29
        private static let cut: UInt32 = 1 << 30
        private static let linked: UInt32 = 1 << 31

        init(node: UInt32, isRow: Bool, outer: Int, sizeBefore: Int) {
            tag = isRow ? node | Self.row : node
            end = Int32(truncatingIfNeeded: outer)
            count = Int32(truncatingIfNeeded: sizeBefore)
        }

        init(leaf node: UInt32, _ value: Slot, end: Int) {
            tag = node
            self.end = Int32(truncatingIfNeeded: end)
            count = 1
            self.value = value
        }

        var node: Int { Int(tag & (Self.row - 1)) }
        var size: Int { Int(count) }
        /// Whether the entry stands for one row of a query.
        var isRow: Bool { tag & Self.row != 0 }
        /// Whether the parts were left out.
        var isCut: Bool { tag & Self.cut != 0 }

        /// Where the parts are, when they were evaluated before.
        var link: Int? { tag & Self.linked != 0 ? Int(number) : nil }

        /// The number of the first object that a row has read.
        var reading: Int? { number >= 0 && tag & Self.linked == 0 ? Int(number) : nil }

        mutating func cut() { tag |= Self.cut }

        mutating func link(to place: Int) {
            number = Int32(truncatingIfNeeded: place)
            tag |= Self.linked
        }

        mutating func setReading(_ reading: Int) { number = Int32(truncatingIfNeeded: reading) }

        /// Completes the entry, and gives the index of the outer one.
        @inline(__always)
        mutating func close(_ value: Slot, end: Int, size: Int) -> Int {
            let outer = Int(self.end)
            self.value = value
            self.end = Int32(truncatingIfNeeded: end)
            count = Int32(truncatingIfNeeded: size) - count
            return outer
        }
    }

    struct Content: Sendable {
        var entries: [Entry] = []
        var errors: [Int: EvaluationError] = [:]
        /// The objects that rows have read; behind those of each row stands a null.
        private(set) var readings: [Slot] = []

        mutating func read(_ instance: Slot, by entry: Int) {
            if entries[entry].reading == nil {
                entries[entry].setReading(readings.count)
            } else {
                readings.removeLast()
            }
            readings.append(instance)
            readings.append(.null)
        }

        mutating func forget() {
            entries.removeAll(keepingCapacity: true)
            readings.removeAll(keepingCapacity: true)
            errors = [:]
        }
    }

    let program: Program
    let code: MachineCode
    let heap: Heap
    let content: Content

    init(program: Program, code: MachineCode, heap: Heap, content: Content) {
        self.program = program
        self.code = code
        self.heap = heap
        self.content = content
    }
}

extension TraceSegment {
    func node(at index: Int) -> any Node { code.tables.nodes[content.entries[index].node] }

    /// The objects that the expression itself has read.
    func readings(at index: Int) -> [Slot] {
        let entry = content.entries[index]
        if let reading = entry.reading {
            return Array(content.readings[reading...].prefix { !$0.isNull })
        }
        guard !entry.isRow, entry.link == nil else { return [] }
        switch code.readers[entry.node] {
        case .retrieve where entry.value.is(.list): return Array(heap.elements(entry.value))
        case .subject where !entry.value.isNull: return [entry.value]
        default: return []
        }
    }

    func instances(at index: Int) -> [Instance] { readings(at: index).map { heap.instance($0) } }

    /// Hands over the expressions at `index` and inside of it that read objects of the record.
    func forEachRead(
        in index: Int,
        _ seen: inout Set<Int>,
        _ body: (any Node, [Instance]) -> Void
    ) {
        guard seen.insert(index).inserted else { return }
        var next = index
        while next < Int(content.entries[index].end) {
            if let link = content.entries[next].link {
                forEachRead(in: link, &seen, body)
            } else {
                let read = instances(at: next)
                if !read.isEmpty { body(node(at: next), read) }
            }
            // What is inside of a part that was cut is incomplete, but it was read.
            next += 1
        }
    }
}
