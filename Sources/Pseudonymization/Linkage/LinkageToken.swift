internal import Cryptography

/// A keyed code of one property of an identity: 16 bytes of HMAC-SHA-256.
public struct LinkageToken: Hashable, Sendable {
    /// The number of bytes of `encoded`.
    public static let encodedCount = 17

    /// What the token stands for.
    public let kind: LinkageKind
    /// What identities have in common.
    public let value: Value

    /// The code of the kind, then the 16 bytes of the value.
    public var encoded: [UInt8] {
        [kind.rawValue] + value.bytes
    }

    init(kind: LinkageKind, value: Value) {
        self.kind = kind
        self.value = value
    }

    /// Reads what `encoded` gives.
    ///
    /// - Parameter encoded: 17 bytes.
    /// - Throws: `PseudonymizationError.malformedLinkageToken`.
    public init(encoded: [UInt8]) throws(PseudonymizationError) {
        guard encoded.count == Self.encodedCount else { throw .malformedLinkageToken }
        let kind = LinkageKind(rawValue: encoded[0])
        guard kind.isKnown else { throw .malformedLinkageToken }
        self.init(kind: kind, value: Value(bytes: encoded.dropFirst()))
    }
}

extension LinkageToken {
    /// The 16 bytes of a token, without its kind.
    public struct Value: Hashable, Sendable {
        private let high: UInt64
        private let low: UInt64

        /// Takes the first 16 bytes.
        init(bytes: ArraySlice<UInt8>) {
            var words: (high: UInt64, low: UInt64) = (0, 0)
            for byte in bytes.prefix(8) {
                words.high = words.high << 8 | UInt64(byte)
            }
            for byte in bytes.dropFirst(8).prefix(8) {
                words.low = words.low << 8 | UInt64(byte)
            }
            (high, low) = words
        }

        /// Takes the first 16 bytes of a code.
        init(_ digest: Digest) {
            (high, low) = digest.firstWords
        }

        /// The 16 bytes.
        public var bytes: [UInt8] {
            [high, low].flatMap { word in
                stride(from: 56, through: 0, by: -8)
                    .map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
            }
        }

        /// Hashes half of the bytes, which are uniformly distributed as they are.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(low)
        }

        static func < (left: Value, right: Value) -> Bool {
            (left.high, left.low) < (right.high, right.low)
        }
    }
}

extension LinkageToken: Comparable {
    /// Orders tokens by kind, then by value.
    public static func < (left: LinkageToken, right: LinkageToken) -> Bool {
        left.kind == right.kind
            ? left.value < right.value : left.kind.rawValue < right.kind.rawValue
    }
}
