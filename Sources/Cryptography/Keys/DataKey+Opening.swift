extension DataKey {
    /// Opens a value that was sealed with this key for this place.
    ///
    /// - Parameters:
    ///   - envelope: The sealed record.
    ///   - context: The place.
    /// - Returns: The value.
    /// - Throws: `CryptographyError.malformed`, `.unsupportedVersion`, `.keyIdentifierMismatch`,
    ///   `.wrongKey`, or `.authenticationFailed` when a bit was changed or the place is another.
    public borrowing func open(
        _ envelope: [UInt8],
        in context: SealingContext
    ) throws(CryptographyError) -> [UInt8] {
        var engine = try SealingEngine()
        return try open(envelope, in: context, using: &engine)
    }

    /// Opens one of many values.
    ///
    /// - Parameters:
    ///   - envelope: The sealed record.
    ///   - context: The place.
    ///   - engine: Working memory.
    /// - Returns: The value.
    /// - Throws: As for `open(_:in:)`.
    public borrowing func open(
        _ envelope: [UInt8],
        in context: SealingContext,
        using engine: inout SealingEngine
    ) throws(CryptographyError) -> [UInt8] {
        let head = try checkedHead(of: envelope)
        var plaintext = [UInt8](repeating: 0, count: try Self.paddedSize(of: envelope, head))
        var output = plaintext.mutableSpan
        try open(envelope, head, in: context, using: &engine, into: &output)
        guard let count = Padding.unpaddedSize(of: plaintext.span) else {
            throw .malformed("padded plaintext")
        }
        plaintext.removeLast(plaintext.count - count)
        return plaintext
    }

    /// Opens a secret, such as the key of one subject.
    ///
    /// - Parameters:
    ///   - envelope: The sealed record.
    ///   - context: The place.
    /// - Returns: The secret; its bytes are in no other memory.
    /// - Throws: As for `open(_:in:)`.
    public borrowing func openSecret(
        _ envelope: [UInt8],
        in context: SealingContext
    ) throws(CryptographyError) -> SecretBytes {
        var engine = try SealingEngine()
        let head = try checkedHead(of: envelope)
        var padded = SecretBytes(zeroed: try Self.paddedSize(of: envelope, head))
        try padded.withMutableSpan { output throws(CryptographyError) in
            try open(envelope, head, in: context, using: &engine, into: &output)
        }
        return try padded.withSpan { padded throws(CryptographyError) in
            guard let count = Padding.unpaddedSize(of: padded) else {
                throw .malformed("padded plaintext")
            }
            return SecretBytes(copying: padded.extracting(0..<count))
        }
    }

    private borrowing func checkedHead(
        of envelope: [UInt8]
    ) throws(CryptographyError) -> SealedEnvelope {
        let head = try SealedEnvelope(of: envelope)
        guard head.keyIdentifier == identifier else {
            throw .keyIdentifierMismatch(expected: identifier, found: head.keyIdentifier)
        }
        return head
    }

    private static func paddedSize(
        of envelope: [UInt8],
        _ head: SealedEnvelope
    ) throws(CryptographyError) -> Int {
        guard
            let size = SealingEngine.plaintextSize(of: envelope.span, after: head.headerSize)
        else { throw .malformed("sealed record") }
        return size
    }

    private borrowing func open(
        _ envelope: [UInt8],
        _ head: SealedEnvelope,
        in context: SealingContext,
        using engine: inout SealingEngine,
        into output: inout MutableSpan<UInt8>
    ) throws(CryptographyError) {
        let associatedData = context.associatedData(
            version: SealedEnvelope.version,
            key: identifier
        )
        try withSecret { secret throws(CryptographyError) in
            try secret.withSpan { secret throws(CryptographyError) in
                try engine.open(
                    envelope.span,
                    after: head.headerSize,
                    secret: secret,
                    purpose: SealedEnvelope.purpose,
                    associatedData: associatedData,
                    into: &output
                )
            }
        }
    }
}
