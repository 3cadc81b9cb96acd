internal import CLibCrypto

/// Bytes that must not be copied by accident, printed, swapped out or left behind in memory.
///
/// The bytes lie on libcrypto's secure heap (locked into memory and excluded from core dumps
/// where the system allows it, between guard pages), or on its ordinary heap when that is used up
/// or the secret is large. They are erased when the value ends. There is no description, no
/// `Codable` and no `==`: comparison is `isEqual(to:)`, in constant time.
///
/// Safety: `@unchecked Sendable` holds because the value is the only owner of its memory and
/// cannot be copied; it is written only while it is exclusively held.
@safe public struct SecretBytes: ~Copyable, @unchecked Sendable {
    /// The size of libcrypto's secure heap, in bytes; what is locked must stay modest.
    static let secureHeapSize = 1 << 19

    /// A secret larger than this is kept on the ordinary heap (and erased all the same).
    private static let largestOnSecureHeap = 1 << 12

    private let base: UnsafeMutablePointer<UInt8>

    /// The number of bytes.
    public let count: Int

    /// Makes a secret by filling a zeroed buffer in place.
    ///
    /// - Parameters:
    ///   - count: The number of bytes.
    ///   - fill: Writes the secret; when it throws, the buffer is erased.
    /// - Throws: What `fill` throws.
    public init<Failure: Error>(
        count: Int,
        filling fill: (inout MutableSpan<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        let base = unsafe Self.allocate(count)
        do throws(Failure) {
            var span = unsafe MutableSpan(_unsafeStart: base, count: count)
            try fill(&span)
        } catch {
            unsafe CRYPTO_secure_clear_free(base, Swift.max(count, 1), #fileID, #line)
            throw error
        }
        unsafe self.base = base
        self.count = count
    }

    /// Makes a secret by copying bytes; erasing the source is the caller's business.
    ///
    /// - Parameter bytes: The bytes to copy.
    public init(copying bytes: Span<UInt8>) {
        let base = unsafe Self.allocate(bytes.count)
        unsafe bytes.withUnsafeBufferPointer { source in
            if let start = source.baseAddress {
                unsafe base.update(from: start, count: source.count)
            }
        }
        unsafe self.base = base
        count = bytes.count
    }

    /// Makes a secret by copying bytes; erasing the source is the caller's business.
    ///
    /// - Parameter bytes: The bytes to copy.
    public init(copying bytes: [UInt8]) {
        self.init(copying: bytes.span)
    }

    deinit {
        // CRYPTO_secure_clear_free(3) overwrites with zeros, then frees, on either heap.
        unsafe CRYPTO_secure_clear_free(base, Swift.max(count, 1), #fileID, #line)
    }

    /// Gives read access to the bytes for the duration of the call.
    ///
    /// - Parameter body: Reads the bytes; must not copy them anywhere lasting.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws.
    public borrowing func withSpan<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let span = unsafe Span(_unsafeStart: UnsafePointer(base), count: count)
        return try body(span)
    }

    /// Gives write access to the bytes for the duration of the call.
    mutating func withMutableSpan<Result: ~Copyable, Failure: Error>(
        _ body: (inout MutableSpan<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var span = unsafe MutableSpan(_unsafeStart: base, count: count)
        return try body(&span)
    }

    /// Whether the bytes are the same, in time that depends on the lengths only.
    ///
    /// - Parameter other: The bytes to compare with.
    /// - Returns: True when length and content agree.
    public borrowing func isEqual(to other: Span<UInt8>) -> Bool {
        withSpan { span in ConstantTime.areEqual(span, other) }
    }

    /// Whether the bytes are the same, in time that depends on the lengths only.
    ///
    /// - Parameter other: The secret to compare with.
    /// - Returns: True when length and content agree.
    public borrowing func isEqual(to other: borrowing SecretBytes) -> Bool {
        other.withSpan { span in isEqual(to: span) }
    }

    /// A second, independent copy of the secret.
    ///
    /// - Returns: The copy, on the secure heap like the original.
    public borrowing func clone() -> SecretBytes {
        withSpan { span in SecretBytes(copying: span) }
    }

    private static func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        // The secure heap exists once the library is loaded; before, this call uses the ordinary.
        _ = LibCrypto.required
        // libcrypto keeps its own private keys on the same heap: half of it stays theirs.
        let size = Swift.max(count, 1)
        let fits = size <= largestOnSecureHeap && CRYPTO_secure_used() < secureHeapSize / 2
        let onSecureHeap = unsafe fits ? CRYPTO_secure_zalloc(size, #fileID, #line) : nil
        guard let memory = unsafe onSecureHeap ?? CRYPTO_zalloc(size, #fileID, #line) else {
            preconditionFailure("out of memory")
        }
        return unsafe memory.bindMemory(to: UInt8.self, capacity: size)
    }
}

extension SecretBytes {
    /// Makes a secret of zero bytes, to be written by this module.
    init(zeroed count: Int) {
        self.init(count: count) { _ in }
    }

    /// Makes a secret from the operating system's randomness.
    ///
    /// - Parameter count: The number of bytes.
    /// - Returns: Fresh random bytes from libcrypto's private generator.
    /// - Throws: `CryptographyError.library` when the generator cannot be seeded.
    public static func random(count: Int) throws(CryptographyError) -> SecretBytes {
        try SecretBytes(count: count) { span throws(CryptographyError) in
            try SystemRandom.fillPrivately(&span)
        }
    }
}
