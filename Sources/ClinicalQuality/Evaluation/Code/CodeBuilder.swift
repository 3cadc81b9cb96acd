/// Turns nodes into instructions.
final class CodeBuilder {
    typealias Register = UInt32

    let isTracing: Bool
    private(set) var instructions: [Instruction] = []
    var tables = MachineCode.Tables()
    private(set) var registerCount = 0
    private(set) var constants: [(register: Int, slot: Slot)] = []
    private(set) var arena = SlotTable(isOfRecord: false)
    let firstParameter: Int
    let result: Register

    /// The registers of the routine that is being built that are free to be used again.
    private var scratch: [Register] = []
    var used = 0
    /// The registers of local variables, by their number in the definition or function.
    private var locals: [Int: Register] = [:]
    private var constantRegisters: [ObjectIdentifier: Register] = [:]
    private var plainConstants: [Slot: Register] = [:]
    private var cells: [Int: Register] = [:]
    private var named: [String: Register] = [:]
    private var functionRoutines: [Int: Int] = [:]
    private var definitionRoutines: [Int: Int] = [:]
    /// How many calls of the routine that is being built have the function in their place.
    private var inlinedCalls = 0
    /// What is emitted behind the routine that is being built.
    private var rare: [() -> Void] = []
    private var unbuilt: [(routine: Int, body: any Node)] = []
    private let program: Program

    init(_ program: Program, isTracing: Bool) {
        self.program = program
        self.isTracing = isTracing
        firstParameter = program.selections.count
        result = Register(firstParameter + program.parameters.count)
        registerCount = Int(result) + 1
    }

    // MARK: Registers

    func newRegisters(_ count: Int) -> Register {
        let first = Register(registerCount)
        registerCount += count
        return first
    }

    /// A register until the node in progress is built.
    func temporary() -> Register {
        if used == scratch.count { scratch.append(newRegisters(1)) }
        used += 1
        return scratch[used - 1]
    }

    func local(_ number: Int) -> Register {
        if let register = locals[number] { return register }
        return bind(number)
    }

    /// Gives a local variable a register of its own.
    func bind(_ number: Int) -> Register {
        let register = temporary()
        locals[number] = register
        return register
    }

    func parameter(_ index: Int) -> Register { Register(firstParameter + index) }

    func selection(_ number: Int) -> Register { Register(number) }

    func constant(_ node: ConstantNode) -> Register {
        if let known = constantRegisters[ObjectIdentifier(node)] { return known }
        let register = constant(node.value)
        constantRegisters[ObjectIdentifier(node)] = register
        return register
    }

    func constant(_ value: Value) -> Register {
        let slot = arena.slot(for: value)
        switch slot.kind {
        // Only these are equal whenever their bits are.
        case .null, .boolean, .integer, .date: if let known = plainConstants[slot] { return known }
        default: break
        }
        let register = newRegisters(1)
        constants.append((Int(register), slot))
        plainConstants[slot] = register
        return register
    }

    func subject(_ type: ClassType) -> Register {
        if let known = tables.subjects.first(where: { $0.type === type }) {
            return Register(known.register)
        }
        let register = newRegisters(1)
        tables.subjects.append((Int(register), type))
        return register
    }

    func shape(_ names: [String]) -> UInt32 { UInt32(arena.number(ofShape: names)) }

    // MARK: Instructions

    /// The place of the next instruction.
    var here: UInt32 { UInt32(instructions.count) }

    @discardableResult
    func emit(
        _ operation: Opcode,
        _ d: Register = 0,
        _ a: Register = 0,
        _ b: Register = 0,
        _ c: Int = 0,
        flag: UInt8 = 0
    ) -> Int {
        instructions.append(
            Instruction(operation: operation, flag: flag, d: d, a: a, b: b, c: UInt32(c))
        )
        return instructions.count - 1
    }

    /// Takes the last instruction back, a jump to what follows it anyway.
    func removeLastJump() { instructions.removeLast() }

    /// Lets jumps that were emitted before lead here.
    func land(_ jumps: [Int]) {
        for jump in jumps { instructions[jump].c = here }
    }

    func land(_ jump: Int) { instructions[jump].c = here }

    /// Emits something rare behind the routine, out of the way of what is frequent.
    func apart(_ body: @escaping () -> Void) { rare.append(body) }

    private func emitRare() {
        let bodies = rare
        rare = []
        for body in bodies { body() }
    }

    // MARK: Values

    /// Evaluates a node; its value is in the register that is given back, which may be one that
    /// holds it anyway.
    func value(_ node: any Node) -> Register {
        let d = temporary()
        let mark = used
        defer { used = mark }
        return emitted(node, d)
    }

    /// Evaluates a node into `d`.
    func value(_ node: any Node, into d: Register) {
        let mark = used
        defer { used = mark }
        let register = emitted(node, d)
        if register != d { emit(.move, d, register) }
    }

    private func emitted(_ node: any Node, _ d: Register) -> Register {
        guard isTracing else { return node.emit(self, into: d) }
        let start = instructions.count
        emit(.begin, 0, 0, 0, number(traced: node))
        let register = node.emit(self, into: d)
        if instructions.count == start + 1 {
            instructions[start] = Instruction(
                operation: .leaf,
                a: register,
                c: instructions[start].c
            )
        } else {
            emit(.end, 0, register)
        }
        return register
    }

    /// Evaluates nodes into registers that follow each other.
    func values(_ nodes: [any Node]) -> Register {
        let first = newRegisters(nodes.count)
        for (index, node) in nodes.enumerated() { value(node, into: first + Register(index)) }
        return first
    }

    // MARK: Cells

    /// Evaluates `node` once for each record.
    func kept(_ node: any Node, in cell: Int) -> Register {
        let base = cells[cell] ?? newRegisters(3)
        cells[cell] = base
        let value = base + 1
        let jump = emit(.jumpIfKept, 0, base)
        if isTracing { emit(.place, base + 2, 0, 0, 0, flag: 1) }
        let register = node.emit(self, into: value)
        if register != value { emit(.move, value, register) }
        emit(.keep, base)
        guard isTracing else {
            land(jump)
            return value
        }
        let done = emit(.jump)
        land(jump)
        emit(.link, 0, base + 2)
        land(done)
        return value
    }

    /// A value that is the same wherever it is asked for under this name.
    func kept(as name: String, _ body: (Register) -> Void) -> Register {
        let base = named[name] ?? newRegisters(2)
        named[name] = base
        let jump = emit(.jumpIfKept, 0, base)
        body(base + 1)
        emit(.keep, base)
        land(jump)
        return base + 1
    }

    /// A value that depends on the time at most, and is kept for as long as that stays.
    func lasting(_ body: (Register) -> Void) -> Register {
        let base = newRegisters(2)
        let jump = emit(.jumpIfLasting, 0, base)
        body(base + 1)
        emit(.keepLasting, base, base + 1)
        land(jump)
        return base + 1
    }

    // MARK: Routines

    func definition(_ index: Int) -> Register {
        let routine = definitionRoutine(index)
        let value = tables.routines[routine].value
        guard isTracing else {
            emit(.define, value, 0, 0, routine)
            return value
        }
        let stamp = tables.routines[routine].stamp
        let body = program.definitions[index].node
        let jump = emit(.jumpIfKept, 0, stamp)
        emit(.define, value, 0, 0, routine)
        let done = emit(.jump)
        land(jump)
        emit(.repeated, 0, value, tables.routines[routine].place, number(traced: body))
        land(done)
        return value
    }

    private func definitionRoutine(_ index: Int) -> Int {
        if let known = definitionRoutines[index] { return known }
        tables.routines.append(
            MachineCode.Routine(
                base: newRegisters(6),
                operandCount: 0,
                isRemembered: true,
                isFixedForNone: false
            )
        )
        let routine = tables.routines.count - 1
        definitionRoutines[index] = routine
        unbuilt.append((routine, program.definitions[index].node))
        return routine
    }

    private func functionRoutine(_ function: Program.Function, _ count: Int) -> Int {
        if let known = functionRoutines[function.index] { return known }
        tables.routines.append(
            MachineCode.Routine(
                base: newRegisters(6 + count),
                operandCount: UInt32(count),
                isRemembered: function.isRemembered,
                isFixedForNone: function.isFixedForNone && !isTracing
            )
        )
        let routine = tables.routines.count - 1
        functionRoutines[function.index] = routine
        unbuilt.append((routine, function.node))
        return routine
    }

    func call(_ function: Program.Function, _ arguments: [any Node], into d: Register) -> Register {
        let routine = functionRoutine(function, arguments.count)
        let isMany = arguments.count > 2
        let first =
            isMany ? values(arguments) : arguments.isEmpty ? 0 : value(arguments[0])
        let second = arguments.count == 2 ? value(arguments[1]) : 0
        let flag: UInt8 = isMany ? 1 : 0
        guard isTracing, function.isRemembered else {
            emit(.call, d, first, second, routine, flag: flag)
            return d
        }
        let jump = emit(.jumpIfRemembered, 0, first, second, routine, flag: flag)
        emit(.call, d, first, second, routine, flag: flag)
        let done = emit(.jump)
        instructions[jump].d = here
        let kept = tables.routines[routine].value
        emit(.repeated, 0, kept, tables.routines[routine].place, number(traced: function.node))
        emit(.move, d, kept)
        land(done)
        return d
    }

    /// Whether a function stands in place of a call; not any more when there is very much code.
    func inlines(_ call: CallNode) -> Bool {
        !isTracing && call.function.isSmall && !call.function.isRemembered
            && instructions.count < 500_000
    }

    /// Emits the body of a function in place of its call, with the arguments as its variables.
    func inlining<Result>(_ call: CallNode, _ body: () -> Result) -> Result {
        inlinedCalls += 1
        var operands: [Int: Register] = [:]
        for (index, argument) in call.arguments.enumerated() { operands[index] = value(argument) }
        let outer = locals
        locals = operands
        defer { locals = outer }
        return body()
    }

    /// Builds what starts at a definition or a default, and all that it needs.
    func entry(_ body: () -> Void) -> Int {
        let start = instructions.count
        used = 0
        scratch = []
        locals = [:]
        body()
        emit(.stop)
        emitRare()
        while let (routine, node) = unbuilt.popLast() { build(routine, node) }
        return start
    }

    private func build(_ routine: Int, _ body: any Node) {
        tables.routines[routine].entry = here
        let built = tables.routines[routine]
        used = 0
        scratch = []
        locals = [:]
        inlinedCalls = 0
        for index in 0..<Int(built.operandCount) {
            locals[index] = built.operands + Register(index)
        }
        if isTracing { emit(.place, built.place) }
        let register = value(body)
        emit(.finish, 0, register, 0, routine)
        emitRare()
        tables.routines[routine].weight = UInt32(1 + inlinedCalls)
    }
}
