/// The one type that several expressions share, as in the branches of a conditional.
enum CommonType {
    /// The first of `types` to which all others convert by themselves; a choice when there is none.
    static func of(_ types: [DataType]) -> DataType {
        var distinct: [DataType] = []
        for type in types where type != .any && !distinct.contains(type) { distinct.append(type) }
        guard distinct.count > 1 else { return distinct.first ?? .any }
        var best: (type: DataType, cost: Int)?
        for candidate in distinct {
            var cost = 0
            for type in distinct {
                guard let step = conversion(from: type, to: candidate) else {
                    cost = Int.max
                    break
                }
                cost += step
            }
            if cost < Int.max, cost < best?.cost ?? Int.max { best = (candidate, cost) }
        }
        return best?.type ?? .choice(of: distinct)
    }

    /// Whether values of the two types can be equal: one converts to the other, or one is a choice.
    static func areRelated(_ left: DataType, _ right: DataType) -> Bool {
        guard case .choice = of([left, right]) else { return true }
        return left.alternatives.count > 1 || right.alternatives.count > 1
    }

    /// Conversions between branches are those that lose nothing; a choice is not narrowed.
    private static func conversion(from source: DataType, to target: DataType) -> Int? {
        if case .choice = source, !source.isSubtype(of: target) { return nil }
        return Conversion.find(from: source, to: target)?.cost
    }
}
