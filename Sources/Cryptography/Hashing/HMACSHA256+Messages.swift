extension HMACSHA256 {
    /// The code of one whole message, dropping what was fed before.
    ///
    /// - Parameter message: The message.
    /// - Returns: Its authentication code.
    public mutating func authenticationCode(for message: Span<UInt8>) -> Digest {
        reset()
        update(message)
        return finalize()
    }

    /// The code of one whole message, dropping what was fed before.
    ///
    /// - Parameter message: The message.
    /// - Returns: Its authentication code.
    public mutating func authenticationCode(for message: [UInt8]) -> Digest {
        authenticationCode(for: message.span)
    }

    /// The code of one whole message on a context of its own.
    ///
    /// - Parameters:
    ///   - message: The message.
    ///   - key: The key.
    /// - Returns: The authentication code.
    public static func authenticationCode(
        for message: [UInt8],
        key: borrowing SecretBytes
    ) -> Digest {
        var context = HMACSHA256(key: key)
        return context.authenticationCode(for: message)
    }

    /// Whether a code belongs to a message, compared in constant time.
    ///
    /// - Parameters:
    ///   - code: The code to check.
    ///   - message: The message.
    ///   - key: The key.
    /// - Returns: True when the code is the right one.
    public static func isValid(
        _ code: Digest,
        for message: [UInt8],
        key: borrowing SecretBytes
    ) -> Bool {
        ConstantTime.areEqual(authenticationCode(for: message, key: key).bytes, code.bytes)
    }
}
