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
    /// The operands for which the last values are, those of each function in a row.
    private var operands: [Value]

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
        operands = Array(repeating: .null, count: program.operandCount)
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
        if isTracing { return try tracedTruth(of: node) }
        return try node.test(&self)
    }

    @inline(__always)
    mutating func isNull(_ node: any Node) throws(EvaluationError) -> Bool {
        if isTracing { return try tracedValue(of: node).isNull }
        return try node.isNull(&self)
    }

    // Apart, so that what evaluates without a trace stays small.
    @inline(never)
    private mutating func tracedTruth(of node: any Node) throws(EvaluationError) -> Bool? {
        try tracedValue(of: node).truth
    }

    @inline(never)
    private mutating func tracedValue(of node: any Node) throws(EvaluationError) -> Value {
        let open = recorder.begin(node)
        do throws(EvaluationError) {
            let value = try node.evaluate(&self)
            recorder.end(open, value)
            return value
        } catch {
            recorder.fail(open, error)
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
        let start = isTracing ? recorder.next : nil
        let outer = (base, top)
        base = reserve(program.definitions[index].slots)
        defer { (base, top) = outer }
        let value = try value(of: program.definitions[index].node)
        definitions.keep(value, at: index, tracedAt: start)
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
        let function = call.function
        let isChecked = !isTracing && call.isOfLocals
        if isChecked, let value = remembered(call) { return value }
        let outer = (base, top)
        let frame = reserve(function.slots)
        defer { (base, top) = outer }
        let list = call.arguments
        let arguments = list.span
        for slot in arguments.indices {
            let local = call.locals[slot]
            slots[frame + slot] =
                local < 0 || isTracing ? try value(of: arguments[slot]) : self[local]
        }
        base = frame
        if function.isFixedForNone, case .list(let list) = slots[frame], list.isEmpty {
            return try value(of: function, at: program.functionCount + function.index)
        }
        guard function.isRemembered else { return try value(of: function.node) }
        if !isChecked, isLastCall(of: function, arguments.count) {
            return try value(of: function, at: function.index)
        }
        let start = isTracing ? recorder.next : nil
        let value = try value(of: function.node)
        calls.keep(value, at: function.index, tracedAt: start)
        // The frame is done with, so what it holds is handed over.
        for slot in arguments.indices {
            swap(&operands[function.firstOperand + slot], &slots[frame + slot])
        }
        return value
    }

    /// The value that is kept for a call whose arguments are local variables, found without
    /// handing them over.
    private func remembered(_ call: CallNode) -> Value? {
        let function = call.function
        if function.isFixedForNone, case .list(let list) = self[call.locals[0]], list.isEmpty {
            return calls.values[program.functionCount + function.index]
        }
        guard function.isRemembered else { return nil }
        for index in call.locals.indices
        where !isOperand(function.firstOperand + index, in: base + call.locals[index]) {
            return nil
        }
        return calls.values[function.index]
    }

    /// Whether the operands in the current frame are those of the value that is kept.
    private func isLastCall(of function: Program.Function, _ count: Int) -> Bool {
        guard calls.values[function.index] != nil else { return false }
        for slot in 0..<count where !isOperand(function.firstOperand + slot, in: base + slot) {
            return false
        }
        return true
    }

    /// Whether a slot certainly has the same value as an operand that is kept, found at a glance:
    /// the same objects, the same small values.
    @inline(__always)
    private func isOperand(_ index: Int, in slot: Int) -> Bool {
        // Both are looked at in their places, because copies would cost more than all the rest.
        switch slots[slot] {
        case .null: if case .null = operands[index] { return true }
        case .boolean(let now): if case .boolean(let last) = operands[index] { return now == last }
        case .integer(let now): if case .integer(let last) = operands[index] { return now == last }
        case .date(let now): if case .date(let last) = operands[index] { return now == last }
        case .dateTime(let now):
            if case .dateTime(let last) = operands[index] { return now == last }
        case .instance(let now):
            if case .instance(let last) = operands[index] { return now === last }
        case .list(let now):
            if case .list(let last) = operands[index] { return Self.hasSameObjects(now, last) }
        default: break
        }
        return false
    }

    private static func hasSameObjects(_ left: [Value], _ right: [Value]) -> Bool {
        guard left.count == right.count, left.count <= 8 else { return false }
        for index in left.indices {
            guard case .instance(let left) = left[index], case .instance(let right) = right[index],
                left === right
            else { return false }
        }
        return true
    }

    /// The value of the body of a function, the one that is kept when there is one.
    private mutating func value(
        of function: Program.Function,
        at index: Int
    ) throws(EvaluationError) -> Value {
        if let value = calls.values[index] {
            if isTracing { recorder.repeat(function.node, value, at: calls.traces[index]) }
            return value
        }
        let start = isTracing ? recorder.next : nil
        let value = try value(of: function.node)
        calls.keep(value, at: index, tracedAt: start)
        return value
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
