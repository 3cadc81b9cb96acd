/// An exact decimal number: `coefficient` × 10^-`scale`.
///
/// It keeps the scale that it was written with (`1.50` prints `1.50`), while equality, order and
/// hash look at the number alone (`1.50 == 1.5`). The scale is 0...28 decimals; the coefficient
/// lies within ±(2^127 - 1), about 38 digits. No operation rounds unless it is asked to, and
/// none traps: what does not fit is `DecimalError.overflow`.
public struct ExactDecimal: Sendable {
    /// The digits as a whole number, with the sign; never `Int128.min`.
    public let coefficient: Int128

    @usableFromInline let storedScale: UInt8

    /// The greatest number of decimals that is kept.
    public static let maximumScale = 28

    /// The number 0, without decimals.
    @inlinable public static var zero: ExactDecimal {
        ExactDecimal(uncheckedCoefficient: 0, scale: 0)
    }

    /// The number 1, without decimals.
    @inlinable public static var one: ExactDecimal {
        ExactDecimal(uncheckedCoefficient: 1, scale: 0)
    }

    /// Makes `coefficient` × 10^-`scale`.
    ///
    /// Throws `DecimalError.overflow` when `scale` is not in 0...28 or the coefficient is
    /// `Int128.min`.
    public init(coefficient: Int128, scale: Int) throws(DecimalError) {
        guard 0...Self.maximumScale ~= scale, coefficient != .min else {
            throw .overflow
        }
        self.init(uncheckedCoefficient: coefficient, scale: scale)
    }

    /// Makes `coefficient` × 10^-`scale` without checking.
    ///
    /// For hot paths and constants only. The caller guarantees a scale in 0...28 and a
    /// coefficient other than `Int128.min`; otherwise later results are wrong.
    @inlinable
    public init(uncheckedCoefficient coefficient: Int128, scale: Int) {
        self.coefficient = coefficient
        storedScale = UInt8(truncatingIfNeeded: scale)
    }

    /// Makes a whole number.
    @inlinable
    public init(_ value: Int) {
        self.init(uncheckedCoefficient: Int128(value), scale: 0)
    }

    /// Makes a whole number.
    @inlinable
    public init(_ value: Int64) {
        self.init(uncheckedCoefficient: Int128(value), scale: 0)
    }

    /// Makes a whole number.
    @inlinable
    public init(_ value: Int32) {
        self.init(uncheckedCoefficient: Int128(value), scale: 0)
    }

    /// Makes a whole number of any integer type; nil when it lies outside ±(2^127 - 1).
    public init?(exactly value: some BinaryInteger) {
        guard let coefficient = Int128(exactly: value), coefficient != .min else { return nil }
        self.init(uncheckedCoefficient: coefficient, scale: 0)
    }

    /// Makes ±`magnitude` × 10^-`scale`; `scale` is in range.
    init(negative: Bool, magnitude: UInt128, scale: Int) throws(DecimalError) {
        guard let positive = Int128(exactly: magnitude) else { throw .overflow }
        self.init(uncheckedCoefficient: negative ? -positive : positive, scale: scale)
    }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
    /// Makes a whole number from a literal.
    @inlinable
    public init(integerLiteral value: Int64) {
        self.init(value)
    }
}

extension ExactDecimal {
    /// The number of decimals, 0...28, trailing zeros included.
    @inlinable public var scale: Int { Int(storedScale) }

    /// Whether the number is zero, at any scale.
    @inlinable public var isZero: Bool { coefficient == 0 }

    /// Whether the number is below zero.
    @inlinable public var isNegative: Bool { coefficient < 0 }

    /// The number with the opposite sign, at the same scale.
    @inlinable public var negated: ExactDecimal {
        ExactDecimal(uncheckedCoefficient: 0 &- coefficient, scale: scale)
    }

    /// The number without its sign, at the same scale.
    @inlinable public var magnitude: ExactDecimal { coefficient < 0 ? negated : self }
}
