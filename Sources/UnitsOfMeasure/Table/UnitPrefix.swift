/// A prefix such as `m` for milli: a power of 2 and 5.
struct UnitPrefix: Hashable, Sendable {
    let code: String
    let name: String
    let factor: ExactRatio

    /// Reads a row of the prefix table; nil when it is damaged.
    init?(row: Substring) {
        let fields = row.fields(separator: UInt8(ascii: "|"))
        guard fields.count == 4, let twos = Int(fields[1]), let fives = Int(fields[2]) else {
            return nil
        }
        code = String(fields[0])
        name = String(fields[3])
        factor = ExactRatio(twos: twos, fives: fives, numerator: .one, denominator: .one)
    }
}
