/// The operators of CQL, as of one evaluation.
///
/// All operators are methods of this small value, because some results depend on the evaluation:
/// `Now()`, `Today()`, and every comparison of a DateTime that has a time-zone offset with one that
/// has none (such a value stands in the offset of the evaluation). Everything else is pure; two
/// `Operators` with the same time give the same results.
///
/// Shapes: a truth value is `Bool?` and an ordering `Ordering`, with nil or `.unknown` for CQL's
/// `null`; operators on any type take and return `Value`.
/// Source: CQL 1.5, appendix B ("CQL Reference").
public struct Operators: Sendable {
    /// The time of the evaluation, known to the millisecond, with an offset.
    public let now: DateTime
    /// The offset of the evaluation in minutes east of UTC.
    public let offsetMinutes: Int

    /// Creates the operators of an evaluation at `now`; without an offset, `now` is UTC.
    public init(at now: DateTime) {
        offsetMinutes = now.offsetMinutes ?? 0
        self.now = now.offsetMinutes == nil ? now.settingOffset(minutes: 0) : now
    }
}
