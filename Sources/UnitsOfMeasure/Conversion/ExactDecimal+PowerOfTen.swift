extension ExactDecimal {
    /// × coefficient × 10^exponent, exactly; nil when it does not fit.
    func multiplied(by factor: Int128, timesTenTo exponent: Int) -> ExactDecimal? {
        var (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        var scale = scale - exponent
        if scale < 0 {
            guard scale >= -38 else { return nil }
            let power = Int128(powerOfTen(-scale))
            (product, overflow) = product.multipliedReportingOverflow(by: power)
            if overflow { return nil }
            scale = 0
        }
        while scale > Self.maximumScale && product % 10 == 0 {
            if product == 0 { return .zero }
            product /= 10
            scale -= 1
        }
        if scale > Self.maximumScale || product == .min { return nil }
        return ExactDecimal(uncheckedCoefficient: product, scale: scale)
    }
}
