/// A probability or another quotient of whole numbers, kept exactly and reduced.
public struct Fraction: Hashable, Sendable {
    /// The largest denominator.
    public static let maximumDenominator = 10_000

    /// The numerator, not negative.
    public let numerator: Int
    /// The denominator, from 1 to 10,000.
    public let denominator: Int

    /// Takes and reduces a fraction.
    ///
    /// - Parameters:
    ///   - numerator: From 0 to 10,000,000.
    ///   - denominator: From 1 to 10,000, after reducing.
    /// - Throws: `RandomizationError.invalidFraction`.
    public init(_ numerator: Int, _ denominator: Int) throws(RandomizationError) {
        guard (0...10_000_000).contains(numerator), (1...10_000_000).contains(denominator) else {
            throw .invalidFraction
        }
        let divisor = Whole.greatestCommonDivisor(numerator, denominator)
        guard denominator / divisor <= Self.maximumDenominator else { throw .invalidFraction }
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// Reads `2/3`, `0.85` or `3`.
    ///
    /// - Parameter text: Decimal digits.
    /// - Throws: `RandomizationError.invalidFraction`.
    public init(text: String) throws(RandomizationError) {
        let isPlain = text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2F
        }
        let sides = text.split(separator: "/", omittingEmptySubsequences: false)
        let digits = text.split(separator: ".", omittingEmptySubsequences: false)
        if isPlain, sides.count == 2, let above = Int(sides[0]), let below = Int(sides[1]) {
            try self.init(above, below)
        } else if isPlain, digits.count == 2, digits[1].count <= 6, let value = Int(digits[0]),
            let part = Int(digits[1]), value <= 1_000
        {
            let scale = (0..<digits[1].count).reduce(1) { scale, _ in scale * 10 }
            try self.init(value * scale + part, scale)
        } else if isPlain, let value = Int(text) {
            try self.init(value, 1)
        } else {
            throw .invalidFraction
        }
    }

    /// Whether it is at least `numerator / denominator`.
    func isAtLeast(_ numerator: Int, _ denominator: Int) -> Bool {
        self.numerator * denominator >= numerator * self.denominator
    }

    /// Whether it is more than `numerator / denominator`.
    func isMoreThan(_ numerator: Int, _ denominator: Int) -> Bool {
        self.numerator * denominator > numerator * self.denominator
    }
}

extension Fraction: CustomStringConvertible {
    /// `2/3`, or `3` for a whole number.
    public var description: String {
        denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    }
}

/// Arithmetic of whole numbers.
enum Whole {
    static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
        var (one, other) = (first, second)
        while other != 0 { (one, other) = (other, one % other) }
        return max(one, 1)
    }

    static func leastCommonMultiple(_ values: [Int]) -> Int {
        values.reduce(1) { $0 / greatestCommonDivisor($0, $1) * $1 }
    }
}
