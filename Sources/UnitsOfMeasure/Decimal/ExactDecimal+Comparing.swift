extension ExactDecimal: Comparable {
    /// Whether both are the same number, whatever their scales.
    @inlinable
    public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.storedScale == right.storedScale { return left.coefficient == right.coefficient }
        return left.order(against: right) == 0
    }

    /// Whether the first number is the smaller one.
    @inlinable
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.storedScale == right.storedScale { return left.coefficient < right.coefficient }
        return left.order(against: right) < 0
    }

    /// Compares: -1, 0 or 1 when `self` is smaller than, equal to or greater than `other`.
    @inlinable
    public func compared(to other: ExactDecimal) -> Int {
        if storedScale == other.storedScale {
            return coefficient == other.coefficient ? 0 : (coefficient < other.coefficient ? -1 : 1)
        }
        return order(against: other)
    }

    /// Compares numbers of different scales without ever overflowing.
    @usableFromInline
    func order(against other: ExactDecimal) -> Int {
        let signs = (coefficient.signum(), other.coefficient.signum())
        if signs.0 != signs.1 { return signs.0 < signs.1 ? -1 : 1 }
        if signs.0 == 0 { return 0 }
        let difference = scale - other.scale
        let left = coefficient.magnitude
        let right = other.coefficient.magnitude
        let order =
            difference < 0
            ? Self.order(of: left, timesTenTo: -difference, against: right)
            : -Self.order(of: right, timesTenTo: difference, against: left)
        return signs.0 < 0 ? -order : order
    }

    private static func order(
        of value: UInt128,
        timesTenTo power: Int,
        against other: UInt128
    ) -> Int {
        let product = WideProduct(value, times: powerOfTen(power))
        if product.high != 0 { return 1 }
        return product.low == other ? 0 : (product.low < other ? -1 : 1)
    }
}

extension ExactDecimal: Hashable {
    /// Feeds the number, not its scale, so that equal numbers have one hash.
    public func hash(into hasher: inout Hasher) {
        let plain = normalized
        hasher.combine(plain.coefficient)
        hasher.combine(plain.storedScale)
    }
}
