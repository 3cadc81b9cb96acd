import UnitsOfMeasure

extension OutlineBuilder {
    /// The outline of `syntax`, which stands in `unit`.
    func expression(_ syntax: ExpressionSyntax, in unit: LibraryUnit) -> ExpressionOutline {
        let typed = result(of: syntax)
        return ExpressionOutline(
            form(syntax, typed, in: unit),
            typed?.type ?? .any,
            location(syntax.span)
        )
    }

    private func form(
        _ syntax: ExpressionSyntax,
        _ typed: Typed?,
        in unit: LibraryUnit
    ) -> ExpressionOutline.Form {
        func all(_ operands: [ExpressionSyntax]) -> [ExpressionOutline] {
            operands.map { expression($0, in: unit) }
        }
        func one(_ operand: ExpressionSyntax) -> ExpressionOutline { expression(operand, in: unit) }
        switch syntax.form {
        case .name(let name):
            if let form = reference(name, in: unit) { return form }
            return typed?.node is SubjectNode ? .subject : .local(name.name)
        case .special(let name): return .local(name)
        case .member(let base, let name):
            if case .name(let qualifier) = base.form, result(of: base) == nil,
                case .library(let library)? = unit.includes[qualifier.name]
            {
                return reference(name, in: library) ?? .local(name.name)
            }
            return .element(one(base), name.name)
        case .call(let qualifier, let name, let arguments):
            return call(qualifier, name, arguments, in: unit)
        default: break
        }
        if let constant = typed?.constant { return .constant(constant) }
        switch syntax.form {
        case .operation(let name, let operands, _): return .operation(name, all(operands))
        case .conditional(let condition, let then, let otherwise):
            let branch = ExpressionOutline.Branch(condition: one(condition), result: one(then))
            return .selection([branch], otherwise: one(otherwise))
        case .selection(let comparand, let cases, let otherwise):
            return selection(comparand, cases, otherwise, in: unit)
        case .between(let value, let low, let high, let properly):
            return between(one(value), one(low), one(high), properly, location(syntax.span))
        case .timing(let phrase, let left, let right):
            return .timing(distance: distance(phrase), one(left), one(right))
        case .interval(let low, let high, let lowClosed, let highClosed):
            return .interval(
                low: one(low),
                high: one(high),
                lowClosed: lowClosed,
                highClosed: highClosed
            )
        case .list(_, let elements): return .list(all(elements))
        case .tuple(let elements), .instance(_, let elements):
            return .tuple(elements.map { .init(name: $0.name.name, value: one($0.value)) })
        case .retrieve(let retrieve): return .retrieve(codes: retrieve.terminology.map(one))
        case .query(let query): return self.query(query, in: unit)
        case .asType(let operand, _, _): return .operation("As", [one(operand)])
        case .isType(let operand, _): return .operation("Is", [one(operand)])
        case .convert(let operand, _): return .operation("Convert", [one(operand)])
        case .convertUnit(let operand, let code):
            let unit = ExpressionOutline(
                .constant(.string(code)),
                .string,
                location(syntax.span)
            )
            return .operation("ConvertQuantity", [one(operand), unit])
        case .setAggregate(let name, _, _): return .operation(name, all(syntax.form.children))
        default: return .operation("Unknown", all(syntax.form.children))
        }
    }

    private func call(
        _ qualifier: ExpressionSyntax?,
        _ name: Identifier,
        _ arguments: [ExpressionSyntax],
        in unit: LibraryUnit
    ) -> ExpressionOutline.Form {
        var operands = arguments.map { expression($0, in: unit) }
        // What the compiler has no result for is the name of a library.
        if let qualifier, result(of: qualifier) != nil {
            operands.insert(expression(qualifier, in: unit), at: 0)
        }
        if let index = function(name) { return .call(index, operands) }
        return .operation(name.name.capitalizedFirst, operands)
    }

    private func selection(
        _ comparand: ExpressionSyntax?,
        _ cases: [CaseSyntax],
        _ otherwise: ExpressionSyntax,
        in unit: LibraryUnit
    ) -> ExpressionOutline.Form {
        let subject = comparand.map { expression($0, in: unit) }
        let branches = cases.map { item in
            var condition = expression(item.when, in: unit)
            if let subject {
                condition = ExpressionOutline(
                    .operation("Equal", [subject, condition]),
                    .boolean,
                    condition.location
                )
            }
            return ExpressionOutline.Branch(
                condition: condition,
                result: expression(item.then, in: unit)
            )
        }
        return .selection(branches, otherwise: expression(otherwise, in: unit))
    }

    private func between(
        _ value: ExpressionOutline,
        _ low: ExpressionOutline,
        _ high: ExpressionOutline,
        _ properly: Bool,
        _ location: SourceLocation
    ) -> ExpressionOutline.Form {
        func comparison(_ name: String, _ end: ExpressionOutline) -> ExpressionOutline {
            ExpressionOutline(.operation(name, [value, end]), .boolean, location)
        }
        return .operation(
            "And",
            [
                comparison(properly ? "Greater" : "GreaterOrEqual", low),
                comparison(properly ? "Less" : "LessOrEqual", high),
            ]
        )
    }

    private func distance(_ phrase: TimingPhrase) -> Quantity? {
        var syntax = phrase.offset?.quantity
        if case .within(let distance) = phrase.relation { syntax = distance }
        guard let syntax, let number = ExactDecimal(syntax.number) else { return nil }
        switch syntax.unit {
        case .none: return Quantity(number)
        case .calendar(let unit): return Quantity(number, .calendar(unit))
        case .ucum(let code, _):
            return (try? QuantityUnit(code)).map { Quantity(number, $0) }
        }
    }

    private func query(_ syntax: QuerySyntax, in unit: LibraryUnit) -> ExpressionOutline.Form {
        func one(_ operand: ExpressionSyntax) -> ExpressionOutline { expression(operand, in: unit) }
        var others = syntax.inclusions.flatMap { [one($0.source.expression), one($0.condition)] }
        others += [syntax.aggregate?.starting, syntax.aggregate?.expression]
            .compactMap { $0 }.map(one)
        for item in syntax.sort?.items ?? [] {
            if case .expression(let key) = item.key { others.append(one(key)) }
        }
        return .query(
            ExpressionOutline.Query(
                sources: syntax.sources.map {
                    .init(name: $0.alias.name, value: one($0.expression))
                },
                lets: syntax.lets.map { .init(name: $0.name.name, value: one($0.value)) },
                condition: syntax.condition.map(one),
                result: syntax.result.map { one($0.expression) },
                others: others
            )
        )
    }
}
