extension ExpressionSyntax.Form {
    /// The expressions directly inside this one, in the order in which they are written.
    var children: [ExpressionSyntax] {
        switch self {
        case .null, .boolean, .integer, .long, .decimal, .string, .date, .dateTime, .time,
            .quantity, .ratio, .name, .special, .external, .code, .concept, .extent:
            []
        case .member(let base, _), .isType(let base, _), .asType(let base, _, _),
            .convert(let base, _), .convertUnit(let base, _):
            [base]
        case .call(let qualifier, _, let arguments): (qualifier.map { [$0] } ?? []) + arguments
        case .interval(let low, let high, _, _), .timing(_, let low, let high): [low, high]
        case .tuple(let elements), .instance(_, let elements): elements.map(\.value)
        case .list(_, let elements): elements
        case .operation(_, let operands, _): operands
        case .between(let value, let low, let high, _): [value, low, high]
        case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
        case .selection(let comparand, let cases, let otherwise):
            (comparand.map { [$0] } ?? []) + cases.flatMap { [$0.when, $0.then] } + [otherwise]
        case .setAggregate(_, let operand, let per):
            if case .expression(let width) = per { [operand, width] } else { [operand] }
        case .retrieve(let retrieve):
            [retrieve.context, retrieve.terminology].compactMap { $0 }
        case .query(let query): query.children
        }
    }
}

extension QuerySyntax {
    var children: [ExpressionSyntax] {
        var found = sources.map(\.expression) + lets.map(\.value)
        for inclusion in inclusions { found += [inclusion.source.expression, inclusion.condition] }
        found += [condition, result?.expression, aggregate?.starting, aggregate?.expression]
            .compactMap { $0 }
        for item in sort?.items ?? [] {
            if case .expression(let key) = item.key { found.append(key) }
        }
        return found
    }
}
