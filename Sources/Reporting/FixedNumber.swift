/// Numbers with a fixed count of decimals, the same on every machine.
enum FixedNumber {
    /// The number rounded, half away from zero; `-` for what is no number.
    static func text(_ value: Double, decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        guard value.isFinite, value.magnitude * scale < 9e18 else { return "-" }
        let whole = Int((value.magnitude * scale).rounded(.toNearestOrAwayFromZero))
        let sign = value < 0 && whole > 0 ? "-" : ""
        guard decimals > 0 else { return sign + String(whole) }
        let part = String(whole % Int(scale))
        return sign + String(whole / Int(scale)) + "."
            + String(repeating: "0", count: decimals - part.count) + part
    }
}
