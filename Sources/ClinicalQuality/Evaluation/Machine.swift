/// The state of one evaluation: record, time, values already known, and the local variables.
///
/// A value that is handed down by reference, so that the compiler proves that no two accesses
/// overlap and none has to be checked when it happens.
struct Machine: Sendable {
    let program: Program
    private(set) var record: IndexedRecord
    private(set) var operators: Operators
    var parameters: [Value]
    /// Whether somebody asked for a trace.
    let isTracing: Bool
    /// Records what is evaluated while `isTracing`.
    var recorder = TraceRecorder()
    /// What the program's selections find in the record.
    private(set) var selected: [Value]

    private var definitions: Memory
    /// Parts of a query that are the same for every row.
    private var cells: Memory
    /// The last value of functions that are remembered, and behind these the values of functions
    /// for an empty list.
    private var calls: Memory
    /// The operands for which the last values are.
    private var operands: [[Value]]

    private var slots: [Value] = []
    private var base = 0
    private var top = 0
    private var remainingSteps = Machine.stepLimit

    /// The number of rows that queries may visit in one evaluation.
    static let stepLimit = 5_000_000

    init(_ program: Program, record: IndexedRecord, at now: DateTime, tracing: Bool) {
        self.program = program
        self.record = record
        operators = Operators(at: now)
        parameters = []
        isTracing = tracing
        selected = Array(repeating: .null, count: program.selections.count)
        program.selections.select(from: record, into: &selected)
        definitions = Memory(program.definitions.count)
        cells = Memory(program.cellCount)
        calls = Memory(2 * program.functionCount)
        operands = Array(repeating: [], count: program.functionCount)
    }

    /// Forgets every value, for the next record.
    mutating func restart(record: IndexedRecord, at now: DateTime) {
        self.record = record
        program.selections.select(from: record, into: &selected)
        let isSameTime = operators.now == now
        if !isSameTime { operators = Operators(at: now) }
        remainingSteps = Self.stepLimit
        definitions.forget()
        cells.forget()
        // What a function gives for an empty list depends on the time at most.
        calls.forget(isSameTime && !isTracing ? program.functionCount : nil)
        if isTracing { recorder = TraceRecorder() }
    }

    // MARK: Evaluating

    @inline(__always)
    mutating func value(of node: any Node) throws(EvaluationError) -> Value {
        if isTracing { return try tracedValue(of: node) }
        return try node.evaluate(&self)
    }

    @inline(__always)
    mutating func truth(of node: any Node) throws(EvaluationError) -> Bool? {
        if isTracing { return try tracedValue(of: node).truth }
        return try node.test(&self)
    }

    private mutating func tracedValue(of node: any Node) throws(EvaluationError) -> Value {
        let open = recorder.begin(node)
        do throws(EvaluationError) {
            let value = try node.evaluate(&self)
            recorder.end(open, value)
            return value
        } catch {
            recorder.end(open, .null, error)
            throw error
        }
    }

    /// Closes the trace so far, which later ones can refer to.
    mutating func closeTrace() -> TraceSegment {
        let segment = recorder.finish(program)
        definitions.settle(in: segment)
        cells.settle(in: segment)
        calls.settle(in: segment)
        return segment
    }

    /// The value of a definition, evaluated at most once.
    mutating func value(ofDefinition index: Int) throws(EvaluationError) -> Value {
        if let value = definitions.values[index] {
            if isTracing {
                let body = program.definitions[index].node
                recorder.repeat(body, value, at: definitions.traces[index])
            }
            return value
        }
        let start = recorder.next
        let outer = (base, top)
        base = reserve(program.definitions[index].slots)
        defer { (base, top) = outer }
        let value = try value(of: program.definitions[index].node)
        definitions.keep(value, at: index, tracedAt: isTracing ? start : nil)
        return value
    }

    /// The value of `node`, evaluated once and kept in `cell`.
    @inline(__always)
    mutating func value(of node: any Node, in cell: Int) throws(EvaluationError) -> Value {
        if let value = cells.values[cell] {
            if isTracing { recorder.repeat(at: cells.traces[cell]) }
            return value
        }
        let value = try node.evaluate(&self)
        cells.keep(value, at: cell, tracedAt: isTracing ? recorder.position : nil)
        return value
    }

    // MARK: Functions

    /// Calls a function with the values of its operands.
    mutating func value(of call: CallNode) throws(EvaluationError) -> Value {
        try spend(1)
        let outer = (base, top)
        let frame = reserve(call.function.slots)
        defer { (base, top) = outer }
        for slot in call.arguments.indices {
            let local = call.locals[slot]
            slots[frame + slot] =
                local < 0 || isTracing ? try value(of: call.arguments[slot]) : self[local]
        }
        base = frame
        if call.function.isFixedForNone, case .list(let list) = slots[frame], list.isEmpty {
            return try value(of: call, at: program.functionCount + call.function.index)
        }
        guard call.function.isRemembered else { return try value(of: call.function.node) }
        let index = call.function.index
        let count = call.arguments.count
        if calls.values[index] != nil {
            if isLastCall(of: index, count) { return try value(of: call, at: index) }
            calls.drop(index)
        }
        let value = try value(of: call, at: index)
        operands[index].removeAll(keepingCapacity: true)
        operands[index].append(contentsOf: slots[frame..<frame + count])
        return value
    }

    /// The value of the body of `call`, the one that is kept when there is one.
    private mutating func value(
        of call: CallNode,
        at index: Int
    ) throws(EvaluationError) -> Value {
        if let value = calls.values[index] {
            if isTracing { recorder.repeat(call.function.node, value, at: calls.traces[index]) }
            return value
        }
        let start = recorder.next
        let value = try value(of: call.function.node)
        calls.keep(value, at: index, tracedAt: isTracing ? start : nil)
        return value
    }

    /// Whether the operands in the current frame are those of the value that is kept.
    private func isLastCall(of index: Int, _ count: Int) -> Bool {
        for slot in 0..<count where !operands[index][slot].isSame(as: slots[base + slot]) {
            return false
        }
        return true
    }

    // MARK: Local variables

    subscript(_ slot: Int) -> Value {
        @inline(__always) get { slots[base + slot] }
        @inline(__always) set { slots[base + slot] = newValue }
    }

    /// Makes room for local variables, and gives the place of the first.
    @inline(__always)
    private mutating func reserve(_ size: Int) -> Int {
        let frame = top
        top += size
        while slots.count < top { slots.append(.null) }
        return frame
    }

    /// Counts rows against the limit of the evaluation.
    @inline(__always)
    mutating func spend(_ steps: Int) throws(EvaluationError) {
        remainingSteps -= steps
        if remainingSteps < 0 { throw .limitExceeded(what: "steps of one evaluation") }
    }
}

extension Machine {
    /// A machine for expressions that need neither a record nor a time.
    static var forConstants: Machine {
        Machine(
            .empty,
            record: IndexedRecord(subject: nil, instances: []),
            // Their results do not depend on it.
            at: Limits.firstDateTime,
            tracing: false
        )
    }
}
