/// Padding that keeps the length of a sealed value from telling what it is.
///
/// The plaintext is followed by one byte 0x80 and then by zeros, up to 256 bytes, or above that up
/// to the next length of the PADMÉ series (Nikitin et al., PETS 2019), which costs at most 12 %.
/// All short values, an arm or a name, therefore have the same length.
enum Padding: Sendable {
    static let smallestSize = 256
    private static let marker: UInt8 = 0x80

    /// The length after padding.
    static func paddedSize(for count: Int) -> Int {
        let length = max(count + 1, smallestSize)
        let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount
        let mantissaBits = Int.bitWidth - exponent.leadingZeroBitCount
        let mask = 1 << max(exponent - mantissaBits, 0) - 1
        return (length + mask) & ~mask
    }

    /// What follows a plaintext of so many bytes.
    static func trailer(for count: Int) -> [UInt8] {
        var trailer = [UInt8](repeating: 0, count: paddedSize(for: count) - count)
        trailer[0] = marker
        return trailer
    }

    /// The length of the plaintext under the padding, or nil when there is no padding.
    static func unpaddedSize(of padded: Span<UInt8>) -> Int? {
        var count = padded.count
        while count > 0 {
            count -= 1
            if padded[count] != 0 {
                return padded[count] == marker ? count : nil
            }
        }
        return nil
    }
}
