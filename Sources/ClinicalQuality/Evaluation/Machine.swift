/// The state of one evaluation: the registers of its code, and all that these refer to.
///
/// A value that is handed down by reference, so that the compiler proves that no two accesses
/// overlap and none has to be checked when it happens.
struct Machine: Sendable {
    let program: Program
    private let code: MachineCode
    private var registers: [Slot]
    private var state: MachineState
    private var parameters: [Value]
    /// What of the arena is the same for every record.
    private var lasting = SlotTable.Extent()
    /// Whether somebody asked for a trace.
    let isTracing: Bool

    var record: IndexedRecord { state.heap.record }
    var operators: Operators { state.operators }

    init(_ program: Program, record: IndexedRecord, at now: DateTime, tracing: Bool) {
        self.init(program, program.code(tracing: tracing), record, now, tracing: tracing)
    }

    private init(
        _ program: Program,
        _ code: MachineCode,
        _ record: IndexedRecord,
        _ now: DateTime,
        tracing: Bool
    ) {
        self.program = program
        self.code = code
        isTracing = tracing
        state = MachineState(code, record, Operators(at: now))
        registers = Array(repeating: .null, count: code.registerCount)
        for (register, slot) in code.constants { registers[register] = slot }
        parameters = Array(repeating: .null, count: program.parameters.count)
        keepParameters()
        select()
    }

    /// Forgets every value, for the next record.
    mutating func restart(record: IndexedRecord, at now: DateTime) {
        let operators = Operators(at: now)
        if operators.now != state.operators.now {
            state.operators = operators
            state.timeStamp += 1
        }
        state.restart(record, keeping: lasting)
        select()
    }

    /// Puts what the record holds into the registers that stand for it.
    private mutating func select() {
        program.selections.select(from: record, into: &registers, &state.heap.arena)
        for (register, type) in code.tables.subjects {
            let isKind = record.subject?.type.isKind(of: type) ?? false
            registers[register] = isKind ? record.subjectSlot : .null
        }
    }

    // MARK: Parameters

    /// What parameters stand for; a new machine has no other values.
    mutating func set(_ values: [Value]) {
        parameters = values
        keepParameters()
        select()
    }

    /// Takes parameters of another machine.
    mutating func setParameters(of other: Machine) { set(other.parameters) }

    private mutating func keepParameters() {
        state.heap.arena = code.arena
        for (index, value) in parameters.enumerated() {
            registers[code.firstParameter + index] = state.heap.arena.slot(for: value)
        }
        lasting = state.heap.arena.extent
    }

    /// Evaluates the defaults of the parameters for which `isWanted` is true.
    mutating func evaluateDefaults(
        where isWanted: (Int) -> Bool
    ) throws(EvaluationError) {
        for (index, entry) in code.defaultEntries.enumerated() where isWanted(index) {
            guard let entry else { continue }
            parameters[index] = try value(at: entry)
            registers[code.firstParameter + index] =
                state.heap.arena.slot(for: parameters[index])
        }
        state.recorder = TraceRecorder()
        state.restart(record, keeping: lasting)
        set(parameters)
    }

    // MARK: Evaluating

    private mutating func value(at entry: Int) throws(EvaluationError) -> Value {
        try run(entry)
        return state.heap.value(registers[code.result])
    }

    /// The value of a definition, evaluated at most once.
    mutating func value(ofDefinition index: Int) throws(EvaluationError) -> Value {
        try value(at: code.definitionEntries[index])
    }

    /// How the values of definitions come about; an error is part of the trace.
    mutating func traces(ofDefinitions indices: [Int]) -> [TraceNode] {
        let roots = indices.map { index in
            state.recorder.beginTrace()
            let root = state.recorder.count
            try? run(code.definitionEntries[index])
            return root
        }
        let segment = TraceSegment(
            program: program,
            code: code,
            heap: state.heap,
            content: state.recorder.content
        )
        return roots.map { TraceNode(segment, $0) }
    }

    private mutating func run(_ entry: Int) throws(EvaluationError) {
        state.beginRun()
        var next = entry
        while true {
            do throws(EvaluationError) {
                return try Self.execute(code, from: next, &registers, &state)
            } catch {
                next = try state.handle(error)
            }
        }
    }
}

extension Machine {
    /// The value of an expression that needs neither a record nor a time; nil when it has none.
    static func constant(_ node: any Node) -> Value? {
        let code = MachineCode(constant: node)
        // The result does not depend on the time.
        let now = Limits.firstDateTime
        var machine = Machine(.empty, code, .empty, now, tracing: false)
        return try? machine.value(at: code.definitionEntries[0])
    }
}
