extension ExpressionCompiler {
    /// A function call; with a qualifier, a function of a library or a method of a value.
    func call(
        _ qualifier: ExpressionSyntax?,
        _ name: Identifier,
        _ arguments: [ExpressionSyntax],
        _ span: Span
    ) throws(Reported) -> Typed {
        guard let qualifier else {
            let operands = try compile(all: arguments.map { asDecimal($0, for: name.name) })
            if let result = try userFunction(name, operands, in: [unit], fluent: false, span) {
                return result
            }
            return try systemFunction(name, operands, span)
        }
        if case .name(let alias) = qualifier.form, local(alias.name) == nil {
            if let inclusion = unit.includes[alias.name] {
                return try libraryFunction(inclusion, alias, name, arguments, span)
            }
            if alias.name == "System", unit.symbols["System"] == nil {
                return try systemFunction(name, try compile(all: arguments), span)
            }
        }
        return try method(of: try compile(qualifier), name, arguments, span)
    }

    private func libraryFunction(
        _ inclusion: LibraryUnit.Inclusion,
        _ alias: Identifier,
        _ name: Identifier,
        _ arguments: [ExpressionSyntax],
        _ span: Span
    ) throws(Reported) -> Typed {
        let operands = try compile(all: arguments)
        switch inclusion {
        case .helpers: return try helper(name, operands, span)
        case .library(let library):
            if let result = try userFunction(name, operands, in: [library], fluent: false, span) {
                return result
            }
            throw fail(
                "unknown-name",
                "\(alias.name) has no function \"\(name.name)\"",
                name.span,
                suggestion: NearestName.of(name.name, among: library.functions.keys)
            )
        }
    }

    /// Functions that are called like methods: fluent ones first, then those of the language.
    private func method(
        of base: Typed,
        _ name: Identifier,
        _ arguments: [ExpressionSyntax],
        _ span: Span
    ) throws(Reported) -> Typed {
        if let result = try pathMethod(of: base, name.name, arguments, span) { return result }
        let operands = [base] + (try compile(all: arguments))
        var libraries = [unit]
        for alias in unit.includes.keys.sorted() {
            if case .library(let library)? = unit.includes[alias] { libraries.append(library) }
        }
        if let result = try userFunction(name, operands, in: libraries, fluent: true, span) {
            return result
        }
        if case .helpers? = unit.includes.values.first(where: { $0.isHelpers }),
            Self.helperTargets[name.name.capitalizedFirst] != nil
        {
            let capitalized = Identifier(name: name.name.capitalizedFirst, span: name.span)
            return try helper(capitalized, operands, span)
        }
        if let result = try pathFunction(name.name, operands, span) { return result }
        let system = Identifier(name: name.name.capitalizedFirst, span: name.span)
        return try systemFunction(system, operands, span)
    }

    // MARK: Functions of libraries

    private func userFunction(
        _ name: Identifier,
        _ operands: [Typed],
        in libraries: [LibraryUnit],
        fluent: Bool,
        _ span: Span
    ) throws(Reported) -> Typed? {
        var candidates: [FunctionEntry] = []
        for library in libraries {
            for entry in library.functions[name.name] ?? []
            where (!fluent || entry.syntax.isFluent) && (library === unit || !entry.isPrivate) {
                candidates.append(entry)
            }
        }
        guard !candidates.isEmpty else { return nil }
        let signatures = candidates.map { Signature(parameters: $0.parameters, result: .any) }
        let types = operands.map(\.type)
        guard let match = OverloadResolution(policy: ConversionPolicy()).resolve(signatures, types)
        else {
            if isSystemFunction(name.name) { return nil }
            let expected = candidates.map { entry in
                "(\(entry.parameters.map(\.description).joined(separator: ", ")))"
            }.joined(separator: " or ")
            let given = types.map(\.description).joined(separator: ", ")
            throw fail(
                "no-overload",
                "\"\(name.name)\" takes \(expected), not (\(given))",
                span
            )
        }
        if match.isAmbiguous {
            let given = types.map(\.description).joined(separator: ", ")
            throw fail(
                "ambiguous-overload",
                "several functions \"\(name.name)\" fit (\(given)) equally well",
                span
            )
        }
        let entry = candidates[match.index]
        compilation.outline?.calls[name.span] = entry
        try compilation.compile(entry, usedAt: name.span)
        try compilation.use(levels: entry.depth, name.span)
        if entry.usesNow { usesNow = true }
        guard let function = entry.compiled else { throw Reported() }
        var nodes: [any Node] = []
        for (index, operand) in operands.enumerated() {
            nodes.append(
                apply(match.conversions[index], to: operand, match.parameters[index]).node
            )
        }
        return Typed(
            CallNode(span, name: entry.name, function, arguments: nodes),
            entry.result
        )
    }

    // MARK: Functions of the language

    /// A negative whole number that no Integer holds is a Decimal where only a Decimal is asked
    /// for: `Floor(-2147483649)`.
    private func asDecimal(_ argument: ExpressionSyntax, for name: String) -> ExpressionSyntax {
        guard case .integer(let text) = argument.form, text.hasPrefix("-"), Int32(text) == nil,
            OperatorTable.standard.overloads(of: name).allSatisfy({ $0.parameters == [.decimal] })
        else { return argument }
        return ExpressionSyntax(.decimal(text + ".0"), argument.span)
    }

    private func isSystemFunction(_ name: String) -> Bool {
        name == "Coalesce" || AgeFunction(name) != nil
            || !OperatorTable.standard.overloads(of: name).isEmpty
    }

    func systemFunction(
        _ name: Identifier,
        _ operands: [Typed],
        _ span: Span
    ) throws(Reported) -> Typed {
        if let age = AgeFunction(name.name) { return try self.age(age, operands, span) }
        if let result = structural(name.name, operands, span) { return result }
        guard isSystemFunction(name.name) else {
            let candidates =
                OperatorTable.standard.names + Array(unit.functions.keys) + ["Coalesce"]
            throw fail(
                "unknown-name",
                "there is no function \"\(name.name)\"",
                name.span,
                suggestion: NearestName.of(name.name, among: candidates)
            )
        }
        return try apply(operatorNamed: name.name, to: operands, nil, span)
    }

    /// The age functions, such as `AgeInYears()`, `AgeInYearsAt(date)`, `CalculateAgeInYears(birth)`.
    private func age(
        _ function: AgeFunction,
        _ operands: [Typed],
        _ span: Span
    ) throws(Reported) -> Typed {
        var operands = operands
        if !function.takesBirthDate {
            guard let context, let index = context.index(of: "birthDate") else {
                throw fail(
                    "unknown-context",
                    "an age needs `context Patient`",
                    span
                )
            }
            let subject = SubjectNode(span, type: context)
            let birthDate = PropertyNode(
                span,
                name: "birthDate",
                subject,
                [PropertyNode.Position(type: context, index: index)]
            )
            operands.insert(Typed(birthDate, context.elements[index].type), at: 0)
        }
        if !function.isAt { usesNow = true }
        return try apply(
            operatorNamed: function.isAt ? "CalculateAgeAt" : "CalculateAge",
            to: operands,
            function.precision,
            span
        )
    }

    // MARK: FHIRHelpers

    static let helperTargets: [String: [DataType]] = [
        "ToInterval": [.interval(.dateTime), .interval(.quantity)], "ToQuantity": [.quantity],
        "ToRatio": [.ratio], "ToCode": [.code], "ToConcept": [.concept], "ToString": [.string],
        "ToDateTime": [.dateTime], "ToDate": [.date], "ToTime": [.time], "ToBoolean": [.boolean],
        "ToInteger": [.integer], "ToDecimal": [.decimal],
    ]

    private func helper(
        _ name: Identifier,
        _ operands: [Typed],
        _ span: Span
    ) throws(Reported) -> Typed {
        guard let targets = Self.helperTargets[name.name], operands.count == 1 else {
            throw fail(
                "unknown-name",
                "FHIRHelpers has no function \"\(name.name)\" with these operands",
                name.span,
                suggestion: NearestName.of(name.name, among: Self.helperTargets.keys)
            )
        }
        let matches = targets.compactMap { target in
            Conversion.find(from: operands[0].type, to: target).map {
                ($0.conversion, $0.cost, target)
            }
        }
        if let (conversion, _, target) = matches.min(by: { $0.1 < $1.1 }) {
            return apply(conversion, to: operands[0], target)
        }
        return try systemFunction(name, operands, span)
    }
}

extension LibraryUnit.Inclusion {
    var isHelpers: Bool {
        if case .helpers = self { true } else { false }
    }
}

extension String {
    /// `toString` as `ToString`.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// The name of an age function, taken apart.
struct AgeFunction {
    let takesBirthDate: Bool
    let precision: CalendarUnit
    let isAt: Bool

    init?(_ name: String) {
        var rest = name[...]
        takesBirthDate = rest.hasPrefix("Calculate")
        if takesBirthDate { rest = rest.dropFirst("Calculate".count) }
        guard rest.hasPrefix("AgeIn") else { return nil }
        rest = rest.dropFirst("AgeIn".count)
        isAt = rest.hasSuffix("At")
        if isAt { rest = rest.dropLast(2) }
        guard rest.hasSuffix("s"), let unit = CalendarUnit(keyword: rest.lowercased()),
            unit != .millisecond
        else { return nil }
        precision = unit
    }
}
