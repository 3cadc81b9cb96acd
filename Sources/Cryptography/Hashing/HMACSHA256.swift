/// HMAC with SHA-256 (RFC 2104, FIPS 198-1) under one key, for as many messages as wanted.
///
/// Built on `SHA256`, so that keying again costs no allocation: key derivation and the generator
/// of random bits change their key with every step. The padded key and the inner digest stay in
/// secret memory.
public struct HMACSHA256: ~Copyable, Sendable {
    private static let blockSize = 64
    private static let innerPad: UInt8 = 0x36
    private static let outerPad: UInt8 = 0x5c

    private var hasher = SHA256()
    /// The key xored with the inner pad, then the key xored with the outer pad.
    private var pads = SecretBytes(zeroed: 2 * 64)
    private var inner = SecretBytes(zeroed: Digest.byteCount)
    private var isOpen = false

    /// Keys a new context.
    ///
    /// - Parameter key: The key; any length, 32 bytes recommended.
    public init(key: borrowing SecretBytes) {
        key.withSpan { span in setKey(span) }
    }

    /// Makes a context whose first use must be `setKey`.
    init() {}

    /// Starts over with another key.
    mutating func setKey(_ key: Span<UInt8>) {
        isOpen = false
        if key.count > Self.blockSize {
            // RFC 2104: a key longer than a block is replaced by its hash.
            hasher.reset()
            hasher.update(key)
            inner.withMutableSpan { inner in hasher.finalize(into: &inner) }
            inner.withSpan { inner in Self.setPads(&pads, key: inner) }
        } else {
            Self.setPads(&pads, key: key)
        }
    }

    private static func setPads(_ pads: inout SecretBytes, key: Span<UInt8>) {
        pads.withMutableSpan { pads in
            for index in 0..<blockSize {
                let byte = index < key.count ? key[index] : 0
                pads[index] = byte ^ innerPad
                pads[index + blockSize] = byte ^ outerPad
            }
        }
    }

    /// Drops what was fed to the context since the last message ended.
    public mutating func reset() {
        isOpen = false
    }

    /// Feeds more bytes of the message.
    ///
    /// - Parameter bytes: The next bytes.
    public mutating func update(_ bytes: Span<UInt8>) {
        open()
        hasher.update(bytes)
    }

    /// Feeds more bytes of the message.
    ///
    /// - Parameter bytes: The next bytes.
    public mutating func update(_ bytes: [UInt8]) {
        update(bytes.span)
    }

    /// Ends the message.
    ///
    /// - Returns: The code of everything fed since the last message ended.
    public mutating func finalize() -> Digest {
        finishInner()
        return hasher.finalize()
    }

    /// Ends the message and writes the code where the caller keeps its secrets.
    mutating func finalize(into output: inout MutableSpan<UInt8>) {
        finishInner()
        hasher.finalize(into: &output)
    }

    private mutating func open() {
        guard !isOpen else { return }
        hasher.reset()
        pads.withSpan { pads in hasher.update(pads.extracting(0..<Self.blockSize)) }
        isOpen = true
    }

    private mutating func finishInner() {
        open()
        inner.withMutableSpan { inner in hasher.finalize(into: &inner) }
        pads.withSpan { pads in hasher.update(pads.extracting(Self.blockSize..<pads.count)) }
        inner.withSpan { inner in hasher.update(inner) }
        isOpen = false
    }
}
