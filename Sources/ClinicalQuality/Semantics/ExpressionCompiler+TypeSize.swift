extension ExpressionCompiler {
    /// Refuses types that double with each definition until nothing can hold them.
    func checkSize(of types: [DataType], _ span: Span) throws(Reported) {
        var remaining = 5000
        for type in types { type.count(into: &remaining) }
        if remaining <= 0 { throw tooLarge(span) }
    }

    /// Refuses the elements of a type specifier when they are too many to be compared with each
    /// other.
    func checkCount(_ count: Int, _ span: Span) throws(Reported) {
        if count > 1000 { throw tooLarge(span) }
    }

    /// Refuses expressions of so many different types that finding a common one takes long.
    func checkVariety(of types: [DataType], _ span: Span) throws(Reported) {
        if types.count > 100, Set(types).count > 100 { throw tooLarge(span) }
    }

    private func tooLarge(_ span: Span) -> Reported {
        fail("type-too-large", "the type of this has too many elements", span)
    }
}

extension DataType {
    /// Takes one off `remaining` for every type inside of this one; stops at zero.
    fileprivate func count(into remaining: inout Int) {
        guard remaining > 0 else { return }
        remaining -= 1
        switch self {
        case .list(let inner), .interval(let inner): inner.count(into: &remaining)
        case .choice(let types): for type in types { type.count(into: &remaining) }
        case .tuple(let elements):
            for element in elements { element.type.count(into: &remaining) }
        default: break
        }
    }
}
