/// How a decimal that lies between two representable neighbors is rounded.
public enum RoundingRule: Hashable, Sendable, CaseIterable {
    /// To the nearest; a tie goes away from zero (1.5 → 2, -1.5 → -2).
    case halfAwayFromZero

    /// To the nearest; a tie goes to the even neighbor (1.5 → 2, 2.5 → 2).
    case halfToEven

    /// To the nearest; a tie goes toward positive infinity (1.5 → 2, -1.5 → -1).
    case halfUp

    /// Toward zero (1.9 → 1, -1.9 → -1).
    case towardZero

    /// Away from zero (1.1 → 2, -1.1 → -2).
    case awayFromZero

    /// Toward negative infinity (1.9 → 1, -1.1 → -2).
    case down

    /// Toward positive infinity (1.1 → 2, -1.9 → -1).
    case up
}

/// What a division left over, compared with half of the divisor.
enum RemainderSize {
    case none, belowHalf, half, aboveHalf
}

extension RoundingRule {
    /// Whether the magnitude of a truncated quotient has to grow by one.
    func increments(negative: Bool, odd: Bool, remainder: RemainderSize) -> Bool {
        if remainder == .none { return false }
        switch self {
        case .halfAwayFromZero: return remainder != .belowHalf
        case .halfToEven: return remainder == .aboveHalf || (remainder == .half && odd)
        case .halfUp: return remainder == .aboveHalf || (remainder == .half && !negative)
        case .towardZero: return false
        case .awayFromZero: return true
        case .down: return negative
        case .up: return !negative
        }
    }
}
