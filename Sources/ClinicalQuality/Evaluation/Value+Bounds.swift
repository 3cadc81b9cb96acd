extension Value {
    /// Refuses lists and texts that grow without end, as by joining one with itself again and
    /// again.
    @inline(__always)
    func bounded() throws(EvaluationError) -> Value {
        switch self {
        case .list(let elements) where elements.count > Limits.length:
            throw .limitExceeded(what: "the length of a list")
        case .string(let text) where text.utf8.count > Limits.length:
            throw .limitExceeded(what: "the length of a text")
        default: return self
        }
    }

    /// Refuses structures that hold themselves again and again: they take no memory, but all time
    /// to whoever goes through them.
    func boundedInside() throws(EvaluationError) -> Value {
        var remaining = Limits.length
        count(into: &remaining)
        if remaining < 0 { throw .limitExceeded(what: "the size of a value") }
        return self
    }

    /// Takes one off `remaining` for each value inside; stops below zero.
    private func count(into remaining: inout Int) {
        let elements: [Value]
        switch self {
        case .list(let members): elements = members
        case .tuple(let tuple): elements = tuple.values
        default: return
        }
        remaining -= elements.count
        for element in elements where remaining >= 0 && element.isComposed {
            element.count(into: &remaining)
        }
    }

    private var isComposed: Bool {
        switch self {
        case .list, .tuple: true
        default: false
        }
    }

    /// What an operator with this operand costs beyond one step.
    var weight: Int {
        switch self {
        case .list(let elements): elements.count / 4
        case .string(let text): text.utf8.count / 256
        default: 0
        }
    }
}
