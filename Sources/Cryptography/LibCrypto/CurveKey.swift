internal import CLibCrypto

/// A raw private or public key of one of the two curves, held by libcrypto.
///
/// libcrypto 3.0 keeps the private half on its ordinary heap and erases it when the key is freed, so
/// such a key does not live longer than an operation.
///
/// Safety: `@unchecked Sendable` holds because the value is the only owner of the key and cannot
/// be copied, and the key is not modified after it was made.
@safe struct CurveKey: ~Copyable, @unchecked Sendable {
    enum Curve: String {
        case x25519 = "X25519"
        case ed25519 = "ED25519"
    }

    private let key: OpaquePointer

    init(privateKey bytes: Span<UInt8>, on curve: Curve) throws(CryptographyError) {
        let library = try LibCrypto.shared()
        let key = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe EVP_PKEY_new_raw_private_key_ex(
                library.context,
                curve.rawValue,
                nil,
                buffer.baseAddress,
                buffer.count
            )
        }
        guard let key = unsafe key else { throw .fromLibrary("EVP_PKEY_new_raw_private_key_ex") }
        unsafe self.key = key
    }

    init(publicKey bytes: [UInt8], on curve: Curve) throws(CryptographyError) {
        let library = try LibCrypto.shared()
        let key = unsafe EVP_PKEY_new_raw_public_key_ex(
            library.context,
            curve.rawValue,
            nil,
            bytes,
            bytes.count
        )
        guard let key = unsafe key else { throw .fromLibrary("EVP_PKEY_new_raw_public_key_ex") }
        unsafe self.key = key
    }

    deinit {
        unsafe EVP_PKEY_free(key)
    }

    borrowing func publicBytes() throws(CryptographyError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 32)
        var count = bytes.count
        let status = unsafe EVP_PKEY_get_raw_public_key(key, &bytes, &count)
        guard status == 1, count == bytes.count else {
            throw .fromLibrary("EVP_PKEY_get_raw_public_key")
        }
        return bytes
    }

    /// X25519 (RFC 7748 section 6.1).
    borrowing func sharedSecret(
        with peer: borrowing CurveKey
    ) throws(CryptographyError) -> SecretBytes {
        let library = try LibCrypto.shared()
        let context = unsafe EVP_PKEY_CTX_new_from_pkey(library.context, key, nil)
        defer { unsafe EVP_PKEY_CTX_free(context) }
        guard unsafe EVP_PKEY_derive_init(context) == 1,
            unsafe EVP_PKEY_derive_set_peer(context, peer.key) == 1
        else { throw .fromLibrary("EVP_PKEY_derive_init") }
        let secret = try SecretBytes(count: 32) { span throws(CryptographyError) in
            var count = span.count
            let status = unsafe span.withUnsafeMutableBufferPointer { buffer in
                unsafe EVP_PKEY_derive(context, buffer.baseAddress, &count)
            }
            guard status == 1, count == span.count else {
                // libcrypto fails here, and only here, when the result would be all zero.
                while ERR_get_error() != 0 {}
                throw .sharedSecretIsZero
            }
        }
        guard !secret.isEqual(to: SecretBytes(zeroed: 32)) else { throw .sharedSecretIsZero }
        return secret
    }

    /// Ed25519 (RFC 8032 section 5.1.6).
    borrowing func signature(for message: Span<UInt8>) throws(CryptographyError) -> [UInt8] {
        let library = try LibCrypto.shared()
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: 64)
        var count = signature.count
        let begun = unsafe EVP_DigestSignInit_ex(
            context,
            nil,
            nil,
            library.context,
            nil,
            key,
            nil
        )
        guard begun == 1 else { throw .fromLibrary("EVP_DigestSignInit_ex") }
        let status = unsafe message.withUnsafeBufferPointer { message in
            unsafe EVP_DigestSign(context, &signature, &count, message.baseAddress, message.count)
        }
        guard status == 1, count == signature.count else { throw .fromLibrary("EVP_DigestSign") }
        return signature
    }

    /// Ed25519 (RFC 8032 section 5.1.7); a signature half that is out of range is refused.
    borrowing func isValid(_ signature: [UInt8], for message: Span<UInt8>) -> Bool {
        guard case .success(let library) = Result(catching: LibCrypto.shared) else { return false }
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        let begun = unsafe EVP_DigestVerifyInit_ex(
            context,
            nil,
            nil,
            library.context,
            nil,
            key,
            nil
        )
        let status = unsafe message.withUnsafeBufferPointer { message in
            unsafe begun == 1
                ? EVP_DigestVerify(
                    context,
                    signature,
                    signature.count,
                    message.baseAddress,
                    message.count
                )
                : 0
        }
        guard status == 1 else {
            while ERR_get_error() != 0 {}
            return false
        }
        return true
    }
}
