/// The state machine that reads one decimal number byte by byte.
struct DecimalReader {
    private enum Place { case start, sign, whole, point, fraction, mark, exponentSign, exponent }

    private var place = Place.start
    private var negative = false
    private var digits: UInt128 = 0
    private var decimals = 0
    /// Zeros seen since the last other digit: they count only if another digit follows.
    private var pendingZeros = 0
    private var tooLong = false
    private var exponent = 0
    private var exponentNegative = false

    mutating func take(_ byte: UInt8) throws(DecimalError) {
        switch (byte, place) {
        case (UInt8(ascii: "0")...UInt8(ascii: "9"), _):
            takeDigit(byte &- UInt8(ascii: "0"))
        case (UInt8(ascii: "-"), .start):
            negative = true
            place = .sign
        case (UInt8(ascii: "."), .whole):
            place = .point
        case (UInt8(ascii: "e"), .whole), (UInt8(ascii: "E"), .whole),
            (UInt8(ascii: "e"), .fraction), (UInt8(ascii: "E"), .fraction):
            place = .mark
        case (UInt8(ascii: "-"), .mark):
            exponentNegative = true
            place = .exponentSign
        case (UInt8(ascii: "+"), .mark):
            place = .exponentSign
        default:
            throw .malformed
        }
    }

    private mutating func takeDigit(_ digit: UInt8) {
        switch place {
        case .start, .sign, .whole:
            place = .whole
            append(digit)
        case .point, .fraction:
            place = .fraction
            decimals += 1
            append(digit)
        case .mark, .exponentSign, .exponent:
            place = .exponent
            // Beyond this, only a zero can still be represented.
            if exponent < 1_000_000_000 { exponent = exponent * 10 + Int(digit) }
        }
    }

    private mutating func append(_ digit: UInt8) {
        if digit == 0 {
            pendingZeros += 1
            return
        }
        // 39 digits always exceed the coefficient; leading zeros never reach this point.
        let power = digits == 0 ? 0 : pendingZeros + 1
        pendingZeros = 0
        guard power <= 38 else {
            tooLong = true
            return
        }
        let (shifted, overflow) = digits.multipliedReportingOverflow(by: powerOfTen(power))
        let (sum, carry) = shifted.addingReportingOverflow(UInt128(digit))
        tooLong = tooLong || overflow || carry
        digits = sum
    }

    /// The number read; the trailing zeros that were written are kept where they fit.
    func finish() throws(DecimalError) -> ExactDecimal {
        switch place {
        case .whole, .fraction, .exponent: break
        default: throw .malformed
        }
        if tooLong { throw .overflow }
        // digits × 10^pendingZeros × 10^-decimals × 10^exponent
        let written = decimals - (exponentNegative ? -exponent : exponent)
        if digits == 0 {
            let scale = min(max(written, 0), ExactDecimal.maximumScale)
            return ExactDecimal(uncheckedCoefficient: 0, scale: scale)
        }
        let needed = written - pendingZeros
        guard needed <= ExactDecimal.maximumScale, needed >= -38 else { throw .overflow }
        var scale = min(max(written, 0), ExactDecimal.maximumScale)
        while scale >= max(needed, 0) {
            let power = scale - needed
            if power <= 38 {
                let (value, overflow) = digits.multipliedReportingOverflow(by: powerOfTen(power))
                if !overflow, value <= UInt128(Int128.max) {
                    return try ExactDecimal(negative: negative, magnitude: value, scale: scale)
                }
            }
            scale -= 1
        }
        throw .overflow
    }
}
