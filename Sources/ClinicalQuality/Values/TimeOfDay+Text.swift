extension TimeOfDay {
    /// Reads an ISO 8601 time of day to any precision: `14`, `14:30`, `14:30:14.559`, with or
    /// without a leading `T`.
    public init(_ text: some StringProtocol) throws(TemporalError) {
        var scanner = TemporalScanner(text)
        _ = scanner.skip("T")
        self = try scanner.time()
        guard scanner.isAtEnd else { throw .notATime }
    }

    /// Reads a FHIR `time`: `hh:mm:ss`, with or without a fraction, without an offset.
    public init(fhirTime text: some StringProtocol) throws(TemporalError) {
        var scanner = TemporalScanner(text)
        self = try scanner.time()
        guard scanner.isAtEnd, precision >= .second else { throw .notATime }
    }

    /// Reads the argument of `ToTime`: as `init(_:)`, but an offset may follow and is left out,
    /// because a CQL time of day has none.
    init(ignoringOffset text: some StringProtocol) throws(TemporalError) {
        var scanner = TemporalScanner(text)
        _ = scanner.skip("T")
        self = try scanner.time()
        _ = try scanner.offset()
        guard scanner.isAtEnd else { throw .notATime }
    }
}

extension TimeOfDay: CustomStringConvertible {
    /// The ISO 8601 form without `T`, for example `14:30:14.559`.
    public var description: String {
        var text = TemporalText()
        text.append(self)
        return text.string
    }
}
