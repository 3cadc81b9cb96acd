internal import Pseudonymization

/// Makes pairs of records by the rules of a half.
struct PairMaker: Sendable {
    private let half: PairHalf
    var maker: ChildMaker

    init(half: PairHalf, seed: UInt64) {
        self.half = half
        maker = ChildMaker(
            lists: half == .development ? .development : .heldOut,
            seed: seed
        )
    }

    /// The pair with a number.
    mutating func pair(
        isSameChild: Bool,
        _ number: Int
    ) throws(PseudonymizationError) -> LabelledPair {
        if isSameChild {
            let rules = half == .development ? ErrorRule.development : ErrorRule.heldOut
            return try duplicate(rules[number % rules.count])
        }
        let rules = half == .development ? OtherChildRule.development : OtherChildRule.heldOut
        return try others(rules[number % rules.count])
    }

    private mutating func duplicate(
        _ rule: ErrorRule
    ) throws(PseudonymizationError) -> LabelledPair {
        var child = maker.child()
        while !rule.fits(child) { child = maker.child() }
        var first = RecordWriter(style: .drawn(&maker.random))
        // Who the father is has to stand in both records somewhere.
        if rule == .fatherAsFamily { first.style.fathers = max(1, first.style.fathers) }
        var second = first
        rule.restyle(&second.style, &maker.random)
        let isSameOffice = rule == .transposedNumber || rule == .sameNumber
        let office = isSameOffice ? child.office : (child.office + 1) % 4
        let number = isSameOffice ? child.number : 100_000 + maker.random.below(900_000)
        let left = first.record(child, office: child.office, number: String(child.number))
        var right = second.record(child, office: office, number: String(number))
        rule.apply(to: &right, child, second, &maker.random)
        if maker.random.chance(10) { right.isFemale = nil }
        return try LabelledPair(rule.rawValue, isSameChild: true, left, right)
    }

    private mutating func others(
        _ rule: OtherChildRule
    ) throws(PseudonymizationError) -> LabelledPair {
        var child = maker.child()
        while !rule.fits(child) { child = maker.child() }
        let other = rule.other(than: child, &maker)
        let style = RecordWriter(style: .drawn(&maker.random))
        // Often the same office, which writes both in its way; else another one.
        var second = style
        if maker.random.chance(50) { second.style = .drawn(&maker.random) }
        var left = style.record(child, office: child.office, number: String(child.number))
        var right = second.record(other, office: other.office, number: String(other.number))
        if maker.random.chance(5) { right.isFemale = nil }
        if maker.random.chance(5) { left.isFemale = nil }
        return try LabelledPair(rule.rawValue, isSameChild: false, left, right)
    }
}
