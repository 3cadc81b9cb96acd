import UnitsOfMeasure

extension Slot {
    /// A decimal whose digits fit into 64 bits; nil for one with more.
    @inline(__always)
    init?(_ number: ExactDecimal) {
        guard let digits = Int64(exactly: number.coefficient) else { return nil }
        self.init(.decimal, middle: UInt16(number.scale), UInt64(bitPattern: digits))
    }

    /// The number of a decimal or of a quantity.
    var decimal: ExactDecimal {
        @inline(__always) get {
            ExactDecimal(
                uncheckedCoefficient: Int128(Int64(bitPattern: payload)),
                scale: Int(middle)
            )
        }
    }

    /// Orders two decimals, or the numbers of two quantities with one unit.
    @inline(__always)
    static func order(_ left: Slot, _ right: Slot) -> Ordering {
        // With as many decimals the digits are compared as they are.
        left.middle == right.middle
            ? Ordering(Int64(bitPattern: left.payload), Int64(bitPattern: right.payload))
            : Ordering(left.decimal, right.decimal)
    }
}
