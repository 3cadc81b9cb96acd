extension HPKE {
    /// The keys of a context: RFC 9180 sections 4.1 (extract and expand) and 5.1 (key schedule).
    struct KeySchedule: ~Copyable, Sendable {
        private static let kemIdentifier: [UInt8] = Array("KEM".utf8) + [0x00, 0x20]

        let key: SecretBytes
        private let baseNonce: SecretBytes
        private let exporterSecret: SecretBytes
        private let suite: [UInt8]

        init(
            agreed: borrowing SecretBytes,
            encapsulatedKey: X25519.PublicKey,
            recipient: X25519.PublicKey,
            info: [UInt8],
            cipher: Cipher
        ) throws(CryptographyError) {
            let none = SecretBytes(zeroed: 0)
            let kem = Self.kemIdentifier
            let shared = try Self.expand(
                Self.extract(salt: none, suite: kem, label: "eae_prk", agreed),
                suite: kem,
                label: "shared_secret",
                info: encapsulatedKey.bytes + recipient.bytes,
                count: 32
            )

            let suite = Array("HPKE".utf8) + [0x00, 0x20, 0x00, 0x01, 0x00, UInt8(cipher.rawValue)]
            let baseMode: [UInt8] = [0x00]
            let context =
                baseMode
                + Self.hash(label: "psk_id_hash", suite: suite, [])
                + Self.hash(label: "info_hash", suite: suite, info)
            let secret = Self.extract(salt: shared, suite: suite, label: "secret", none)
            let key = try Self.expand(
                secret,
                suite: suite,
                label: "key",
                info: context,
                count: cipher.keySize
            )
            let baseNonce = try Self.expand(
                secret,
                suite: suite,
                label: "base_nonce",
                info: context,
                count: AESGCM.nonceSize
            )
            exporterSecret = try Self.expand(
                secret,
                suite: suite,
                label: "exp",
                info: context,
                count: 32
            )
            self.key = key
            self.baseNonce = baseNonce
            self.suite = suite
        }

        /// RFC 9180 section 5.2: the base nonce xored with the big-endian number of the message.
        borrowing func nonce(_ sequence: UInt64) -> [UInt8] {
            baseNonce.withSpan { base in
                var nonce: [UInt8] = []
                for index in base.indices {
                    let shift = UInt64(8 * (base.count - 1 - index))
                    nonce.append(base[index] ^ UInt8(truncatingIfNeeded: sequence >> shift))
                }
                return nonce
            }
        }

        /// RFC 9180 section 5.3.
        borrowing func export(
            context: [UInt8],
            count: Int
        ) throws(CryptographyError) -> SecretBytes {
            try Self.expand(
                exporterSecret,
                suite: suite,
                label: "sec",
                info: context,
                count: count
            )
        }

        private static func extract(
            salt: borrowing SecretBytes,
            suite: [UInt8],
            label: String,
            _ inputKey: borrowing SecretBytes
        ) -> SecretBytes {
            var context = HMACSHA256(key: salt)
            context.update(Array("HPKE-v1".utf8))
            context.update(suite)
            context.update(Array(label.utf8))
            inputKey.withSpan { inputKey in context.update(inputKey) }
            return SecretBytes(count: Digest.byteCount) { output in
                context.finalize(into: &output)
            }
        }

        private static func expand(
            _ key: borrowing SecretBytes,
            suite: [UInt8],
            label: String,
            info: [UInt8],
            count: Int
        ) throws(CryptographyError) -> SecretBytes {
            var writer = ByteWriter()
            writer.append(bigEndian: UInt16(clamping: count))
            writer.append(Array("HPKE-v1".utf8))
            writer.append(suite)
            writer.append(Array(label.utf8))
            writer.append(info)
            return try HKDF.expand(key, info: writer.bytes.span, count: count)
        }

        /// An extraction whose input is public, so that its result is public as well.
        private static func hash(label: String, suite: [UInt8], _ input: [UInt8]) -> [UInt8] {
            var context = HMACSHA256(key: SecretBytes(zeroed: 0))
            context.update(Array("HPKE-v1".utf8))
            context.update(suite)
            context.update(Array(label.utf8))
            context.update(input)
            return context.finalize().bytes
        }
    }
}
