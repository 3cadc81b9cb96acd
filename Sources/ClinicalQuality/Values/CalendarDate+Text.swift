extension CalendarDate {
    /// Reads an ISO 8601 date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    ///
    /// This is also the form of a FHIR `date`.
    public init(_ text: some StringProtocol) throws(TemporalError) {
        var scanner = TemporalScanner(text)
        let date = try scanner.date()
        guard scanner.isAtEnd else { throw .notADate }
        self = date
    }

    /// Reads a FHIR `date`; see `init(_:)`.
    public init(fhirDate text: some StringProtocol) throws(TemporalError) {
        try self.init(text)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The ISO 8601 form, for example `2014-01`.
    public var description: String {
        var text = TemporalText()
        text.append(self)
        return text.string
    }
}
