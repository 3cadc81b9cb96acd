/// One custodian's share of a data key: 67 bytes that stand on paper.
///
/// ```
/// offset  bytes  content
/// 0       1      format version, 1
/// 1       1      k, how many shares recover the key
/// 2       1      n, how many shares there are
/// 3       1      x, the number of this share, 1 to n
/// 4       8      the identifier of the set, random
/// 12      4      binding: the first bytes of SHA-256 over the fields below
/// 16      16     commitment: the first bytes of HMAC-SHA-256 under the key over the same fields
/// 32      32     the values of the polynomials at x, over GF(2⁸) with x⁸ + x⁴ + x³ + x + 1
/// 64      3      the first bytes of SHA-256 over the 64 bytes before
/// ```
///
/// The fields are, each with its length as 4 bytes, big-endian, in front: `milenari key share`, the
/// version byte, the trial, the key identifier, the two bytes k and n, the identifier of the set.
public struct KeyShare: ~Copyable, Sendable {
    static let version: UInt8 = 1
    static let size = 67
    private static let valueOffset = 32
    private static let digestOffset = 64

    let terms: KeyShareSet.Terms
    let place: UInt8
    let value: SecretBytes

    /// The number of this share.
    public var number: Int { Int(place) }

    /// How many shares recover the key.
    public var threshold: Int { Int(terms.threshold) }

    /// How many shares there are.
    public var count: Int { Int(terms.count) }

    /// The identifier of the set: 16 hexadecimal digits, public.
    public var setIdentifier: String { Hex.encode(terms.identifier) }

    init(terms: KeyShareSet.Terms, place: UInt8, value: consuming SecretBytes) {
        self.terms = terms
        self.place = place
        self.value = value
    }

    /// The 67 bytes.
    borrowing func encoded() -> SecretBytes {
        let head =
            [Self.version, terms.threshold, terms.count, place]
            + terms.identifier + terms.binding + terms.commitment
        return SecretBytes(count: Self.size) { output in
            for index in head.indices { output[index] = head[index] }
            value.withSpan { value in
                for index in value.indices { output[Self.valueOffset + index] = value[index] }
            }
            let digest = Self.digest(of: output.span)
            for index in digest.indices { output[Self.digestOffset + index] = digest[index] }
        }
    }

    /// Reads the 67 bytes.
    ///
    /// - Throws: `CryptographyError.malformed`, `.unsupportedVersion`, or `.shares(.wrongDigest)`.
    init(encoded: borrowing SecretBytes) throws(CryptographyError) {
        guard encoded.count == Self.size else { throw .malformed("key share") }
        let digest = encoded.withSpan { Self.digest(of: $0) }
        let head = encoded.withSpan { span in (0..<Self.valueOffset).map { span[$0] } }
        let isWhole = encoded.withSpan { span in
            (0..<digest.count).allSatisfy { span[Self.digestOffset + $0] == digest[$0] }
        }
        guard isWhole else { throw .shares(.wrongDigest) }
        guard head[0] == Self.version else { throw .unsupportedVersion(head[0]) }
        guard head[1] >= 2, head[2] >= head[1], (1...head[2]).contains(head[3]) else {
            throw .malformed("key share")
        }
        terms = KeyShareSet.Terms(
            threshold: head[1],
            count: head[2],
            identifier: Array(head[4..<12]),
            binding: Array(head[12..<16]),
            commitment: Array(head[16..<32])
        )
        place = head[3]
        value = encoded.withSpan { span in
            SecretBytes(copying: span.extracting(Self.valueOffset..<Self.digestOffset))
        }
    }

    private static func digest(of bytes: Span<UInt8>) -> [UInt8] {
        var context = SHA256()
        return Array(
            context.digest(of: bytes.extracting(0..<digestOffset)).bytes
                .prefix(size - digestOffset)
        )
    }
}
