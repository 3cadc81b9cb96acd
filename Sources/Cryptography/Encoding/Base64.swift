/// Base64 text (RFC 4648 section 4), with padding and in its canonical form only.
///
/// One byte sequence has one text: white space, missing padding and non-zero trailing bits are
/// refused, so that a signature or a proof cannot be written in two ways.
public enum Base64: Sendable {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )
    private static let pad = UInt8(ascii: "=")

    /// Writes the padded text.
    ///
    /// - Parameter bytes: The bytes.
    /// - Returns: The text.
    public static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group: UInt32 = 0
            for offset in 0..<3 {
                group = group << 8 | (offset < count ? UInt32(bytes[start + offset]) : 0)
            }
            for position in 0..<4 {
                let index = Int(group >> UInt32(18 - 6 * position) & 63)
                text.append(position <= count ? alphabet[index] : pad)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads what `encode` writes, and nothing else.
    ///
    /// - Parameter text: Padded base64 without white space.
    /// - Returns: The bytes, or nil for any other text.
    public static func decode(_ text: String) -> [UInt8]? {
        let characters = Array(text.utf8)
        guard characters.count.isMultiple(of: 4) else { return nil }
        guard !characters.isEmpty else { return [] }
        let padding = characters.suffix(2).reversed().prefix { $0 == pad }.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count / 4 * 3)
        for start in stride(from: 0, to: characters.count, by: 4) {
            let missing = start + 4 == characters.count ? padding : 0
            var group: UInt32 = 0
            for offset in 0..<4 {
                let character = characters[start + offset]
                if offset >= 4 - missing {
                    group <<= 6
                } else if let value = value(of: character) {
                    group = group << 6 | value
                } else {
                    return nil
                }
            }
            // The bits under the padding are zero in the canonical form.
            guard group & (1 << UInt32(8 * missing) - 1) == 0 else { return nil }
            for offset in 0..<3 - missing {
                bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * offset)))
            }
        }
        return bytes
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
