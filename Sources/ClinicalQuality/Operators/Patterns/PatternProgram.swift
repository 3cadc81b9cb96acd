/// A regular expression as a program for a backtracking machine.
struct PatternProgram {
    enum Instruction {
        case scalar(Unicode.Scalar)
        case any
        case set(ScalarSet)
        /// Goes on at the first place, and at the second if that fails.
        case split(Int, Int)
        case jump(Int)
        /// Notes the position in a register.
        case save(Int)
        /// Fails when nothing was read since the register was written, so that loops end.
        case requireProgress(Int)
        case start
        case end
        case wordBoundary(Bool)
        case backreference(Int)
        case lookahead(PatternProgram, isNegative: Bool)
        case match
    }

    private(set) var instructions: [Instruction] = []
    private(set) var registers: Int

    /// The most instructions that a pattern may need.
    private static let limit = 50_000

    /// `groups` is the number of capturing groups; their positions are registers 0 to 2·groups+1.
    init(_ node: PatternNode, groups: Int) throws(PatternError) {
        registers = 2 * (groups + 1)
        try emit(.save(0))
        try compile(node)
        try emit(.save(1))
        try emit(.match)
    }

    private mutating func emit(_ instruction: Instruction) throws(PatternError) {
        guard instructions.count < Self.limit else { throw PatternError(reason: "too large") }
        instructions.append(instruction)
    }

    private mutating func compile(_ node: PatternNode) throws(PatternError) {
        switch node {
        case .empty: break
        case .scalar(let scalar): try emit(.scalar(scalar))
        case .any: try emit(.any)
        case .set(let set): try emit(.set(set))
        case .sequence(let nodes): for node in nodes { try compile(node) }
        case .alternation(let branches): try compile(branches)
        case .capture(let index, let inner):
            try emit(.save(2 * index))
            try compile(inner)
            try emit(.save(2 * index + 1))
        case .repetition(let inner, let least, let most, let isGreedy):
            try compile(inner, least, most, isGreedy)
        case .start: try emit(.start)
        case .end: try emit(.end)
        case .wordBoundary(let isAt): try emit(.wordBoundary(isAt))
        case .backreference(let index):
            guard 2 * index + 1 < registers else { throw PatternError(reason: "no such group") }
            try emit(.backreference(index))
        case .lookahead(let inner, let isNegative):
            let program = try PatternProgram(inner, groups: registers / 2 - 1)
            try emit(.lookahead(program, isNegative: isNegative))
        }
    }

    private mutating func compile(_ branches: [PatternNode]) throws(PatternError) {
        var jumps: [Int] = []
        for (index, branch) in branches.enumerated() {
            guard index < branches.count - 1 else {
                try compile(branch)
                break
            }
            let split = instructions.count
            try emit(.match)
            try compile(branch)
            jumps.append(instructions.count)
            try emit(.match)
            instructions[split] = .split(split + 1, instructions.count)
        }
        for jump in jumps { instructions[jump] = .jump(instructions.count) }
    }

    private mutating func compile(
        _ inner: PatternNode,
        _ least: Int,
        _ most: Int?,
        _ isGreedy: Bool
    ) throws(PatternError) {
        for _ in 0..<least {
            let before = instructions.count
            try compile(inner)
            // Nothing, however often.
            if instructions.count == before { return }
        }
        guard let most else {
            let register = registers
            registers += 1
            let split = instructions.count
            try emit(.match)
            try emit(.save(register))
            try compile(inner)
            try emit(.requireProgress(register))
            try emit(.jump(split))
            let after = instructions.count
            instructions[split] = isGreedy ? .split(split + 1, after) : .split(after, split + 1)
            return
        }
        var splits: [Int] = []
        for _ in least..<max(least, most) {
            splits.append(instructions.count)
            try emit(.match)
            try compile(inner)
        }
        let after = instructions.count
        for split in splits {
            instructions[split] = isGreedy ? .split(split + 1, after) : .split(after, split + 1)
        }
    }
}
