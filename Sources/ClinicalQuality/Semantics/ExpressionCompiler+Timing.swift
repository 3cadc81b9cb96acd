extension ExpressionCompiler {
    /// A timing phrase, written out in the operators that it stands for.
    ///
    /// Source: CQL 1.5, chapter 5, "Timing Phrases".
    func timing(
        _ phrase: TimingPhrase,
        _ left: ExpressionSyntax,
        _ right: ExpressionSyntax,
        _ span: Span
    ) throws(Reported) -> Typed {
        let operands = try compile(all: [left, right])
        let first = try boundary(phrase.leftBoundary, of: operands[0])
        let second = try boundary(phrase.rightBoundary, of: operands[1])
        func apply(_ name: String) throws(Reported) -> Typed {
            try self.apply(operatorNamed: name, to: [first, second], phrase.precision, span)
        }
        let properly = phrase.properly ? "Proper" : ""
        switch phrase.relation {
        case .same(nil): return try apply("SameAs")
        case .same(.before?): return try apply("SameOrBefore")
        case .same(.after?): return try apply("SameOrAfter")
        case .includes:
            // An untyped null counts as a collection here, and as a point in the proper form.
            let isWhole = second.type.isCollection || second.isNullLiteral && !phrase.properly
            return try apply(properly + (isWhole ? "Includes" : "Contains"))
        case .includedIn:
            let isWhole = first.type.isCollection || first.isNullLiteral && !phrase.properly
            return try apply(properly + (isWhole ? "IncludedIn" : "In"))
        case .meets(nil): return try apply("Meets")
        case .meets(.before?): return try apply("MeetsBefore")
        case .meets(.after?): return try apply("MeetsAfter")
        case .overlaps(nil): return try apply("Overlaps")
        case .overlaps(.before?): return try apply("OverlapsBefore")
        case .overlaps(.after?): return try apply("OverlapsAfter")
        case .starts: return try apply("Starts")
        case .ends: return try apply("Ends")
        case .within(let distance):
            return try within(phrase, try quantity(distance), first, second, span)
        case .relative(let direction, let inclusive):
            if let (distance, kind) = phrase.offset {
                return try offset(
                    phrase,
                    direction,
                    inclusive: inclusive,
                    kind,
                    try quantity(distance),
                    first,
                    second,
                    span
                )
            }
            switch (direction, inclusive) {
            case (.before, false): return try apply("Before")
            case (.after, false): return try apply("After")
            case (.before, true): return try apply("SameOrBefore")
            case (.after, true): return try apply("SameOrAfter")
            }
        }
    }

    private func boundary(
        _ boundary: TimingPhrase.Boundary?,
        of typed: Typed
    ) throws(Reported) -> Typed {
        guard let boundary else { return typed }
        return try apply(
            operatorNamed: boundary == .start ? "Start" : "End",
            to: [typed],
            nil,
            typed.node.span
        )
    }

    /// `3 days or less before`, …: the distance is added to or taken from the right operand.
    private func offset(
        _ phrase: TimingPhrase,
        _ direction: TimingPhrase.Direction,
        inclusive: Bool,
        _ kind: TimingPhrase.Offset,
        _ distance: Typed,
        _ left: Typed,
        _ right: Typed,
        _ span: Span
    ) throws(Reported) -> Typed {
        let isBefore = direction == .before
        // Of two intervals, the ends that face each other count.
        let first = try facing(left, isBefore ? "End" : "Start")
        let second = try facing(right, isBefore ? "Start" : "End")
        let moved = try apply(
            operatorNamed: isBefore ? "Subtract" : "Add",
            to: [second, distance],
            nil,
            span
        )
        func relation(_ name: String) throws(Reported) -> Typed {
            try apply(operatorNamed: name, to: [first, moved], phrase.precision, span)
        }
        switch kind {
        case .exactly: return try relation("SameAs")
        case .orMore: return try relation(isBefore ? "SameOrBefore" : "SameOrAfter")
        case .moreThan: return try relation(isBefore ? "Before" : "After")
        case .orLess, .lessThan:
            let closed = kind == .orLess
            let range =
                isBefore
                ? try range(moved, second, lowClosed: closed, highClosed: inclusive, span)
                : try range(second, moved, lowClosed: inclusive, highClosed: closed, span)
            return try contained(first, in: range, anchor: second, phrase.precision, "In", span)
        }
    }

    private func within(
        _ phrase: TimingPhrase,
        _ distance: Typed,
        _ left: Typed,
        _ right: Typed,
        _ span: Span
    ) throws(Reported) -> Typed {
        let low = try apply(
            operatorNamed: "Subtract",
            to: [try facing(right, "Start"), distance],
            nil,
            span
        )
        let high = try apply(
            operatorNamed: "Add",
            to: [try facing(right, "End"), distance],
            nil,
            span
        )
        let range = try range(
            low,
            high,
            lowClosed: !phrase.properly,
            highClosed: !phrase.properly,
            span
        )
        let name = left.type.isCollection ? "IncludedIn" : "In"
        return try contained(left, in: range, anchor: right, phrase.precision, name, span)
    }

    /// Membership in an interval made from `anchor`; without the anchor the interval would reach
    /// to the end of time, so its absence makes the answer false, not true.
    private func contained(
        _ value: Typed,
        in range: Typed,
        anchor: Typed,
        _ precision: CalendarUnit?,
        _ name: String,
        _ span: Span
    ) throws(Reported) -> Typed {
        let inside = try apply(operatorNamed: name, to: [value, range], precision, span)
        let missing = try apply(operatorNamed: "IsNull", to: [anchor], nil, span)
        let known = try apply(operatorNamed: "Not", to: [missing], nil, span)
        return try apply(operatorNamed: "And", to: [inside, known], nil, span)
    }

    private func facing(_ typed: Typed, _ end: String) throws(Reported) -> Typed {
        guard typed.type.isCollection, typed.type.elementType == nil else { return typed }
        return try apply(operatorNamed: end, to: [typed], nil, typed.node.span)
    }

    /// The range of a timing phrase, which is empty for `less than 1 day before` a date.
    private func range(
        _ low: Typed,
        _ high: Typed,
        lowClosed: Bool,
        highClosed: Bool,
        _ span: Span
    ) throws(Reported) -> Typed {
        try interval(
            low,
            high,
            lowClosed: lowClosed,
            highClosed: highClosed,
            mayBeEmpty: true,
            span
        )
    }

    func interval(
        _ low: Typed,
        _ high: Typed,
        lowClosed: Bool,
        highClosed: Bool,
        mayBeEmpty: Bool = false,
        _ span: Span
    ) throws(Reported) -> Typed {
        let type = CommonType.of([low.type, high.type])
        guard type.isPoint else {
            throw fail(
                "type-mismatch",
                "\(low.type) and \(high.type) are not the ends of an interval",
                span
            )
        }
        let first = try convert(low, to: type, for: "the start of the interval")
        let last = try convert(high, to: type, for: "the end of the interval")
        let ends = hoisted([first.node, last.node])
        return Typed(
            IntervalNode(
                span,
                ends[0],
                ends[1],
                lowClosed: lowClosed,
                highClosed: highClosed,
                pointType: type,
                mayBeEmpty: mayBeEmpty
            ),
            .interval(type),
            unit: low.unit ?? high.unit
        )
    }

    /// `x between a and b`.
    func between(
        _ value: ExpressionSyntax,
        _ low: ExpressionSyntax,
        _ high: ExpressionSyntax,
        properly: Bool,
        _ span: Span
    ) throws(Reported) -> Typed {
        let operands = try compile(all: [value, low, high])
        if case .interval = operands[0].type {
            let range = try interval(
                operands[1],
                operands[2],
                lowClosed: true,
                highClosed: true,
                span
            )
            return try apply(
                operatorNamed: properly ? "ProperIncludedIn" : "IncludedIn",
                to: [operands[0], range],
                nil,
                span
            )
        }
        let above = try apply(
            operatorNamed: properly ? "Greater" : "GreaterOrEqual",
            to: [operands[0], operands[1]],
            nil,
            span
        )
        let below = try apply(
            operatorNamed: properly ? "Less" : "LessOrEqual",
            to: [operands[0], operands[2]],
            nil,
            span
        )
        return try apply(operatorNamed: "And", to: [above, below], nil, span)
    }
}

extension DataType {
    /// Whether values of this type have an order, so that there can be intervals of them.
    var isPoint: Bool {
        switch self {
        case .any, .integer, .long, .decimal, .string, .quantity, .date, .dateTime, .time: true
        default: false
        }
    }

    /// Whether this is a list or an interval, or converts to one by itself.
    var isCollection: Bool {
        switch self {
        case .list, .interval: true
        case .instance(let type):
            type.conversion == .period || type.conversion == .range
        default: false
        }
    }
}
