/// A piece of a trace that is complete: the entries of some expressions and of all inside of them,
/// each before its parts.
final class TraceSegment: Sendable {
    /// A place in a segment; nil stands for the one that is being written.
    struct Position: Sendable, Hashable {
        let segment: TraceSegment?
        let index: Int

        static func == (left: Self, right: Self) -> Bool {
            left.segment === right.segment && left.index == right.index
        }

        func hash(into hasher: inout Hasher) { hasher.combine(index) }
    }

    struct Entry: Sendable {
        let node: any Node
        fileprivate(set) var value = Value.null
        /// The index behind the last part.
        fileprivate(set) var end: Int32 = 0
        /// The number of nodes, shared ones counted each time.
        private var count: Int32 = 1
        /// The number of a link, or of objects that were read: no entry has both.
        private var number: Int32 = -1
        private var isLinked = false
        /// The entry stands for one row of a query.
        let isRow: Bool
        /// The parts were left out.
        var isCut = false

        var size: Int { Int(count) }

        /// The number of the place where the parts are, when they were evaluated before.
        var link: Int? { isLinked ? Int(number) : nil }

        /// The number of the objects that the expression itself has read.
        var reading: Int? { number >= 0 && !isLinked ? Int(number) : nil }

        init(node: any Node, isRow: Bool) {
            self.node = node
            self.isRow = isRow
        }

        mutating func setLink(_ link: Int) {
            number = Int32(link)
            isLinked = true
        }

        mutating func setReading(_ reading: Int) { number = Int32(reading) }

        mutating func close(_ value: Value, end: Int, size: Int) {
            self.value = value
            self.end = Int32(end)
            count = Int32(size)
        }
    }

    struct Content: Sendable {
        var entries: [Entry] = []
        var links: [Position] = []
        var errors: [Int: EvaluationError] = [:]
        /// The objects that expressions have read, one list for each.
        var readings: [[Instance]] = []
    }

    let program: Program
    let content: Content

    init(program: Program, content: Content) {
        self.program = program
        self.content = content
    }
}

extension TraceSegment {
    /// Hands over the expressions at `index` and inside of it that read objects of the record.
    func forEachRead(
        in index: Int,
        _ seen: inout Set<Position>,
        _ body: (any Node, [Instance]) -> Void
    ) {
        guard seen.insert(Position(segment: self, index: index)).inserted else { return }
        var next = index
        while next < Int(content.entries[index].end) {
            if let link = content.entries[next].link {
                let place = content.links[link]
                (place.segment ?? self).forEachRead(in: place.index, &seen, body)
            } else if let reading = content.entries[next].reading {
                body(content.entries[next].node, content.readings[reading])
            }
            // What is inside of a part that was cut is incomplete, but it was read.
            next += 1
        }
    }
}
