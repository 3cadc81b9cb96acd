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
    var recorder: TraceRecorder?

    private var known: [Value?]
    private var cells: [Value?]
    private var slots: [Value] = []
    private var base = 0
    private var top = 0
    private var remainingSteps = Machine.stepLimit
    private var knownTraces: [TraceNode?]

    /// The number of rows that queries may visit in one evaluation.
    static let stepLimit = 5_000_000

    init(_ program: Program, record: any RecordSource, at now: DateTime, tracing: Bool) {
        self.program = program
        self.record = record
        operators = Operators(at: now)
        parameters = []
        isTracing = tracing
        recorder = tracing ? TraceRecorder() : nil
        known = Array(repeating: nil, count: program.definitions.count)
        cells = Array(repeating: nil, count: program.cellCount)
        knownTraces = tracing ? Array(repeating: nil, count: program.definitions.count) : []
    }

    /// Forgets every value, for the next record.
    mutating func restart(record: any RecordSource, at now: DateTime) {
        self.record = record
        if operators.now != now { operators = Operators(at: now) }
        remainingSteps = Self.stepLimit
        for index in known.indices { known[index] = nil }
        for index in cells.indices { cells[index] = nil }
        for index in knownTraces.indices { knownTraces[index] = nil }
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
        beginTrace()
        do throws(EvaluationError) {
            let value = try node.evaluate(&self)
            endTrace(node.traceKind, node.span, value)
            return value
        } catch {
            endTrace(node.traceKind, node.span, .null, error)
            throw error
        }
    }

    mutating func beginTrace() { recorder?.begin() }

    mutating func endTrace(
        _ kind: TraceNode.Kind,
        _ span: Span,
        _ value: Value,
        _ error: EvaluationError? = nil
    ) {
        let location = program.location(span)
        recorder?.end(kind, location, value, error)
    }

    /// The value of a definition, evaluated at most once.
    mutating func value(ofDefinition index: Int) throws(EvaluationError) -> Value {
        if let value = known[index] {
            if isTracing, let trace = knownTraces[index] { recorder?.add(trace) }
            return value
        }
        let body = program.definitions[index]
        let value = try inFrame(of: body.slots) { machine throws(EvaluationError) in
            try machine.value(of: body.node)
        }
        known[index] = value
        if isTracing { knownTraces[index] = recorder?.lastChild }
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

    @inline(__always)
    func remembered(_ cell: Int) -> Value? { cells[cell] }

    mutating func remember(_ value: Value, in cell: Int) { cells[cell] = value }

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
