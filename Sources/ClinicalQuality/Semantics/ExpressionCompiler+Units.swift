import UnitsOfMeasure

extension ExpressionCompiler {
    /// Reports quantities that can never be compared or added, as a mass and a length.
    func checkUnits(_ left: Typed, _ right: Typed, _ name: String, _ span: Span) {
        guard Self.sameUnitOperators.contains(name) || name == "convert",
            let first = left.unit, let second = right.unit,
            !Self.areCommensurable(first, second)
        else { return }
        compilation.report(
            "unit-mismatch",
            "\(first) and \(second) measure different things",
            span,
            severity: compilation.settings.unitMismatch
        )
    }

    private static func areCommensurable(_ left: QuantityUnit, _ right: QuantityUnit) -> Bool {
        switch (left, right) {
        case (.ucum(let first), .ucum(let second)): return first.isCommensurable(with: second)
        case (.calendar, .calendar): return true
        case (.calendar, .ucum(let unit)), (.ucum(let unit), .calendar):
            guard case .ucum(let second)? = try? QuantityUnit("s") else { return true }
            return unit.isCommensurable(with: second)
        }
    }

    private static let sameUnitOperators: Set<String> = [
        "Add", "Subtract", "Less", "LessOrEqual", "Greater", "GreaterOrEqual", "Equal",
        "NotEqual", "Equivalent", "NotEquivalent", "Modulo", "In", "Contains", "Between",
    ]

    /// Operators whose result has the unit of their (first) operand.
    private static let keepsUnit: Set<String> = [
        "Add", "Subtract", "Negate", "Abs", "Min", "Max", "Sum", "Avg", "Median", "Mode", "First",
        "Last", "Round", "Truncate", "Start", "End", "PointFrom", "SingletonFrom", "Width",
        "Successor", "Predecessor",
    ]

    static func unit(of name: String, _ arguments: [Typed]) -> QuantityUnit? {
        keepsUnit.contains(name) ? arguments.first?.unit : nil
    }
}
