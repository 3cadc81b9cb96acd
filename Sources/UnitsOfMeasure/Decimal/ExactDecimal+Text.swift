extension ExactDecimal: LosslessStringConvertible {
    /// Reads `-12.50` or `1.25e-3`; nil for anything else and for what cannot be kept exactly.
    public init?(_ text: String) {
        do {
            try self.init(parsing: text.utf8)
        } catch {
            return nil
        }
    }

    /// Reads `-12.50` or `1.25e-3`; nil for anything else and for what cannot be kept exactly.
    public init?(_ text: Substring) {
        do {
            try self.init(parsing: text.utf8)
        } catch {
            return nil
        }
    }

    /// Reads a number from UTF-8 bytes, exactly.
    ///
    /// The form is `-`? digits (`.` digits)? (`e` or `E`, `+` or `-` or nothing, digits)?. There
    /// is no leading `+`, no space, no digit grouping, no digit outside ASCII. Throws
    /// `DecimalError.malformed` for another form, `.overflow` for more digits than are kept.
    public init(parsing bytes: some Sequence<UInt8>) throws(DecimalError) {
        var reader = DecimalReader()
        for byte in bytes { try reader.take(byte) }
        self = try reader.finish()
    }

    /// The number in plain notation with all decimals of its scale, such as `-0.50`.
    public var description: String {
        var digits = String(coefficient.magnitude)
        if storedScale > 0 {
            if digits.utf8.count <= scale {
                digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits
            }
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
        }
        return coefficient < 0 ? "-" + digits : digits
    }
}
