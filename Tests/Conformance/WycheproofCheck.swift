import Cryptography

/// One vector of each algorithm against this project's own functions.
///
/// What a vector calls acceptable may be taken or refused.
enum WycheproofCheck {
    typealias Case = WycheproofSuite.Case

    /// Nonces of other sizes than 96 bits, tags of other sizes than 128 bits: refused, never hashed
    /// or cut.
    static func aesGCM(_ test: Case) throws -> Tally.Verdict {
        let nonce = try bytes(test.iv)
        let tag = try bytes(test.tag)
        let sealed = try bytes(test.ct) + tag
        let opened = try? AESGCM.open(
            sealed,
            key: try secret(test.key),
            nonce: nonce,
            associatedData: try bytes(test.aad)
        )
        guard nonce.count == AESGCM.nonceSize, tag.count == 16 else {
            return opened == nil
                ? .skipped("AES-GCM with a nonce other than 96 bits or a tag other than 128 bits")
                : .failed("a nonce or tag of another size was taken")
        }
        guard test.result == "valid" else { return refused(opened == nil, test) }
        let made = try AESGCM.seal(
            try bytes(test.msg),
            key: try secret(test.key),
            nonce: nonce,
            associatedData: try bytes(test.aad)
        )
        guard opened == (try bytes(test.msg)) else { return .failed("was not opened") }
        return made == sealed ? .passed : .failed("another ciphertext was made")
    }

    static func hkdf(_ test: Case) throws -> Tally.Verdict {
        var output: String?
        do {
            output = reveal(
                try HKDF.derive(
                    from: try secret(test.ikm),
                    salt: try bytes(test.salt),
                    info: try bytes(test.info),
                    count: test.size ?? 0
                )
            )
        } catch CryptographyError.outputTooLong {
            output = nil
        }
        guard test.result == "valid" else { return refused(output == nil, test) }
        return output == test.okm ? .passed : .failed("another key was derived")
    }

    /// Some groups cut the code to 128 bits.
    static func hmac(_ test: Case, tagSize: Int) throws -> Tally.Verdict {
        let code = HMACSHA256.authenticationCode(
            for: try bytes(test.msg),
            key: try secret(test.key)
        )
        let tag = Array(code.bytes.prefix(tagSize / 8))
        let agrees = ConstantTime.areEqual(tag, try bytes(test.tag))
        guard test.result == "valid" else { return refused(!agrees, test) }
        return agrees ? .passed : .failed("another code was made")
    }

    static func ed25519(_ test: Case, publicKey: String?) throws -> Tally.Verdict {
        let message = try bytes(test.msg)
        let signature = try bytes(test.sig)
        let isValid =
            if let key = try? Ed25519.PublicKey(bytes: try bytes(publicKey)),
                let signature = try? Ed25519.Signature(bytes: signature)
            {
                key.isValid(signature, for: message)
            } else {
                false
            }
        guard test.result == "valid" else { return refused(!isValid, test) }
        return isValid ? .passed : .failed("the signature was refused")
    }

    static func x25519(_ test: Case) throws -> Tally.Verdict {
        var shared: String?
        do {
            let key = try X25519.PrivateKey(secret: try secret(test.private))
            shared = reveal(
                try key.sharedSecret(with: X25519.PublicKey(bytes: try bytes(test.public)))
            )
        } catch is CryptographyError {
            // A key of another length, or a public key that forces the result to zero.
            shared = nil
        }
        if test.result == "acceptable", shared == nil { return .passed }
        guard test.result != "invalid" else { return refused(shared == nil, test) }
        return shared == test.shared ? .passed : .failed("another secret was agreed on")
    }

    private static func refused(_ isRefused: Bool, _ test: Case) -> Tally.Verdict {
        isRefused || test.result == "acceptable" ? .passed : .failed("was not refused")
    }

    private static func bytes(_ hex: String?) throws -> [UInt8] {
        guard let hex, let bytes = Hex.decode(hex) else {
            throw SuiteError(path: "a case", reason: "lacks a value of its algorithm")
        }
        return bytes
    }

    private static func secret(_ hex: String?) throws -> SecretBytes {
        SecretBytes(copying: try bytes(hex))
    }

    /// The content of a secret, which only a test may see.
    private static func reveal(_ secret: borrowing SecretBytes) -> String {
        secret.withSpan { span in Hex.encode(span.indices.map { span[$0] }) }
    }
}
