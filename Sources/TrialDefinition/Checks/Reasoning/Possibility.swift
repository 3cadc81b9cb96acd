import ClinicalQuality

/// Which truth values an expression can have, whatever a record says.
///
/// An abstract interpretation: a term that is compared with constants ranges over the intervals
/// between them, what is opaque may be anything, and the same opaque term is the same anything. It
/// errs on one side only: a value that is possible is never left out, as long as "the same element
/// of a list" is one.
final class Possibility {
    let meaning: Meaning
    var assumption = Assumption()
    /// What was asked while nothing was assumed; nil while answers are wanted.
    var questions: [Int: Question]?
    private var memory: [Placed.Key: Truths] = [:]
    private var elementMemory: [Aspect: [Placed.Key: Truths]] = [:]
    private(set) var steps = 0
    /// Beyond this many steps everything is possible.
    static let mostSteps = 150_000

    init(_ meaning: Meaning) {
        self.meaning = meaning
    }

    var isExhausted: Bool { steps > Self.mostSteps }

    /// Runs `body` with `assumption` in place of the current one.
    func assuming<Result>(_ assumption: Assumption, _ body: () -> Result) -> Result {
        let outer = (self.assumption, memory)
        (self.assumption, memory) = (assumption, [:])
        defer { (self.assumption, memory) = outer }
        return body()
    }

    /// What is asked of every element of a list.
    enum Aspect {
        case element
        case condition
    }

    func remembered(_ aspect: Aspect, _ list: Placed) -> Truths? {
        elementMemory[aspect]?[list.key]
    }

    func remember(_ truths: Truths, _ aspect: Aspect, _ list: Placed) {
        elementMemory[aspect, default: [:]][list.key] = truths
    }

    /// What `body` asks while nothing is assumed.
    func asking(
        ofEveryElement isForEveryElement: Bool = false,
        _ body: () -> Truths
    ) -> [Int: Question] {
        assuming(Assumption(isForEveryElement: isForEveryElement)) {
            let outer = questions
            questions = [:]
            defer { questions = outer }
            _ = body()
            return questions ?? [:]
        }
    }

    /// The possible values of a Boolean expression.
    func truths(_ placed: Placed) -> Truths {
        // What is asked is counted at every use, so that nothing is remembered then.
        if questions == nil, let known = memory[placed.key] { return known }
        steps += 1
        guard !isExhausted else { return .any }
        let result = computed(placed)
        if questions == nil { memory[placed.key] = result }
        return result
    }

    private func computed(_ placed: Placed) -> Truths {
        let expression = placed.expression
        switch expression.form {
        case .constant(let value):
            return value.isNull || value.truth != nil ? Truths(value.truth) : .any
        case .definition, .call:
            let target = meaning.followed(placed, calls: true)
            return target.key == placed.key ? opaque(placed) : truths(target)
        case .local(let name):
            switch placed.frame.bindings[name] {
            case .expression(let given, let frame)?: return truths(Placed(given, frame))
            case .element(let list, let frame, _)?:
                return element(of: Placed(list, frame)) ?? opaque(placed)
            case nil: return opaque(placed)
            }
        case .operation(let name, let operands):
            return operation(name, operands.map { Placed($0, placed.frame) }, placed)
        case .selection(let branches, let otherwise):
            return selection(branches, otherwise, placed.frame)
        default: return opaque(placed)
        }
    }

    private func selection(
        _ branches: [ExpressionOutline.Branch],
        _ otherwise: ExpressionOutline,
        _ frame: Frame
    ) -> Truths {
        var result: Truths = []
        for branch in branches {
            let condition = truths(Placed(branch.condition, frame))
            if questions != nil || condition.contains(.yes) {
                result.formUnion(truths(Placed(branch.result, frame)))
            }
            if questions == nil, condition == .yes { return result }
        }
        return result.union(truths(Placed(otherwise, frame)))
    }

    private func operation(_ name: String, _ operands: [Placed], _ placed: Placed) -> Truths {
        switch (name, operands.count) {
        case ("And", 2): return truths(operands[0]).and(truths(operands[1]))
        case ("Or", 2): return truths(operands[0]).or(truths(operands[1]))
        case ("Implies", 2): return truths(operands[0]).negated.or(truths(operands[1]))
        case ("Xor", 2):
            return truths(operands[0]).combined(truths(operands[1])) { a, b in
                a.flatMap { a in b.map { a != $0 } }
            }
        case ("Not", 1): return truths(operands[0]).negated
        case ("IsTrue", 1): return truths(operands[0]).test(.yes)
        case ("IsFalse", 1): return truths(operands[0]).test(.no)
        case ("IsNull", 1): return isNull(operands[0])
        case ("Message", 1...): return truths(operands[0])
        case ("Coalesce", 1...): return coalesced(operands)
        case ("Exists", 1), ("AllTrue", 1), ("AnyTrue", 1): return list(name, operands[0])
        case ("Less", 2), ("LessOrEqual", 2), ("Greater", 2), ("GreaterOrEqual", 2):
            return comparison(name, operands[0], operands[1])
        case ("Equal", 2): return equality(operands[0], operands[1])
        case ("NotEqual", 2): return equality(operands[0], operands[1]).negated
        case ("In", 2): return membership(operands[0], operands[1])
        default: return opaque(placed)
        }
    }

    private func coalesced(_ operands: [Placed]) -> Truths {
        var result: Truths = []
        for operand in operands {
            let truths = truths(operand)
            result.formUnion(truths.subtracting(.unknown))
            if questions == nil, !truths.contains(.unknown) { return result }
        }
        return result.union(.unknown)
    }

    private func isNull(_ operand: Placed) -> Truths {
        if operand.expression.type == .boolean { return truths(operand).test(.unknown) }
        let target = meaning.followed(operand, calls: false)
        switch target.expression.form {
        case .constant(let value): return Truths(value.isNull)
        case .tuple, .list, .interval, .terminology: return .no
        default: break
        }
        return cell(of: meaning.term(operand), Question()).map { Truths($0 == .null) }
            ?? [.yes, .no]
    }

    /// A Boolean of which nothing is known but that it is the same as elsewhere.
    func opaque(_ placed: Placed) -> Truths { opaque(term: meaning.term(placed)) }

    /// The same of a relation; a presence is never null.
    func opaque(term: Int, isPresence: Bool = false) -> Truths {
        let question = Question(isTruth: true, isPresence: isPresence)
        switch cell(of: term, question) {
        case .truth(let truth)?: return Truths(truth)
        case .null?: return .unknown
        default: return isPresence ? [.yes, .no] : .any
        }
    }

    /// The cell in which a term is assumed to be; without an assumption the question is noted.
    func cell(of term: Int, _ question: Question) -> Cell? {
        if questions != nil { note(question, about: term) }
        return assumption.cells[term]
    }

    private func note(_ question: Question, about term: Int) {
        var known = questions?[term] ?? question
        if questions?[term] != nil {
            known.constants += question.constants.filter { !known.constants.contains($0) }
            known.isWhole = known.isWhole && question.isWhole
            known.isTruth = known.isTruth || question.isTruth
            known.isPresence = known.isPresence && question.isPresence
            known.isMeasured = known.isMeasured || question.isMeasured
        }
        known.count += 1
        questions?[term] = known
    }
}
