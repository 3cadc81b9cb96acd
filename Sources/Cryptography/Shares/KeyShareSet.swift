/// A data key divided among custodians: any so many of them recover it, and fewer learn nothing.
///
/// Shamir's scheme over GF(2⁸), byte by byte: a polynomial of degree k − 1 whose value at zero is the
/// key; the share with number x holds the value at x. The set is bound to the trial and to the name
/// of the key, and carries a commitment by which a recovered key is checked.
public struct KeyShareSet: ~Copyable, Sendable {
    /// The most shares that a set may have: as many as there are places other than zero.
    public static let mostShares = 255

    static let identifierSize = 8
    static let bindingSize = 4
    static let commitmentSize = 16

    /// What is the same for all shares of the set.
    struct Terms: Hashable {
        let threshold: UInt8
        let count: UInt8
        let identifier: [UInt8]
        let binding: [UInt8]
        let commitment: [UInt8]

        /// What commitment and binding are made of: each field with its length as 4 bytes in front.
        static func fields(
            trial: String,
            key: KeyIdentifier,
            threshold: UInt8,
            count: UInt8,
            identifier: [UInt8]
        ) -> [UInt8] {
            var writer = ByteWriter()
            writer.append(field: "milenari key share")
            writer.append(field: [KeyShare.version])
            writer.append(field: trial)
            writer.append(field: key.text)
            writer.append(field: [threshold, count])
            writer.append(field: identifier)
            return writer.bytes
        }

        static func binding(_ fields: [UInt8]) -> [UInt8] {
            Array(SHA256.digest(of: fields).bytes.prefix(bindingSize))
        }

        static func commitment(_ fields: [UInt8], key: borrowing SecretBytes) -> [UInt8] {
            Array(
                HMACSHA256.authenticationCode(for: fields, key: key).bytes.prefix(commitmentSize)
            )
        }
    }

    private let terms: Terms
    /// The coefficients of all 32 polynomials, the constant ones (the key) first.
    private let coefficients: SecretBytes

    /// How many shares recover the key.
    public var threshold: Int { Int(terms.threshold) }

    /// How many shares there are.
    public var count: Int { Int(terms.count) }

    /// Divides a key.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - trial: The identifier of the trial.
    ///   - threshold: How many shares recover the key, at least 2.
    ///   - count: How many shares there are, at most 255.
    ///   - random: Gives as many random bytes as it is asked for: 8 that name the set, then 32 for
    ///     each share of the threshold but one.
    /// - Throws: `CryptographyError.shares(.invalidThreshold)`, `.invalidLength` when `random` gives
    ///   another number of bytes, or what `random` throws.
    public init(
        dividing key: borrowing DataKey,
        trial: String,
        threshold: Int,
        count: Int,
        random: (Int) throws(CryptographyError) -> SecretBytes
    ) throws(CryptographyError) {
        guard threshold >= 2, count >= threshold, count <= Self.mostShares else {
            throw .shares(.invalidThreshold)
        }
        let drawn = try Self.draw(Self.identifierSize, random)
        let identifier = drawn.withSpan { span in span.indices.map { span[$0] } }
        let further = try Self.draw(DataKey.byteCount * (threshold - 1), random)
        let fields = Terms.fields(
            trial: trial,
            key: key.identifier,
            threshold: UInt8(threshold),
            count: UInt8(count),
            identifier: identifier
        )
        terms = Terms(
            threshold: UInt8(threshold),
            count: UInt8(count),
            identifier: identifier,
            binding: Terms.binding(fields),
            commitment: key.withSecret { secret in Terms.commitment(fields, key: secret) }
        )
        coefficients = key.withSecret { secret in
            SecretBytes(count: DataKey.byteCount * threshold) { output in
                secret.withSpan { secret in
                    for index in secret.indices { output[index] = secret[index] }
                }
                further.withSpan { further in
                    for index in further.indices {
                        output[DataKey.byteCount + index] = further[index]
                    }
                }
            }
        }
    }

    private static func draw(
        _ count: Int,
        _ random: (Int) throws(CryptographyError) -> SecretBytes
    ) throws(CryptographyError) -> SecretBytes {
        let drawn = try random(count)
        let actual = drawn.count
        guard actual == count else {
            throw .invalidLength("random value", expected: count, actual: actual)
        }
        return drawn
    }

    /// One share, the same whenever it is asked for.
    ///
    /// - Parameter number: From 1 to `count`.
    /// - Returns: The share.
    /// - Throws: `CryptographyError.shares(.noSuchShare)`.
    public borrowing func share(_ number: Int) throws(CryptographyError) -> KeyShare {
        guard (1...count).contains(number) else { throw .shares(.noSuchShare) }
        let place = UInt8(number)
        let size = DataKey.byteCount
        let value = coefficients.withSpan { coefficients in
            SecretBytes(count: size) { output in
                for index in 0..<size {
                    var sum: UInt8 = 0
                    for degree in stride(from: coefficients.count / size - 1, through: 0, by: -1) {
                        sum = Field256.product(sum, place) ^ coefficients[degree * size + index]
                    }
                    output[index] = sum
                }
            }
        }
        return KeyShare(terms: terms, place: place, value: value)
    }
}
