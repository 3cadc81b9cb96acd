extension DataKey {
    /// Seals a value for one place; the format is described at `SealedEnvelope`.
    ///
    /// - Parameters:
    ///   - plaintext: The value, at most 1 GiB.
    ///   - context: The place.
    /// - Returns: The sealed record; sealing again gives other bytes.
    /// - Throws: `CryptographyError.library` when there is no randomness.
    public borrowing func seal(
        _ plaintext: [UInt8],
        in context: SealingContext
    ) throws(CryptographyError) -> [UInt8] {
        var engine = try SealingEngine()
        return try seal(plaintext, in: context, using: &engine)
    }

    /// Seals one of many values for its place.
    ///
    /// - Parameters:
    ///   - plaintext: The value, at most 1 GiB.
    ///   - context: The place.
    ///   - engine: Working memory.
    /// - Returns: The sealed record.
    /// - Throws: `CryptographyError.library` when there is no randomness.
    public borrowing func seal(
        _ plaintext: [UInt8],
        in context: SealingContext,
        using engine: inout SealingEngine
    ) throws(CryptographyError) -> [UInt8] {
        try seal(plaintext.span, in: context, using: &engine)
    }

    /// Seals a secret, such as the key of one subject, for one place.
    ///
    /// - Parameters:
    ///   - plaintext: The secret.
    ///   - context: The place.
    /// - Returns: The sealed record.
    /// - Throws: `CryptographyError.library` when there is no randomness.
    public borrowing func sealSecret(
        _ plaintext: borrowing SecretBytes,
        in context: SealingContext
    ) throws(CryptographyError) -> [UInt8] {
        var engine = try SealingEngine()
        return try plaintext.withSpan { plaintext throws(CryptographyError) in
            try seal(plaintext, in: context, using: &engine)
        }
    }

    private borrowing func seal(
        _ plaintext: Span<UInt8>,
        in context: SealingContext,
        using engine: inout SealingEngine
    ) throws(CryptographyError) -> [UInt8] {
        let header = SealedEnvelope.header(for: identifier)
        let associatedData = context.associatedData(
            version: SealedEnvelope.version,
            key: identifier
        )
        let trailer = Padding.trailer(for: plaintext.count)
        return try withSecret { secret throws(CryptographyError) in
            try secret.withSpan { secret throws(CryptographyError) in
                try engine.seal(
                    plaintext,
                    trailer: trailer.span,
                    after: header,
                    secret: secret,
                    purpose: SealedEnvelope.purpose,
                    associatedData: associatedData
                )
            }
        }
    }
}
