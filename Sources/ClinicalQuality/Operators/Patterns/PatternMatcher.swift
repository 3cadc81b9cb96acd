/// Runs a regular expression over a text, with a limit on the number of steps.
struct PatternMatcher {
    private let text: [Unicode.Scalar]
    private var steps = 0

    /// The steps after which a search is given up: a second or less.
    static let mostSteps = 5_000_000

    init(_ text: [Unicode.Scalar]) {
        self.text = text
    }

    private struct State {
        var instruction: Int
        var position: Int
        var registers: [Int]
    }

    /// The registers of the first match that begins at `start` or later; nil when there is none.
    mutating func firstMatch(
        _ program: PatternProgram,
        from start: Int
    ) throws(EvaluationError) -> [Int]? {
        guard start <= text.count else { return nil }
        for position in start...text.count {
            try spend(program.registers / 8)
            let registers = Array(repeating: -1, count: program.registers)
            if let match = try match(program, at: position, registers) { return match }
        }
        return nil
    }

    private mutating func match(
        _ program: PatternProgram,
        at start: Int,
        _ registers: [Int]
    ) throws(EvaluationError) -> [Int]? {
        var pending = [State(instruction: 0, position: start, registers: registers)]
        while var state = pending.popLast() {
            if try run(program, &state, &pending) { return state.registers }
        }
        return nil
    }

    /// Counts what takes as long as `count` plain steps.
    private mutating func spend(_ count: Int) throws(EvaluationError) {
        steps += count
        if steps > Self.mostSteps {
            throw .limitExceeded(what: "the search for a regular expression")
        }
    }

    /// Goes on until the program matches (true) or fails (false).
    private mutating func run(
        _ program: PatternProgram,
        _ state: inout State,
        _ pending: inout [State]
    ) throws(EvaluationError) -> Bool {
        while true {
            try spend(1)
            let instruction = program.instructions[state.instruction]
            state.instruction += 1
            switch instruction {
            case .match: return true
            case .jump(let target): state.instruction = target
            case .split(let first, let second):
                // Each keeps registers of its own.
                guard pending.count * (state.registers.count + 8) < 2 * Self.mostSteps else {
                    throw .limitExceeded(what: "the search for a regular expression")
                }
                try spend(state.registers.count / 8)
                var other = state
                other.instruction = second
                pending.append(other)
                state.instruction = first
            case .save(let register): state.registers[register] = state.position
            case .requireProgress(let register):
                if state.registers[register] == state.position { return false }
            case .lookahead(let inner, let isNegative):
                try spend(inner.registers / 8)
                var registers = state.registers
                while registers.count < inner.registers { registers.append(-1) }
                let found = try match(inner, at: state.position, registers)
                if (found == nil) != isNegative { return false }
                if let found, !isNegative { keepGroups(of: found, program, &state) }
            default:
                try spend(cost(of: instruction, state))
                guard let length = length(instruction, state) else { return false }
                state.position += length
            }
        }
    }

    /// What an instruction costs beyond one step: the ranges or the characters that it looks at.
    private func cost(of instruction: PatternProgram.Instruction, _ state: State) -> Int {
        switch instruction {
        case .set(let set): set.ranges.count / 8
        case .backreference(let group):
            max(0, state.registers[2 * group + 1] - state.registers[2 * group]) / 8
        default: 0
        }
    }

    /// Groups captured in a lookahead can be used after it; the match itself begins elsewhere.
    private func keepGroups(of found: [Int], _ program: PatternProgram, _ state: inout State) {
        for register in 2..<max(2, min(found.count, program.registers))
        where state.registers[register] == -1 {
            state.registers[register] = found[register]
        }
    }

    /// How many characters an instruction reads here; nil when it fails.
    private func length(_ instruction: PatternProgram.Instruction, _ state: State) -> Int? {
        let position = state.position
        let next = position < text.count ? text[position] : nil
        switch instruction {
        case .scalar(let scalar): return next == scalar ? 1 : nil
        case .any: return next == nil ? nil : 1
        case .set(let set): return next.map(set.contains) == true ? 1 : nil
        case .start: return position == 0 ? 0 : nil
        case .end: return position == text.count ? 0 : nil
        case .wordBoundary(let isAt):
            let before = position > 0 && ScalarSet.isWord(text[position - 1])
            let after = next.map(ScalarSet.isWord) ?? false
            return (before != after) == isAt ? 0 : nil
        case .backreference(let group):
            let (low, high) = (state.registers[2 * group], state.registers[2 * group + 1])
            guard low >= 0, high >= low else { return nil }
            let part = text[low..<high]
            return text[position...].starts(with: part) ? part.count : nil
        case .split, .jump, .save, .requireProgress, .lookahead, .match: return nil
        }
    }
}
