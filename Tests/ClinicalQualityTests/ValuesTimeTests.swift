import ClinicalQuality
import Testing

struct ValuesTimeTests {
    @Test(arguments: ["0001", "9999-12", "2024-02-29", "1900-02-28", "2000-02-29"])
    func `a date prints as it was read`(text: String) throws {
        #expect(try CalendarDate(text).description == text)
        #expect(try CalendarDate(fhirDate: text).description == text)
    }

    @Test(arguments: [
        ("2023-02-29", TemporalError.noSuchDay),
        ("1900-02-29", .noSuchDay),
        ("2024-04-31", .noSuchDay),
        ("2024-01-00", .noSuchDay),
        ("2024-13", .noSuchMonth),
        ("2024-00", .noSuchMonth),
        ("0000", .noSuchYear),
        ("2024-1-1", .notADate),
        ("2024-01-01T", .notADate),
        ("24-01-01", .notADate),
        ("", .notADate),
        ("２０２４", .notADate),
        (String(repeating: "1", count: 100_000), .notADate),
    ])
    func `a date that does not exist cannot be built`(text: String, error: TemporalError) {
        #expect(throws: error) { try CalendarDate(text) }
    }

    @Test(arguments: [
        "2014", "2014-01", "2014-01-25", "2014-01-25T14", "2014-01-25T14:30",
        "2014-01-25T14:30:14", "2014-01-25T14:30:14.559", "2014-01-25T14:30:14.559-07:00",
        "0001-01-01T00:00:00.000", "9999-12-31T23:59:59.999+14:00", "1969-12-31T23:59:59.999",
    ])
    func `a date with time prints as it was read`(text: String) throws {
        #expect(try DateTime(text).description == text)
    }

    @Test(arguments: [
        ("2014-01-25T14:30:14.5Z", "2014-01-25T14:30:14.500+00:00"),
        ("2014-01-25T14:30:14.5599999Z", "2014-01-25T14:30:14.559+00:00"),
        ("2014T", "2014"),
    ])
    func `other spellings of a date with time`(text: String, printed: String) throws {
        #expect(try DateTime(text).description == printed)
    }

    @Test(arguments: [
        ("2014-01-25T24:00:00", TemporalError.noSuchTime),
        ("2014-01-25T23:60:00", .noSuchTime),
        ("2014-01-25T23:59:60", .noSuchTime),
        ("2014-01-25T14:30+14:01", .noSuchOffset),
        ("2014-01-25T14:30+02", .notADateTime),
        ("2014-01-25 14:30", .notADateTime),
        ("2014-01T14:30", .notADateTime),
        ("2014-01-25T1", .notATime),
        ("2014-01-25T14:30:14.", .notATime),
        ("2014-01-25T14:30:14.\(String(repeating: "0", count: 60))nonsense", .notADateTime),
    ])
    func `a time that does not exist cannot be built`(text: String, error: TemporalError) {
        #expect(throws: error) { try DateTime(text) }
    }

    @Test(arguments: [
        ("2014-01-25", nil),
        ("2014-01-25T14:30:14+02:00", nil),
        ("2014-01-25T14:30:14.1234Z", nil),
        ("2014-01-25T14:30:14", TemporalError.offsetMissing),
        ("2014-01-25T14:30+02:00", .notATime),
        ("2014-01-25T", .notADateTime),
    ])
    func `a FHIR dateTime with a time has seconds and an offset`(
        text: String,
        error: TemporalError?
    ) throws {
        if let error {
            #expect(throws: error) { try DateTime(fhirDateTime: text) }
        } else {
            _ = try DateTime(fhirDateTime: text)
        }
    }

    @Test(arguments: ["14:30:14", "00:00:00.000", "23:59:59.999"])
    func `a FHIR time has seconds`(text: String) throws {
        #expect(try TimeOfDay(fhirTime: text).description == text)
        #expect(throws: TemporalError.notATime) { try TimeOfDay(fhirTime: text.prefix(5)) }
        #expect(throws: TemporalError.notATime) { try TimeOfDay(fhirTime: "T" + text) }
    }

    @Test func `every day of four centuries has a number and the number has the day`() throws {
        let start = try #require(Value(date: "1899-12-31"))
        var day = start
        let operators = try operators()
        for count in Int32(1)...146_097 {
            day = try Operators.successor(day)
            if count % 1000 == 0 {
                let days = try operators.duration(.day, from: start, to: day)
                #expect(days.description == String(count))
            }
        }
        // 400 years of the Gregorian calendar have 146,097 days.
        #expect(day.description == "@2299-12-31")
    }

    @Test func `components are checked`() {
        #expect(throws: TemporalError.componentMissing) { try CalendarDate(year: 2014, day: 3) }
        #expect(throws: TemporalError.noSuchDay) { try CalendarDate(year: 2014, month: 2, day: 29) }
        #expect(throws: TemporalError.noSuchYear) { try CalendarDate(year: 0) }
        #expect(throws: TemporalError.noSuchYear) { try CalendarDate(year: .max, month: 1) }
        #expect(throws: TemporalError.noSuchOffset) {
            try DateTime(year: 2014, offsetMinutes: .min)
        }
    }

    @Test func `an error does not repeat what was read`() {
        let text = "1999-02-31"
        do {
            _ = try CalendarDate(text)
            Issue.record("read a date that does not exist")
        } catch {
            #expect(!"\(error)".contains("1999"))
        }
    }
}

extension Value {
    fileprivate init?(date text: String) {
        guard let date = try? CalendarDate(text) else { return nil }
        self = .date(date)
    }
}
