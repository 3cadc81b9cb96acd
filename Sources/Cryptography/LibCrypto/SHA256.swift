internal import CLibCrypto

/// The SHA-256 hash function (FIPS 180-4) on a context that is reused from message to message.
///
/// Hashing with a context at hand costs no allocation, which matters for millions of short
/// inputs. Feed a message with `update` and close it with `finalize`; the context is then ready
/// for the next one.
///
/// Safety: `@unchecked Sendable` holds because the value is the only owner of its context and
/// cannot be copied. The calls below cannot fail on a context that was initialized with a fetched
/// SHA-256: EVP_DigestUpdate and EVP_DigestFinal_ex report only a missing method or an output
/// buffer that is too small; initializing again reuses the memory that the first call obtained.
@safe public struct SHA256: ~Copyable, @unchecked Sendable {
    private let context: OpaquePointer
    private var isOpen = false

    /// Makes a hasher that is ready for its first message.
    public init() {
        guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("out of memory") }
        unsafe self.context = context
        let status = unsafe EVP_DigestInit_ex2(context, LibCrypto.required.sha256, nil)
        precondition(status == 1, "SHA-256 could not be initialized")
        isOpen = true
    }

    deinit {
        // EVP_MD_CTX_free(3) erases the state with it.
        unsafe EVP_MD_CTX_free(context)
    }

    /// Drops what was fed to the hasher since the last message ended.
    public mutating func reset() {
        isOpen = false
    }

    /// Feeds more bytes of the message.
    ///
    /// - Parameter bytes: The next bytes.
    public mutating func update(_ bytes: Span<UInt8>) {
        open()
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe feed(buffer.baseAddress, buffer.count)
        }
    }

    /// Feeds the 32 bytes of a digest.
    ///
    /// - Parameter digest: The digest to feed.
    public mutating func update(_ digest: Digest) {
        open()
        unsafe withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { buffer in
            unsafe Self.store(digest, in: buffer, at: 0)
            unsafe feed(buffer.baseAddress, 32)
        }
    }

    /// Ends the message.
    ///
    /// - Returns: The digest of everything fed since the last message ended.
    public mutating func finalize() -> Digest {
        open()
        return unsafe withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { buffer in
            unsafe close(into: buffer.baseAddress)
            return unsafe Self.load(from: buffer)
        }
    }

    /// Ends the message and writes the digest where the caller keeps its secrets.
    mutating func finalize(into output: inout MutableSpan<UInt8>) {
        precondition(output.count == Digest.byteCount)
        open()
        unsafe output.withUnsafeMutableBufferPointer { buffer in
            unsafe close(into: UnsafeMutableRawPointer(buffer.baseAddress))
        }
    }

    /// Hashes one byte and two digests in one step: an interior node of a Merkle tree.
    ///
    /// - Parameters:
    ///   - prefix: The byte that separates this use from others.
    ///   - left: The first digest.
    ///   - right: The second digest.
    /// - Returns: The digest of the 65 bytes.
    public mutating func digest(prefix: UInt8, _ left: Digest, _ right: Digest) -> Digest {
        reset()
        open()
        return unsafe withUnsafeTemporaryAllocation(byteCount: 72, alignment: 8) { buffer in
            // The digests lie on word boundaries, the prefix in the byte before them.
            unsafe buffer.storeBytes(of: prefix, toByteOffset: 7, as: UInt8.self)
            unsafe Self.store(left, in: buffer, at: 8)
            unsafe Self.store(right, in: buffer, at: 40)
            unsafe feed(buffer.baseAddress?.advanced(by: 7), 65)
            unsafe close(into: buffer.baseAddress)
            return unsafe Self.load(from: buffer)
        }
    }

    private mutating func open() {
        guard !isOpen else { return }
        // EVP_DigestInit_ex2(3): a NULL type reuses the one that the context already has.
        let status = unsafe EVP_DigestInit_ex2(context, nil, nil)
        precondition(status == 1, "SHA-256 could not be initialized again")
        isOpen = true
    }

    private func feed(_ start: UnsafeRawPointer?, _ count: Int) {
        let status = unsafe EVP_DigestUpdate(context, start, count)
        precondition(status == 1, "SHA-256 could not be continued")
    }

    private mutating func close(into output: UnsafeMutableRawPointer?) {
        let bytes = unsafe output?.assumingMemoryBound(to: UInt8.self)
        let status = unsafe EVP_DigestFinal_ex(context, bytes, nil)
        precondition(status == 1, "SHA-256 could not be ended")
        isOpen = false
    }

    private static func load(from buffer: UnsafeMutableRawBufferPointer) -> Digest {
        unsafe Digest(
            words: UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
            UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
            UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 16, as: UInt64.self)),
            UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
        )
    }

    private static func store(
        _ digest: Digest,
        in buffer: UnsafeMutableRawBufferPointer,
        at offset: Int
    ) {
        unsafe buffer.storeBytes(
            of: digest.word0.bigEndian,
            toByteOffset: offset,
            as: UInt64.self
        )
        unsafe buffer.storeBytes(
            of: digest.word1.bigEndian,
            toByteOffset: offset + 8,
            as: UInt64.self
        )
        unsafe buffer.storeBytes(
            of: digest.word2.bigEndian,
            toByteOffset: offset + 16,
            as: UInt64.self
        )
        unsafe buffer.storeBytes(
            of: digest.word3.bigEndian,
            toByteOffset: offset + 24,
            as: UInt64.self
        )
    }
}
