import ClinicalQuality

/// Follows names through definitions, functions and queries, and tells which expressions mean the
/// same.
///
/// Definitions are followed always. A call is followed where its value is asked for; as a term it
/// stands for itself: the same function of the same operands.
final class Meaning {
    let outline: LibraryOutline
    /// The frame of every definition.
    let root = Frame()
    /// Frames have identity, so that none may go while terms remember it.
    private var openFrames: [Frame] = []
    private var frames: [Placed.Key: Frame] = [:]
    private var termMemory: [Placed.Key: Int] = [:]
    private var termIndices: [String: Int] = [:]
    /// Whether a term is about some element of a list, by term.
    private(set) var isOfElement: [Bool] = []

    init(_ outline: LibraryOutline) {
        self.outline = outline
    }

    /// A frame in which the operands of a function stand for themselves.
    func openFrame() -> Frame {
        let frame = Frame()
        openFrames.append(frame)
        return frame
    }

    // MARK: Following

    /// What `placed` stands for behind definitions, operands and messages, and behind calls when
    /// `calls` is true.
    func followed(_ placed: Placed, calls: Bool) -> Placed {
        var current = placed
        while let next = step(current, calls: calls) { current = next }
        return current
    }

    /// The constant that `placed` is, behind names, calls and messages.
    func constant(_ placed: Placed) -> Value? {
        let target = followed(placed, calls: true)
        if case .constant(let value) = target.expression.form { return value }
        return nil
    }

    private func step(_ placed: Placed, calls: Bool) -> Placed? {
        switch placed.expression.form {
        case .definition(let index):
            return outline.definitions[index].body.map { Placed($0, root) }
        case .local(let name):
            guard case .expression(let given, let frame)? = placed.frame.bindings[name] else {
                return nil
            }
            return Placed(given, frame)
        case .operation("Message", let operands):
            return operands.first.map { Placed($0, placed.frame) }
        case .call(let index, let operands) where calls:
            return body(of: index, operands, placed)
        default: return nil
        }
    }

    /// The body of a called function, with its operands bound to what is given.
    func body(of index: Int, _ operands: [ExpressionOutline], _ call: Placed) -> Placed? {
        let function = outline.definitions[index]
        guard let body = function.body else { return nil }
        let frame = remembered(call) {
            var bindings: [String: Frame.Binding] = [:]
            for (name, operand) in zip(function.operands ?? [], operands) {
                bindings[name] = .expression(operand, call.frame)
            }
            return Frame(bindings)
        }
        return Placed(body, frame)
    }

    /// The frame inside of a query.
    func frame(inside query: ExpressionOutline.Query, _ placed: Placed) -> Frame {
        remembered(placed) {
            var frame = placed.frame
            for source in query.sources {
                var bindings = frame.bindings
                bindings[source.name] = binding(of: source, frame)
                frame = Frame(bindings)
            }
            for item in query.lets {
                var bindings = frame.bindings
                bindings[item.name] = .expression(item.value, frame)
                frame = Frame(bindings)
            }
            return frame
        }
    }

    private func binding(
        of source: ExpressionOutline.Element,
        _ frame: Frame
    ) -> Frame.Binding {
        guard case .list = source.value.type else { return .expression(source.value, frame) }
        let list = term(Placed(source.value, frame))
        let others = frame.bindings.values.filter { binding in
            guard case .element(let other, let itsFrame, _) = binding else { return false }
            return term(Placed(other, itsFrame)) == list
        }
        return .element(of: source.value, frame, ordinal: others.count)
    }

    private func remembered(_ placed: Placed, _ make: () -> Frame) -> Frame {
        if let known = frames[placed.key] { return known }
        let made = make()
        frames[placed.key] = made
        return made
    }

    // MARK: Terms

    /// A number for what `placed` means: the same for expressions that always have the same value.
    func term(_ placed: Placed) -> Int {
        let placed = followed(placed, calls: false)
        if let known = termMemory[placed.key] { return known }
        var isOfElement = false
        let text = text(of: placed, &isOfElement)
        let index = termIndices[text] ?? self.isOfElement.count
        if index == self.isOfElement.count {
            termIndices[text] = index
            self.isOfElement.append(isOfElement)
        }
        termMemory[placed.key] = index
        return index
    }

    /// A number for a relation between terms that has no expression of its own.
    func term(_ name: String, _ operands: [Int]) -> Int {
        let text = "\(name)(\(operands.map(String.init).joined(separator: ",")))"
        if let index = termIndices[text] { return index }
        termIndices[text] = isOfElement.count
        isOfElement.append(operands.contains { isOfElement[$0] })
        return isOfElement.count - 1
    }

    private func text(of placed: Placed, _ isOfElement: inout Bool) -> String {
        let expression = placed.expression
        func terms(_ operands: [ExpressionOutline], _ isOfElement: inout Bool) -> String {
            operands.map { operand in
                let index = term(Placed(operand, placed.frame))
                if self.isOfElement[index] { isOfElement = true }
                return String(index)
            }.joined(separator: ",")
        }
        switch expression.form {
        case .constant(let value): return "constant \(value)"
        case .terminology(let index): return "terminology \(index)"
        case .parameter(let name): return "parameter \(name)"
        case .definition(let index): return "definition \(index)"
        case .subject: return "subject"
        case .call(let index, let operands):
            return "call \(index) (\(terms(operands, &isOfElement)))"
        case .local(let name):
            guard case .element(let list, let frame, let ordinal)? = placed.frame.bindings[name]
            else { return "local \(name) \(ObjectIdentifier(placed.frame))" }
            isOfElement = true
            return "element \(ordinal) of \(term(Placed(list, frame)))"
        case .element(let base, let name):
            return "\(name) of \(terms([base], &isOfElement))"
        case .operation(let name, let operands):
            return "\(name) \(expression.type) (\(terms(operands, &isOfElement)))"
        case .retrieve:
            return "retrieve \(expression.type) (\(terms(expression.children, &isOfElement)))"
        case .query(let query):
            let inside = frame(inside: query, placed)
            let parts = [query.condition, query.result].map { part in
                part.map { String(term(Placed($0, inside))) } ?? "-"
            }
            let sources = terms(query.sources.map(\.value), &isOfElement)
            let rest = query.others.isEmpty ? "" : " \(expression.location)"
            return "query (\(sources)) \(parts)\(rest)"
        default:
            return "\(kind(of: expression)) (\(terms(expression.children, &isOfElement)))"
        }
    }

    private func kind(of expression: ExpressionOutline) -> String {
        switch expression.form {
        case .selection(let branches, _): "selection \(branches.count)"
        case .timing: "timing \(expression.location)"
        case .interval(_, _, let low, let high): "interval \(low) \(high)"
        case .tuple(let elements): "tuple \(elements.map(\.name))"
        default: "list"
        }
    }
}
