import AuditLog
import Cryptography
import Testing

@Suite struct EventTests {
    static func event(
        who: String = "ana.garcia",
        kind: String = "subject.enrolled",
        subject: String? = "BCN-7K4M-9QXR",
        reason: String? = "línea 1\nlínea \"2\"\\\u{1}",
        program: String = "milenari 0.1.0",
        details: [Event.Detail] = [
            .init("ok", .flag(true)), .init("flags", .list(["x", "ي"])),
            .init("digest", .text("00ff")), .init("a", .integer(1)),
        ]
    ) throws -> Event {
        try Event(
            who: who,
            role: "coordinator",
            site: "BCN",
            when: try #require(Timestamp(text: "2026-11-21T12:43:11.123Z")),
            kind: kind,
            subject: subject,
            reason: reason,
            program: program,
            details: details
        )
    }

    /// The output of Python's json.dumps with sorted keys and without white space.
    static let encoded =
        #"{"details":{"a":1,"digest":"00ff","flags":["x","ي"],"ok":true},"#
        + #""kind":"subject.enrolled","program":"milenari 0.1.0","#
        + #""reason":"línea 1\nlínea \"2\"\\\u0001","role":"coordinator","site":"BCN","#
        + #""subject":"BCN-7K4M-9QXR","version":1,"when":"2026-11-21T12:43:11.123Z","#
        + #""who":"ana.garcia"}"#

    @Test func `an event has one byte form`() throws {
        let event = try Self.event()
        #expect(String(decoding: event.encoded, as: UTF8.self) == Self.encoded)
        let read = try Event(encoded: utf8(Self.encoded))
        #expect(read == event)
        #expect(read.who == event.who)
        #expect(read.reason == event.reason)
        #expect(read.reference == nil)
        #expect(read.when == event.when)
        #expect(read.details == event.details)
        #expect(read.details.map(\.key) == ["a", "digest", "flags", "ok"])
    }

    @Test(arguments: [
        ("{\"details\"", "{ \"details\""), ("\"a\":1", "\"a\":01"), ("\"a\":1", "\"a\":1.0"),
        ("\"a\":1", "\"a\":1e0"), ("\"a\":1", "\"a\":-0"), ("\"a\":1", "\"a\":null"),
        ("\"a\":1", "\"a\":{}"), ("\"a\":1", "\"a\":[1]"), ("\"a\":1,", "\"a\":1,\"a\":1,"),
        ("\"a\":1", "\"a\":9007199254740992"), ("\"a\":1", "\"a\":-9223372036854775808"),
        ("\\u0001", "\\u0002\\u000"), ("\\u0001", "\\u0041"), ("\\n", "\\u000a"),
        ("\\\"", "\\u0022"), ("BCN", "\\u0042CN"), ("ana.garcia", "ana\\/garcia"), ("true", "True"),
        ("\"version\":1", "\"version\":2"), ("\"version\":1", "\"version\":\"1\""),
        ("\"version\":1,", ""), ("\"who\":\"ana.garcia\"", "\"who\":\"\""),
        ("\"site\":\"BCN\",", ""), ("\"site\":\"BCN\"", "\"site\":1"),
        (",\"who\":\"ana.garcia\"", ",\"who\":\"ana.garcia\",\"x\":\"y\""),
        (",\"who\":\"ana.garcia\"", ",\"who\":\"ana.garcia\","), ("}", "}\n"),
        ("2026-11-21", "2026-11-31"), ("{\"details\"", "[{\"details\""),
        ("{\"a\":1,\"digest\":\"00ff\",\"flags\":[\"x\",\"ي\"],\"ok\":true}", "{}"),
        ("\"a\":1,\"digest\":\"00ff\"", "\"digest\":\"00ff\",\"a\":1"), ("\"a\":", "\"A\":"),
        ("[\"x\",", "[\"x\" ,"), ("[\"x\",", "[\"x\",,"), ("línea", "l\u{7}nea"),
    ])
    func `another spelling is refused`(part: String, change: String) {
        let changed = Self.encoded.replacing(part, with: change, maxReplacements: 1)
        #expect(changed != Self.encoded)
        #expect(throws: AuditLogError.self) { try Event(encoded: utf8(changed)) }
    }

    @Test func `no prefix and no invalid UTF-8 is an event`() {
        let encoded = utf8(Self.encoded)
        for count in encoded.indices {
            #expect(throws: AuditLogError.self) { try Event(encoded: Array(encoded.prefix(count))) }
        }
        var broken = encoded
        broken[30] = 0xff
        #expect(throws: AuditLogError.self) { try Event(encoded: broken) }
    }

    @Test func `deep nesting is refused, not followed`() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: AuditLogError.notCanonical) { try Event(encoded: utf8(deep)) }
        let objects = String(repeating: "{\"a\":", count: 100_000)
        #expect(throws: AuditLogError.notCanonical) { try Event(encoded: utf8(objects)) }
    }

    @Test func `fields say what they may not hold`() {
        func field(_ make: () throws -> Event) -> AuditLogError? {
            do {
                _ = try make()
                return nil
            } catch {
                return error as? AuditLogError
            }
        }
        #expect(field { try Self.event(who: "") } == .invalidField("who"))
        #expect(field { try Self.event(who: "ana\u{1b}[2J") } == .invalidField("who"))
        #expect(field { try Self.event(who: "ana\u{9b}2J") } == .invalidField("who"))
        #expect(field { try Self.event(program: "a\nb") } == .invalidField("program"))
        #expect(field { try Self.event(kind: "Enrolled") } == .invalidField("kind"))
        #expect(field { try Self.event(kind: "") } == .invalidField("kind"))
        #expect(field { try Self.event(subject: "") } == .invalidField("subject"))
        #expect(field { try Self.event(reason: "") } == .invalidField("reason"))
        for details: [Event.Detail] in [
            [.init("", .flag(true))], [.init("A", .flag(true))], [.init("1", .flag(true))],
            [.init("é", .flag(true))], [.init("a", .flag(true)), .init("a", .flag(true))],
            [.init("a", .integer(1 << 53))], [.init("a", .integer(.min))],
            [.init("a", .text(String(repeating: "x", count: 1 << 20)))],
        ] {
            #expect(field { try Self.event(details: details) } == .invalidField("details"))
        }
        let largest: [Event.Detail] = [.init("a", .integer(1 - 1 << 53))]
        #expect(field { try Self.event(details: largest) } == nil)
    }

    @Test func `every kind of text survives`() throws {
        let texts = [
            "", "é", "e\u{301}", "محمد", "\u{7f}", "\u{0}\u{8}\t\n\u{b}\u{c}\r\u{1f}", "😀", "\"\\/",
            "\u{2028}",
        ]
        for text in texts {
            let event = try Self.event(details: [
                .init("t", .text(text)), .init("l", .list([text])),
            ])
            let read = try Event(encoded: event.encoded)
            #expect(read == event)
            guard case .text(let kept) = read.details[1].value else {
                Issue.record("not a text")
                continue
            }
            #expect(Array(kept.utf8) == utf8(text))
        }
        let composed = try Self.event(details: [.init("t", .text("é"))])
        let decomposed = try Self.event(details: [.init("t", .text("e\u{301}"))])
        #expect(composed != decomposed)
    }
}
