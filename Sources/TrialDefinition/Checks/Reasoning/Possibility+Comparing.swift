import ClinicalQuality

extension Possibility {
    private func constant(_ placed: Placed) -> Value? { meaning.constant(placed) }

    /// `<`, `<=`, `>` or `>=`.
    func comparison(_ name: String, _ left: Placed, _ right: Placed) -> Truths {
        switch (constant(left).flatMap(Magnitude.init), constant(right).flatMap(Magnitude.init)) {
        case (let low?, let high?):
            return low.compared(to: high).map { Truths(Self.holds(name, $0)) } ?? .any
        case (nil, let limit?): return compared(left, limit) { Self.holds(name, $0) }
        case (let limit?, nil): return compared(right, limit) { Self.holds(name, -$0) }
        case (nil, nil): return relation(name, meaning.term(left), meaning.term(right))
        }
    }

    /// Two terms that vary: `a < b` is one opaque truth, and the other three follow from such.
    private func relation(_ name: String, _ left: Int, _ right: Int) -> Truths {
        switch name {
        case "Less": opaque(term: meaning.term("less", [left, right]))
        case "Greater": opaque(term: meaning.term("less", [right, left]))
        case "LessOrEqual": opaque(term: meaning.term("less", [right, left])).negated
        default: opaque(term: meaning.term("less", [left, right])).negated
        }
    }

    private static func holds(_ name: String, _ order: Int) -> Bool {
        switch name {
        case "Less": order < 0
        case "LessOrEqual": order <= 0
        case "Greater": order > 0
        default: order >= 0
        }
    }

    /// What `holds` says about the order of a term against a constant.
    private func compared(
        _ placed: Placed,
        _ limit: Magnitude,
        isOrder: Bool = true,
        _ holds: (Int) -> Bool
    ) -> Truths {
        let term = meaning.term(placed)
        var question = Question(constants: [limit], isMeasured: isOrder)
        question.isWhole = meaning.followed(placed, calls: true).expression.type == .integer
        guard let cell = cell(of: term, question) else { return .any }
        if cell == .null || cell == .undecided { return .unknown }
        if cell == .otherText { return Truths(holds(1)) }
        guard let constants = assumption.constants[term],
            let index = constants.firstIndex(where: { $0.compared(to: limit) == 0 })
        else { return .any }
        switch cell {
        case .at(let place): return Truths(holds(place == index ? 0 : (place < index ? -1 : 1)))
        case .below(let place): return Truths(holds(place <= index ? -1 : 1))
        default: return .any
        }
    }

    /// `=`.
    func equality(_ left: Placed, _ right: Placed) -> Truths {
        if left.expression.type == .boolean, right.expression.type == .boolean {
            return truths(left).combined(truths(right)) { a, b in
                a.flatMap { a in b.map { a == $0 } }
            }
        }
        switch (constant(left), constant(right)) {
        case (let first?, let second?):
            guard
                let order = Magnitude(first).flatMap({ one in
                    Magnitude(second).flatMap { one.compared(to: $0) }
                })
            else { return .any }
            return Truths(order == 0)
        case (nil, let value?): return equal(left, value)
        case (let value?, nil): return equal(right, value)
        case (nil, nil):
            let terms = [meaning.term(left), meaning.term(right)].sorted()
            return opaque(term: meaning.term("equal", terms))
        }
    }

    private func equal(_ placed: Placed, _ value: Value) -> Truths {
        if value.isNull { return .unknown }
        guard let limit = Magnitude(value) else {
            return opaque(term: meaning.term("equal to \(value)", [meaning.term(placed)]))
        }
        return compared(placed, limit, isOrder: false) { $0 == 0 }
    }

    /// `in` a list of constants or an interval with constant ends.
    func membership(_ element: Placed, _ whole: Placed) -> Truths {
        let target = meaning.followed(whole, calls: true)
        switch target.expression.form {
        case .constant(.list(let values)):
            return values.map { equal(element, $0) }.reduce(.no) { $0.or($1) }
        case .constant(.interval(let interval)):
            guard let low = Magnitude(interval.low), let high = Magnitude(interval.high) else {
                break
            }
            let isAbove = compared(element, low) { interval.lowClosed ? $0 >= 0 : $0 > 0 }
            let isBelow = compared(element, high) { interval.highClosed ? $0 <= 0 : $0 < 0 }
            return isAbove.and(isBelow)
        case .interval(let low, let high, let lowClosed, let highClosed):
            let low = Placed(low, target.frame)
            let high = Placed(high, target.frame)
            return comparison(lowClosed ? "GreaterOrEqual" : "Greater", element, low)
                .and(comparison(highClosed ? "LessOrEqual" : "Less", element, high))
        default: break
        }
        let terms = [meaning.term(element), meaning.term(whole)]
        return opaque(term: meaning.term("in", terms))
    }
}
