extension SHA256 {
    /// Feeds more bytes of the message.
    ///
    /// - Parameter bytes: The next bytes.
    public mutating func update(_ bytes: [UInt8]) {
        update(bytes.span)
    }

    /// Hashes one whole message on this context, dropping what was fed before.
    ///
    /// - Parameter message: The message.
    /// - Returns: Its digest.
    public mutating func digest(of message: Span<UInt8>) -> Digest {
        reset()
        update(message)
        return finalize()
    }

    /// Hashes one whole message on this context, dropping what was fed before.
    ///
    /// - Parameter message: The message.
    /// - Returns: Its digest.
    public mutating func digest(of message: [UInt8]) -> Digest {
        digest(of: message.span)
    }

    /// Hashes one whole message on a context of its own.
    ///
    /// - Parameter message: The message.
    /// - Returns: Its digest.
    public static func digest(of message: Span<UInt8>) -> Digest {
        var hasher = SHA256()
        return hasher.digest(of: message)
    }

    /// Hashes one whole message on a context of its own.
    ///
    /// - Parameter message: The message.
    /// - Returns: Its digest.
    public static func digest(of message: [UInt8]) -> Digest {
        digest(of: message.span)
    }
}
