/// What a machine has besides its registers.
struct MachineState: Sendable {
    var heap: Heap
    var operators: Operators
    /// Records what is evaluated, when somebody asked for a trace.
    var recorder = TraceRecorder()
    /// The elements of lists that are being made, and how many these are.
    private(set) var stack: [Slot] = []
    private(set) var top = 0
    /// Tells registers that were set for this record from older ones.
    private(set) var stamp: UInt64 = 1
    /// The same for what depends on the time only.
    var timeStamp: UInt64 = 1
    let tables: MachineCode.Tables
    private var handlers: [Handler] = []
    private var remainingSteps = MachineState.stepLimit

    /// Where to go on after an error.
    private struct Handler {
        let next: Int
        let depth: Int
        let place: TraceRecorder.Place
    }

    /// The number of rows that queries may visit in one evaluation.
    static let stepLimit = 5_000_000

    init(_ code: MachineCode, _ record: IndexedRecord, _ operators: Operators) {
        tables = code.tables
        heap = Heap(record)
        self.operators = operators
    }

    mutating func restart(_ record: IndexedRecord, keeping extent: SlotTable.Extent) {
        heap.record = record
        heap.arena.shrink(to: extent)
        stamp += 1
        remainingSteps = Self.stepLimit
        recorder.restart()
    }

    mutating func beginRun() {
        top = 0
        handlers.removeAll(keepingCapacity: true)
    }

    /// Counts rows against the limit of the evaluation.
    @inline(__always)
    mutating func spend(_ steps: Int) throws(EvaluationError) {
        remainingSteps -= steps
        if remainingSteps < 0 { throw .limitExceeded(what: "steps of one evaluation") }
    }

    // MARK: The stack

    @inline(__always)
    mutating func push(_ slot: Slot) {
        if top < stack.count { stack[top] = slot } else { stack.append(slot) }
        top += 1
    }

    @inline(__always)
    mutating func drop(to mark: Int) { top = mark }

    // MARK: Errors

    mutating func guardErrors(goingOnAt next: Int) {
        handlers.append(Handler(next: next, depth: top, place: recorder.place))
    }

    mutating func endGuard() { handlers.removeLast() }

    /// Notes an error in the trace, and tells where to go on; throws it when nobody catches it.
    mutating func handle(_ error: EvaluationError) throws(EvaluationError) -> Int {
        guard let handler = handlers.popLast() else {
            recorder.fail(error, backTo: nil)
            throw error
        }
        recorder.fail(error, backTo: handler.place)
        top = handler.depth
        return handler.next
    }

    // MARK: Values

    /// Keeps a value that an operator made of `operands`.
    ///
    /// An object of the record that it hands on is found among them, so that it stays what it is.
    mutating func slot(for value: Value, of operands: Slot...) -> Slot {
        slot(for: value, among: operands)
    }

    mutating func slot(for value: Value, among operands: [Slot]) -> Slot {
        switch value {
        case .instance(let instance):
            return known(operands)[ObjectIdentifier(instance)] ?? heap.arena.slot(for: value)
        case .list(let elements) where elements.contains(where: \.isInstance):
            let known = known(operands)
            var slots: [Slot] = []
            slots.reserveCapacity(elements.count)
            for element in elements {
                if case .instance(let instance) = element,
                    let slot = known[ObjectIdentifier(instance)]
                {
                    slots.append(slot)
                } else {
                    slots.append(heap.arena.slot(for: element))
                }
            }
            return heap.arena.list(of: slots)
        default: return heap.arena.slot(for: value)
        }
    }

    private func known(_ operands: [Slot]) -> [ObjectIdentifier: Slot] {
        var known: [ObjectIdentifier: Slot] = [:]
        for operand in operands {
            if operand.is(.instance) { known[ObjectIdentifier(heap.instance(operand))] = operand }
            guard operand.is(.list) else { continue }
            for slot in heap.elements(operand) where slot.is(.instance) {
                known[ObjectIdentifier(heap.instance(slot))] = slot
            }
        }
        return known
    }
}

extension Value {
    var isInstance: Bool { if case .instance = self { true } else { false } }
}
