import UnitsOfMeasure

/// Units: reading, naming, multiplying and converting end in a value or an error, and what was
/// converted comes back.
struct UnitTarget: Target {
    private static let seeds = [
        "mg/dL", "10*9/L", "umol/L", "[iU]/mL", "kg.m/s2", "Cel", "[degF]", "mmol/mol{Hb}", "%",
        "mL/min/(173.10*-2.m2)", "[pH]", "B[SPL]", "10*-3.(m/s)2", "ug/kg/h", "[ft_i]", "dB", "/mL",
    ]
    private static let words = [
        "m", "k", "10*", "10^", "(", ")", "/", ".", "{", "}", "[", "]", "9999", "-", "+2", "Cel",
        "[pi]", "u", "mol", "%", "0", "1", "18446744073709551615",
    ]

    func input(_ dice: inout Dice) -> String {
        let first = Mutation.apply(dice.one(of: Self.seeds), words: Self.words, &dice)
        let second =
            dice.below(2) == 0
            ? dice.one(of: Self.seeds)
            : Mutation.apply(dice.one(of: Self.seeds), words: Self.words, &dice)
        let number = dice.one(of: ["1", "0", "-1", "6.3", "1e-27", "9999999999999999999", "0.1"])
        return [number, first, second].joined(separator: "\n")
    }

    func run(_ input: String) -> String? {
        let lines = input.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3, let number = ExactDecimal(String(lines[0])) else { return nil }
        guard case .success(let source) = UnitOfMeasure.parse(String(lines[1])) else { return nil }
        _ = source.displayName
        guard (try? UnitOfMeasure(source.code)) == source else { return "the code is another unit" }
        guard case .success(let target) = UnitOfMeasure.parse(String(lines[2])) else { return nil }
        for unit in [try? source.multiplied(by: target), try? source.divided(by: target)] {
            if let unit, (try? UnitOfMeasure(unit.code)) == nil { return "a product is no unit" }
        }
        for power in [-3, 2, 9999] { _ = try? source.raised(to: power) }
        guard let there = try? UnitOfMeasure.convert(number, from: source, to: target) else {
            return nil
        }
        guard source.isCommensurable(with: target) else { return "converted the incommensurable" }
        guard !source.isSpecial, !target.isSpecial, number != 0,
            let back = try? UnitOfMeasure.convert(there, from: target, to: source),
            let ratio = try? back.divided(by: number, scale: 12)
        else { return nil }
        let isNear = ratio > 0 && (ratio.doubleValue - 1).magnitude < 1e-6
        // Digits beyond those that a decimal holds are lost on the way.
        let isTiny = there.doubleValue.magnitude < 1e-20 || back.doubleValue.magnitude < 1e-20
        return isNear || isTiny ? nil : "there and back is something else"
    }
}
