import ClinicalQuality
import UnitsOfMeasure

/// A number in an expression.
struct Literal {
    let value: ExactDecimal
    let unit: QuantityUnit?
    /// The whole number that says the same with `<=` or `>=`: 5 for `< 6`; nil when there is none.
    let inclusive: ExactDecimal?
    /// Whether the answer turns on it: it is compared, or it has a unit.
    let isThreshold: Bool
    /// As CQL writes it.
    let text: String
    let location: SourceLocation
}

/// Collects the numbers that an expression reaches.
struct Literals {
    private let definition: CheckedDefinition
    private let criteria: Set<Int>

    private static let comparisons: Set<String> = [
        "Less", "LessOrEqual", "Greater", "GreaterOrEqual",
    ]

    init(_ definition: CheckedDefinition) {
        self.definition = definition
        criteria = Set(definition.rows.map(\.index))
    }

    /// The numbers of a definition and what it uses; another criterion's numbers are its own.
    func all(of index: Int) -> [Literal] {
        guard let placed = definition.placed(index) else { return [] }
        var found: [Literal] = []
        // What is compared, with what to add for the same limit with `<=` or `>=`.
        var compared: [ObjectIdentifier: Int] = [:]
        let walk = Walk(definition.meaning, follows: true, stops: criteria)
        walk.visit(placed) { part in
            guard part.expression.location.path != DefinitionFiles.boundsFile else { return }
            switch part.expression.form {
            case .operation(let name, let operands) where Self.comparisons.contains(name):
                let step = name == "Less" ? -1 : (name == "Greater" ? 1 : 0)
                for (operand, sign) in zip(operands, [-1, 1]) {
                    compared[ObjectIdentifier(operand)] = step * sign
                }
            case .interval(let low, let high, let lowClosed, let highClosed):
                compared[ObjectIdentifier(low)] = lowClosed ? 0 : 1
                compared[ObjectIdentifier(high)] = highClosed ? 0 : -1
            case .constant(let value):
                let step = compared[ObjectIdentifier(part.expression)]
                found += literal(value, step, part.expression.location)
            case .timing(let distance?, _, _):
                found += literal(.quantity(distance), nil, part.expression.location)
            default: break
            }
        }
        return found
    }

    private func literal(
        _ value: Value,
        _ step: Int?,
        _ location: SourceLocation
    ) -> [Literal] {
        func make(_ number: ExactDecimal, _ unit: QuantityUnit? = nil, _ step: Int = 0) -> Literal {
            Literal(
                value: number,
                unit: unit,
                inclusive: step == 0 ? nil : try? number.adding(ExactDecimal(step)),
                isThreshold: unit != nil || isCompared,
                text: value.description,
                location: location
            )
        }
        let isCompared = step != nil
        switch value {
        case .integer(let number): return [make(ExactDecimal(number), nil, step ?? 0)]
        case .long(let number): return [make(ExactDecimal(number), nil, step ?? 0)]
        case .decimal(let number): return [make(number)]
        case .quantity(let quantity): return [make(quantity.value, quantity.unit)]
        case .interval(let interval):
            let (low, high) = (interval.lowClosed ? 0 : 1, interval.highClosed ? 0 : -1)
            return literal(interval.low, low, location) + literal(interval.high, high, location)
        default: return []
        }
    }
}
