import Cryptography

/// How the log holds an arm without telling it: SHA-256 of `milenari allocation v1`, a zero byte,
/// the nonce (32 bytes), the origin, the allocation number, the subject and the arm, each text
/// with its length (8 bytes, big-endian) before it.
enum ArmCommitment {
    static func digest(
        nonce: [UInt8],
        origin: String,
        number: String,
        subject: String,
        arm: String
    ) -> Digest {
        var bytes = Array("milenari allocation v1".utf8) + [0] + nonce
        for text in [origin, number, subject, arm] {
            let length = UInt64(text.utf8.count)
            bytes += (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) }
            bytes += Array(text.utf8)
        }
        return SHA256.digest(of: bytes)
    }
}
