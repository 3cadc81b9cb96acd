internal import CLibCrypto

/// AES in Galois/Counter Mode (NIST SP 800-38D) on a context that is reused from key to key.
///
/// Safety: `@unchecked Sendable` holds because the value is the only owner of its context and
/// cannot be copied.
@safe struct AESGCMContext: ~Copyable, @unchecked Sendable {
    static let nonceSize = 12
    static let tagSize = 16
    /// One call of the library takes its length as a C int.
    static let largestMessage = 1 << 30

    private let library: LibCrypto
    private let context: OpaquePointer

    init() throws(CryptographyError) {
        let library = try LibCrypto.shared()
        guard let context = unsafe EVP_CIPHER_CTX_new() else {
            throw .fromLibrary("EVP_CIPHER_CTX_new")
        }
        self.library = library
        unsafe self.context = context
    }

    deinit {
        // EVP_CIPHER_CTX_free(3): "clears all information from a cipher context".
        unsafe EVP_CIPHER_CTX_free(context)
    }

    /// Encrypts message and trailer as one plaintext, and writes ciphertext and tag.
    ///
    /// From the offset on, the output must have room for exactly message, trailer and tag.
    mutating func seal(
        _ message: Span<UInt8>,
        trailer: Span<UInt8>,
        key: Span<UInt8>,
        nonce: Span<UInt8>,
        associatedData: Span<UInt8>,
        into output: inout MutableSpan<UInt8>,
        at offset: Int
    ) throws(CryptographyError) {
        let length = message.count + trailer.count
        try checkLength(length)
        precondition(offset >= 0 && output.count == offset + length + Self.tagSize)
        try start(isSealing: true, key: key, nonce: nonce, associatedData: associatedData)
        let context = unsafe context
        let succeeded = unsafe output.withUnsafeMutableBufferPointer { output in
            guard let base = output.baseAddress else { return false }
            let start = unsafe base + offset
            return unsafe Self.update(context, message, into: start)
                && Self.update(context, trailer, into: start + message.count)
                && Self.finish(context, at: start + length)
                && EVP_CIPHER_CTX_ctrl(
                    context,
                    EVP_CTRL_AEAD_GET_TAG,
                    Int32(Self.tagSize),
                    start + length
                ) == 1
        }
        guard succeeded else { throw .fromLibrary("EVP_EncryptUpdate") }
    }

    /// Decrypts ciphertext and tag; when the tag does not match, the output is erased.
    ///
    /// The output must have room for exactly the plaintext.
    mutating func open(
        _ sealed: Span<UInt8>,
        key: Span<UInt8>,
        nonce: Span<UInt8>,
        associatedData: Span<UInt8>,
        into output: inout MutableSpan<UInt8>
    ) throws(CryptographyError) {
        let length = sealed.count - Self.tagSize
        guard length >= 0 else { throw .authenticationFailed }
        try checkLength(length)
        precondition(output.count == length)
        try start(isSealing: false, key: key, nonce: nonce, associatedData: associatedData)
        let context = unsafe context
        var tag = Self.copyTag(sealed)
        let succeeded = unsafe output.withUnsafeMutableBufferPointer { output in
            // An empty plaintext has no address; the library wants one all the same.
            var nothing: UInt8 = 0
            return unsafe withUnsafeMutablePointer(to: &nothing) { nothing in
                let start = unsafe output.baseAddress ?? nothing
                return unsafe Self.update(context, sealed.extracting(0..<length), into: start)
                    && EVP_CIPHER_CTX_ctrl(
                        context,
                        EVP_CTRL_AEAD_SET_TAG,
                        Int32(Self.tagSize),
                        &tag
                    ) == 1
                    && Self.finish(context, at: start + length)
            }
        }
        guard succeeded else {
            ConstantTime.erase(&output)
            while ERR_get_error() != 0 {}
            throw .authenticationFailed
        }
    }

    private func checkLength(_ length: Int) throws(CryptographyError) {
        guard length <= Self.largestMessage else {
            throw .invalidLength("AES-GCM message", expected: Self.largestMessage, actual: length)
        }
    }

    private func cipher(keySize: Int) -> OpaquePointer? {
        switch keySize {
        case 16: unsafe library.aes128GCM
        case 24: unsafe library.aes192GCM
        case 32: unsafe library.aes256GCM
        default: nil
        }
    }

    private func start(
        isSealing: Bool,
        key: Span<UInt8>,
        nonce: Span<UInt8>,
        associatedData: Span<UInt8>
    ) throws(CryptographyError) {
        guard nonce.count == Self.nonceSize else {
            throw .invalidLength("AES-GCM nonce", expected: Self.nonceSize, actual: nonce.count)
        }
        guard let cipher = unsafe cipher(keySize: key.count) else {
            throw .invalidLength("AES-GCM key", expected: 32, actual: key.count)
        }
        let status = unsafe key.withUnsafeBufferPointer { key in
            unsafe nonce.withUnsafeBufferPointer { nonce in
                unsafe EVP_CipherInit_ex2(
                    context,
                    cipher,
                    key.baseAddress,
                    nonce.baseAddress,
                    isSealing ? 1 : 0,
                    nil
                )
            }
        }
        guard status == 1 else { throw .fromLibrary("EVP_CipherInit_ex2") }
        try checkLength(associatedData.count)
        // EVP_EncryptInit(3), "AEAD Interface": with a NULL output the input is associated data.
        guard unsafe Self.update(context, associatedData, into: nil) else {
            throw .fromLibrary("EVP_CipherUpdate")
        }
    }

    private static func update(
        _ context: OpaquePointer,
        _ input: Span<UInt8>,
        into output: UnsafeMutablePointer<UInt8>?
    ) -> Bool {
        // With a NULL input the library would end the message.
        guard !input.isEmpty else { return true }
        var written: Int32 = 0
        return unsafe input.withUnsafeBufferPointer { input in
            unsafe EVP_CipherUpdate(
                context,
                output,
                &written,
                input.baseAddress,
                Int32(input.count)
            ) == 1
        }
    }

    private static func finish(
        _ context: OpaquePointer,
        at end: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        // In this mode the final call writes no bytes: it computes or checks the tag.
        var written: Int32 = 0
        return unsafe EVP_CipherFinal_ex(context, end, &written) == 1
    }

    private static func copyTag(_ sealed: Span<UInt8>) -> [UInt8] {
        var tag: [UInt8] = []
        for index in sealed.count - tagSize..<sealed.count {
            tag.append(sealed[index])
        }
        return tag
    }
}
