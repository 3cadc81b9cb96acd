/// The state of one evaluation: record, time, values already known, and the local variables.
///
/// A value that is handed down by reference, so that the compiler proves that no two accesses
/// overlap and none has to be checked when it happens.
struct Machine: Sendable {
    let program: Program
    var record: any RecordSource
    private(set) var operators: Operators
    var parameters: [Value]
    /// Whether somebody asked for a trace.
    let isTracing: Bool
    /// Records what is evaluated while `isTracing`.
    var recorder = TraceRecorder()

    private var known: [Value?]
    private var cells: [Value?]
    private var slots: [Value] = []
    private var base = 0
    private var top = 0
    private var remainingSteps = Machine.stepLimit
    /// Where the definitions and cells that are known were traced.
    private var knownTraces: [TraceSegment.Position?]
    private var cellTraces: [TraceSegment.Position?]
    /// Those that were traced since the last segment was closed.
    private var tracedDefinitions: [Int] = []
    private var tracedCells: [Int] = []

    /// The number of rows that queries may visit in one evaluation.
    static let stepLimit = 5_000_000

    init(_ program: Program, record: any RecordSource, at now: DateTime, tracing: Bool) {
        self.program = program
        self.record = record
        operators = Operators(at: now)
        parameters = []
        isTracing = tracing
        known = Array(repeating: nil, count: program.definitions.count)
        cells = Array(repeating: nil, count: program.cellCount)
        knownTraces = tracing ? Array(repeating: nil, count: program.definitions.count) : []
        cellTraces = tracing ? Array(repeating: nil, count: program.cellCount) : []
    }

    /// Forgets every value, for the next record.
    mutating func restart(record: any RecordSource, at now: DateTime) {
        self.record = record
        if operators.now != now { operators = Operators(at: now) }
        remainingSteps = Self.stepLimit
        for index in known.indices { known[index] = nil }
        for index in cells.indices { cells[index] = nil }
        guard isTracing else { return }
        _ = closeTrace()
        for index in knownTraces.indices { knownTraces[index] = nil }
        for index in cellTraces.indices { cellTraces[index] = nil }
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
        for index in tracedDefinitions {
            knownTraces[index] = knownTraces[index].map { .init(segment: segment, index: $0.index) }
        }
        for index in tracedCells {
            cellTraces[index] = cellTraces[index].map { .init(segment: segment, index: $0.index) }
        }
        tracedDefinitions = []
        tracedCells = []
        return segment
    }

    /// The value of a definition, evaluated at most once.
    mutating func value(ofDefinition index: Int) throws(EvaluationError) -> Value {
        let body = program.definitions[index]
        if let value = known[index] {
            if isTracing { recorder.repeat(body.node, value, at: knownTraces[index]) }
            return value
        }
        let position = recorder.next
        let value = try inFrame(of: body.slots) { machine throws(EvaluationError) in
            try machine.value(of: body.node)
        }
        known[index] = value
        if isTracing {
            knownTraces[index] = position
            tracedDefinitions.append(index)
        }
        return value
    }

    /// Calls a function with the values of its operands.
    mutating func call(_ index: Int, _ arguments: [Value]) throws(EvaluationError) -> Value {
        try spend(1)
        let body = program.functions[index]
        return try inFrame(of: body.slots) { machine throws(EvaluationError) in
            for (slot, argument) in arguments.enumerated() { machine[slot] = argument }
            return try machine.value(of: body.node)
        }
    }

    @inline(__always)
    private mutating func inFrame(
        of size: Int,
        _ body: (inout Machine) throws(EvaluationError) -> Value
    ) throws(EvaluationError) -> Value {
        let outer = base
        base = top
        top += size
        while slots.count < top { slots.append(.null) }
        defer {
            top = base
            base = outer
        }
        return try body(&self)
    }

    // MARK: Parts that are the same for every row

    /// The value of `node`, evaluated once and kept in `cell`.
    @inline(__always)
    mutating func value(of node: any Node, in cell: Int) throws(EvaluationError) -> Value {
        if let value = cells[cell] {
            if isTracing { recorder.repeat(at: cellTraces[cell]) }
            return value
        }
        let value = try node.evaluate(&self)
        cells[cell] = value
        if isTracing {
            cellTraces[cell] = recorder.position
            tracedCells.append(cell)
        }
        return value
    }

    // MARK: Local variables

    subscript(_ slot: Int) -> Value {
        @inline(__always) get { slots[base + slot] }
        @inline(__always) set { slots[base + slot] = newValue }
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
        let program = Program(
            definitions: [],
            functions: [],
            parameters: [],
            sources: [],
            cellCount: 0
        )
        return Machine(
            program,
            record: IndexedRecord(subject: nil, instances: []),
            at: DateTime.constantsTime,
            tracing: false
        )
    }
}

extension DateTime {
    /// The time of evaluations whose results do not depend on it.
    fileprivate static var constantsTime: DateTime { Limits.firstDateTime }
}
