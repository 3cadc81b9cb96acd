import AuditLog
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00.000Z", 0), ("1969-12-31T23:59:59.999Z", -1),
        ("2026-11-21T12:43:11.123Z", 1_795_264_991_123),
        ("2000-02-29T00:00:00.000Z", 951_782_400_000),
        ("2100-02-28T23:59:59.999Z", 4_107_542_399_999),
        ("2100-03-01T00:00:00.000Z", 4_107_542_400_000),
        ("0001-01-01T00:00:00.000Z", -62_135_596_800_000),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ])
    func `a moment has one number and one text`(text: String, milliseconds: Int64) throws {
        let timestamp = try #require(Timestamp(millisecondsSince1970: milliseconds))
        #expect(timestamp.text == text)
        #expect(Timestamp(text: text) == timestamp)
    }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T12:43:11Z", "2026-11-21T12:43:11.12Z",
        "2026-11-21T12:43:11.123", "2026-11-21 12:43:11.123Z", "2026-11-21T12:43:11.123z",
        "2026-11-21T12:43:11.123+00:00", "2026-13-01T00:00:00.000Z", "2026-00-01T00:00:00.000Z",
        "2026-02-29T00:00:00.000Z", "2100-02-29T00:00:00.000Z", "2026-04-31T00:00:00.000Z",
        "2026-01-00T00:00:00.000Z", "2026-01-32T00:00:00.000Z", "2026-11-21T24:00:00.000Z",
        "2026-11-21T12:60:00.000Z", "2026-11-21T12:00:60.000Z", "0000-01-01T00:00:00.000Z",
        "٢٠٢٦-11-21T12:43:11.123Z", "-026-11-21T12:43:11.123Z",
    ])
    func `no other text is a moment`(text: String) {
        #expect(Timestamp(text: text) == nil)
    }

    @Test func `every day reads back, in order`() throws {
        var previous: Timestamp?
        for day in stride(from: -719_162, to: 2_932_896, by: 101) {
            let milliseconds = Int64(day) * 86_400_000 + 3_723_004
            let timestamp = try #require(Timestamp(millisecondsSince1970: milliseconds))
            #expect(Timestamp(text: timestamp.text) == timestamp)
            if let previous {
                #expect(previous < timestamp)
                #expect(previous.text < timestamp.text)
            }
            previous = timestamp
        }
    }

    @Test(arguments: [Int64.min, -62_135_596_800_001, 253_402_300_800_000, Int64.max])
    func `a moment lies between the years 1 and 9999`(milliseconds: Int64) {
        #expect(Timestamp(millisecondsSince1970: milliseconds) == nil)
    }
}
