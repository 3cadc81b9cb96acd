extension Ed25519 {
    /// The public half of a signing key: 32 bytes.
    public struct PublicKey: Hashable, Sendable {
        /// The 32 bytes.
        public let bytes: [UInt8]

        /// Takes a public key from its bytes.
        ///
        /// Refused are encodings that are not canonical (two texts for one key) and the points of
        /// small order (under which one signature fits many messages); RFC 8032 lets both pass.
        ///
        /// - Parameter bytes: Exactly 32 bytes.
        /// - Throws: `CryptographyError.invalidPublicKey`.
        public init(bytes: [UInt8]) throws(CryptographyError) {
            guard bytes.count == 32, Self.isCanonical(bytes), !Self.hasSmallOrder(bytes) else {
                throw .invalidPublicKey
            }
            self.bytes = bytes
        }

        /// Whether the owner of this key signed the message.
        ///
        /// - Parameters:
        ///   - signature: The signature to check.
        ///   - message: The message.
        /// - Returns: True when the signature holds.
        public func isValid(_ signature: Signature, for message: [UInt8]) -> Bool {
            do throws(CryptographyError) {
                let key = try CurveKey(publicKey: bytes, on: .ed25519)
                return key.isValid(signature.bytes, for: message.span)
            } catch {
                return false
            }
        }

        /// Whether the encoded coordinate is below the field prime 2²⁵⁵ − 19.
        private static func isCanonical(_ bytes: [UInt8]) -> Bool {
            guard bytes[31] & 0x7f == 0x7f, bytes[1..<31].allSatisfy({ $0 == 0xff }) else {
                return true
            }
            return bytes[0] < 0xed
        }

        private static func hasSmallOrder(_ bytes: [UInt8]) -> Bool {
            // The sign bit does not matter: the negative of such a point is one as well.
            var coordinate = bytes
            coordinate[31] &= 0x7f
            return smallOrderCoordinates.contains(coordinate)
        }

        /// The coordinates y of the eight points whose order divides the cofactor.
        private static let smallOrderCoordinates: [[UInt8]] = {
            let one: [UInt8] = [1] + [UInt8](repeating: 0, count: 31)
            let zero = [UInt8](repeating: 0, count: 32)
            let minusOne: [UInt8] = [0xec] + [UInt8](repeating: 0xff, count: 30) + [0x7f]
            let ofOrderEight = [
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            ]
            return [zero, one, minusOne] + ofOrderEight.compactMap(Hex.decode)
        }()
    }
}

extension Ed25519.PublicKey: Codable {
    /// Reads the hexadecimal text.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        try self.init(bytes: Hex.decode(text) ?? [])
    }

    /// Writes the hexadecimal text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Hex.encode(bytes))
    }
}
