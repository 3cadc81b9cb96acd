import ClinicalQuality

/// Evaluation: an expression gives the same value or error with and without a trace, and twice.
struct EvaluationTarget: Target {
    let now: DateTime

    func input(_ dice: inout Dice) -> String {
        var generator = ExpressionGenerator(dice: dice)
        let text = generator.expression(.any, 5)
        dice = generator.dice
        return text
    }

    func run(_ input: String) -> String? {
        var compiler = Compiler(model: .system)
        compiler.settings.unitMismatch = .warning
        guard
            let library = try? compiler.compileExpression(
                LibrarySource(path: "input", text: input)
            )
        else { return nil }
        let plain = outcome(library, tracing: false)
        if plain != outcome(library, tracing: false) { return "another value the second time" }
        if plain != outcome(library, tracing: true) { return "another value with a trace" }
        return nil
    }

    private func outcome(_ library: CompiledLibrary, tracing: Bool) -> String {
        do {
            var evaluation = try Evaluation(
                library,
                over: IndexedRecord(subject: nil, instances: []),
                at: now,
                tracing: tracing
            )
            let value = try evaluation.value(of: Compiler.expressionName)
            if tracing { _ = try evaluation.trace(of: Compiler.expressionName) }
            return value.description
        } catch {
            return "error: \(error)"
        }
    }
}
