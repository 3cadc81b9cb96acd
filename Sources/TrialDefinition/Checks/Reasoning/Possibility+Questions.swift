extension Meaning {
    /// The values that a Boolean expression can have.
    func possibleTruths(of placed: Placed) -> Truths {
        var result: Truths = []
        forEachCase([placed]) { truths in
            result.formUnion(truths[0])
            return result != .any
        }
        return result
    }

    /// Whether several Boolean expressions can have the wanted values at once.
    func canHold(_ goals: [(placed: Placed, wanted: Truths)]) -> Bool {
        var isPossible = false
        forEachCase(goals.map(\.placed)) { truths in
            isPossible = zip(truths, goals).allSatisfy { $0.contains($1.wanted) }
            return !isPossible
        }
        return isPossible
    }

    /// What is asked about the terms of a Boolean expression.
    func questions(of placed: Placed) -> [Int: Question] {
        let possibility = Possibility(self)
        return possibility.asking { possibility.truths(placed) }
    }

    /// Gives the possible values of all expressions in every case to `body`, until it returns
    /// false; where that takes too long, everything is possible.
    private func forEachCase(_ all: [Placed], _ body: ([Truths]) -> Bool) {
        let possibility = Possibility(self)
        let asked = possibility.asking {
            all.map { possibility.truths($0) }.reduce([]) { $0.union($1) }
        }
        // As many cases as there is time for.
        let limit = min(2000, Possibility.mostSteps / 2 / max(1, possibility.steps))
        Enumeration(asked, limit: limit).forEach { cells, constants in
            let assumption = Assumption(cells: cells, constants: constants)
            let truths = possibility.assuming(assumption) { all.map { possibility.truths($0) } }
            return body(truths) && !possibility.isExhausted
        }
        if possibility.isExhausted { _ = body(all.map { _ in .any }) }
    }
}
