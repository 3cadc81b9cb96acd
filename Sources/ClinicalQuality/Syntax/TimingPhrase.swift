/// A timing phrase between two dates, times or intervals, as `starts 3 days or less before end`.
struct TimingPhrase: Sendable {
    enum Boundary: Sendable {
        case start
        case end
    }

    enum Relation: Sendable {
        /// `same … as`, `same … or before`, `same … or after`.
        case same(Direction?)
        case includes
        case includedIn
        /// `before` or `after`, with `or on` when inclusive.
        case relative(Direction, inclusive: Bool)
        case within(QuantitySyntax)
        case meets(Direction?)
        case overlaps(Direction?)
        case starts
        case ends
    }

    enum Direction: Sendable {
        case before
        case after
    }

    enum Offset: Sendable {
        case exactly
        case orMore
        case orLess
        case lessThan
        case moreThan
    }

    var relation: Relation
    /// `starts …` or `ends …`: which end of the left operand is meant.
    var leftBoundary: Boundary?
    /// `… start` or `… end`: which end of the right operand is meant.
    var rightBoundary: Boundary?
    var properly = false
    var precision: CalendarUnit?
    var offset: (quantity: QuantitySyntax, kind: Offset)?
    var span: Span
}
