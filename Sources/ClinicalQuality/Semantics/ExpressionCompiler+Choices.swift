extension ExpressionCompiler {
    /// Reports an operand of a choice type of which the chosen overload takes only a part, while
    /// another overload would take the rest: `O.value >= 50` would pass over every Quantity.
    func checkChoices(
        _ operands: [Typed],
        _ match: SignatureMatch,
        _ signatures: [Signature],
        _ name: String,
        _ span: Span
    ) {
        let types = operands.map(\.type)
        let resolution = OverloadResolution(policy: ConversionPolicy())
        for (index, conversion) in match.conversions.enumerated() {
            guard case .alternatives(let taken) = conversion,
                case .choice(let alternatives) = types[index]
            else { continue }
            let left = alternatives.filter { type in !taken.contains { $0.type == type } }
            let lost = left.filter { type in
                var narrowed = types
                narrowed[index] = type
                return resolution.resolve(signatures, narrowed) != nil
            }
            guard !lost.isEmpty else { continue }
            let used = taken.map(\.type.description).joined(separator: " or ")
            let passed = lost.map(\.description).joined(separator: " or ")
            compilation.report(
                "ambiguous-choice",
                "\(Symbol.of(name)) takes this as \(used) and would pass over \(passed)",
                operands[index].node.span,
                suggestion: lost.first.map { "an explicit `as \($0)`" },
                severity: compilation.settings.ambiguousChoice
            )
        }
    }
}
