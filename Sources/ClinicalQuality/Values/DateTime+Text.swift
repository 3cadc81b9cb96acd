extension DateTime {
    /// Reads an ISO 8601 date with time to any precision, with or without offset:
    /// `2014`, `2014-01-25`, `2014-01-25T14`, `2014-01-25T14:30:14.559-07:00`.
    ///
    /// A `T` with nothing after it, as in the CQL literal `@2014T`, is accepted.
    public init(_ text: some StringProtocol) throws(TemporalError) {
        var scanner = TemporalScanner(text)
        self = try DateTime(scanning: &scanner)
        guard scanner.isAtEnd else { throw .notADateTime }
    }

    /// Reads a FHIR `dateTime`.
    ///
    /// That is a partial date, or a date with a time to the second or finer and a time-zone
    /// offset. A fraction of a second is cut to milliseconds.
    public init(fhirDateTime text: some StringProtocol) throws(TemporalError) {
        var scanner = TemporalScanner(text)
        let value = try DateTime(scanning: &scanner)
        guard scanner.isAtEnd, !(value.precision < .hour && text.utf8.contains(84)) else {
            throw .notADateTime
        }
        if value.precision >= .hour {
            guard value.precision >= .second else { throw .notATime }
            guard value.offsetMinutes != nil else { throw .offsetMissing }
        }
        self = value
    }

    private init(scanning scanner: inout TemporalScanner) throws(TemporalError) {
        let date = try scanner.date()
        guard scanner.skip("T"), !scanner.isAtEnd else {
            self.init(date)
            return
        }
        guard date.precision == .day else { throw .notADateTime }
        let time = try scanner.time()
        self.init(date: date, time: time, offsetMinutes: try scanner.offset())
    }

    init(date: CalendarDate, time: TimeOfDay, offsetMinutes: Int?) {
        self.init(
            milliseconds: Int64(date.firstDayNumber) * CivilCalendar.millisecondsPerDay
                + Int64(time.milliseconds),
            precision: time.precision,
            offsetMinutes: offsetMinutes
        )
    }
}

extension DateTime: CustomStringConvertible {
    /// The ISO 8601 form, for example `2014-01-25T14:30:14.559-07:00`; UTC is `+00:00`.
    public var description: String {
        var text = TemporalText()
        text.append(date)
        if let time {
            text.append("T")
            text.append(time)
        }
        if let offsetMinutes { text.append(offset: offsetMinutes) }
        return text.string
    }
}
