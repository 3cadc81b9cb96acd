public import Pseudonymization

/// Two records, and whether they are of one child.
public struct LabelledPair: Sendable {
    /// By which rule the pair was made.
    public let rule: String
    /// Whether it is one child.
    public let isSameChild: Bool
    /// The record of one office.
    public let left: Identity
    /// The record of the other.
    public let right: Identity
    /// The pair in words, to be looked at; synthetic.
    public let text: String

    init(
        _ rule: String,
        isSameChild: Bool,
        _ left: WrittenRecord,
        _ right: WrittenRecord
    )
        throws(PseudonymizationError)
    {
        self.rule = rule
        self.isSameChild = isSameChild
        self.left = try left.identity()
        self.right = try right.identity()
        text = "\(Self.line(left)) | \(Self.line(right))"
    }

    private static func line(_ record: WrittenRecord) -> String {
        let name = record.text ?? (record.given.joined(separator: "+") + " / " + record.family)
        let date = [record.year, record.month ?? 0, record.day ?? 0].map(String.init)
        let sex = record.isFemale.map { $0 ? "f" : "m" } ?? "?"
        return "\(name), \(date.joined(separator: "-")), \(sex), \(record.number)@\(record.office)"
    }
}

/// A half of the labelled set.
public enum PairHalf: String, Sendable, CaseIterable {
    /// The half that rules were looked at with.
    case development
    /// The half with other names, another seed and other errors.
    case heldOut

    /// So many pairs, the rules in turn; half of them of one child.
    ///
    /// - Parameters:
    ///   - count: The number of pairs.
    ///   - seed: The seed; the same gives the same pairs.
    /// - Returns: The pairs.
    /// - Throws: `PseudonymizationError` when a rule makes an impossible date.
    public func pairs(_ count: Int, seed: UInt64) throws(PseudonymizationError) -> [LabelledPair] {
        var maker = PairMaker(half: self, seed: seed)
        var pairs: [LabelledPair] = []
        for index in 0..<count {
            pairs.append(try maker.pair(isSameChild: index.isMultiple(of: 2), index / 2))
        }
        return pairs
    }
}
