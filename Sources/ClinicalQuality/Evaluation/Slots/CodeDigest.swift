/// Digests of texts and codes, which tell nearly all that differ apart at a glance.
enum CodeDigest {
    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    /// Two texts with the same bytes have the same digest (FNV-1a).
    static func of(bytesOf text: String) -> UInt64 {
        var digest = start
        for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* prime }
        return digest
    }

    /// Two codes that are equivalent have the same digest.
    ///
    /// Texts that differ in their bytes can be canonically equivalent, but never where one is
    /// ASCII; so all that are not have one digest.
    static func of(_ code: Code) -> UInt64 {
        func part(_ text: String?) -> UInt64 {
            guard let text else { return 1 }
            var digest = start
            for byte in text.utf8 {
                if byte >= 0x80 { return 2 }
                digest = (digest ^ UInt64(byte)) &* prime
            }
            return digest
        }
        return (part(code.system) &* prime) ^ part(code.code)
    }
}
