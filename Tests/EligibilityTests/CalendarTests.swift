import ClinicalQuality
import ClinicalRecord
import Eligibility
import Intake
import TestSupport
import Testing
import TrialDefinition

/// The days ahead: when a candidate would be eligible, and what it would take.
struct CalendarTests {
    private static func calendar(
        _ name: String,
        horizon: Int = 60
    ) throws -> EligibilityCalendar {
        let fixture = try CandidateFixture.named(name)
        return try ScreeningFixtures.screener(fixture).calendar(
            of: try CandidateDocument(fhir: fixture.document).record,
            from: try CalendarDate(fhirDate: fixture.asOf),
            horizon: horizon
        )
    }

    @Test func `a window tells what opens and what closes it`() throws {
        let calendar = try Self.calendar("23")
        let window = try #require(calendar.windows.first)
        #expect(calendar.windows.count == 1)
        #expect(window.from == "2026-11-22" && window.to == "2026-11-25")
        #expect(window.start == 1 && window.days == 4)
        #expect(window.opens.map(\.id) == ["E19"])
        #expect(window.opens.first?.why?.text.contains("vincristine 2026-11-20") == true)
        #expect(window.closes.map(\.id) == ["I14"])
        #expect(
            window.closes.first?.why?.text.contains("the latest result is of 2026-11-18") == true
        )
        #expect(window.repeats.isEmpty)
    }

    @Test func `what is repeated in time keeps a window open`() throws {
        let window = try #require(try Self.calendar("23").windowsWithRepeats.first)
        #expect(window.from == "2026-11-22" && window.to == "2027-01-20")
        #expect(window.closes.isEmpty)
        #expect(window.repeats.first?.id == "I14")
        #expect(window.repeats.first?.by == "2026-11-25")
        #expect(window.repeats.last?.by == "2027-01-06")
    }

    @Test func `the ways are the smallest sets of changes`() throws {
        let stale = try Self.calendar("03").ways
        #expect(stale.map(\.on) == ["2026-11-21"])
        #expect(stale.first?.changes.map(\.id) == ["I05"])
        #expect(stale.first?.changes.map(\.remedy.rawValue) == ["repeat"])
        let washout = try Self.calendar("23").ways
        #expect(washout.map(\.on) == ["2026-11-22"])
        #expect(washout.first?.changes.isEmpty == true)
        #expect(try Self.calendar("32").ways.isEmpty)
        let eligible = try Self.calendar("01").ways
        #expect(eligible.map(\.days) == [0])
    }

    @Test(arguments: try CandidateFixture.all())
    func `every day says what a screening on that day says`(_ fixture: CandidateFixture) throws {
        let record = try CandidateDocument(fhir: fixture.document).record
        let first = try CalendarDate(fhirDate: fixture.asOf)
        let screener = try ScreeningFixtures.screener(fixture)
        let calendar = try screener.calendar(of: record, from: first, horizon: 20)
        for criterion in calendar.criteria {
            #expect(criterion.spans.reduce(0) { $0 + $1.days } == 21)
            for (span, next) in zip(criterion.spans, criterion.spans.dropFirst()) {
                #expect(span.effect != next.effect)
                let end = try CalendarDate(fhirDate: span.to)
                #expect(end.advanced(byDays: 1)?.description == next.from)
            }
        }
        for number in [0, 7, 20] {
            let day = try #require(first.advanced(byDays: number))
            let moved = record.movingPlans(from: first, byDays: number)
            let report = try screener.report(on: moved, asOf: day)
            for (answer, timeline) in zip(report.criteria, calendar.criteria) {
                let span = timeline.spans.first { $0.from <= "\(day)" && "\(day)" <= $0.to }
                #expect(span?.effect == answer.effect, "\(answer.id) on \(day)")
            }
            let isOpen = calendar.windows.contains { $0.from <= "\(day)" && "\(day)" <= $0.to }
            #expect(isOpen == (report.verdict == .eligible), "\(day)")
        }
    }

    @Test func `plans move, what was done stays`() throws {
        let record = try CandidateDocument(fhir: try CandidateFixture.named("01").document).record
        let moved = record.movingPlans(from: try CalendarDate(fhirDate: "2026-11-21"), byDays: 10)
        func days(_ record: ClinicalRecord) -> [String] {
            record.resources.compactMap { resource in
                guard resource.type.name == "FHIR.Procedure",
                    case .string(let status) = resource["status"],
                    case .dateTime(let time) = resource["performed"]
                else { return nil }
                return "\(status) \(time.date)"
            }
        }
        let (before, after) = (days(record), days(moved))
        #expect(before.contains("preparation 2026-12-01"))
        #expect(after.contains("preparation 2026-12-11"))
        #expect(after.contains("preparation 2027-01-08"))
        func done(_ days: [String]) -> [String] { days.filter { $0.hasPrefix("completed") } }
        #expect(done(before) == done(after))
        #expect(moved.resources.count == record.resources.count)
    }

    @Test(arguments: [
        ("2024-02-28", 1, "2024-02-29"), ("2026-12-31", 1, "2027-01-01"),
        ("2026-01-01", -1, "2025-12-31"), ("9999-12-31", 1, nil), ("0001-01-01", -1, nil),
        ("2026-11", 1, nil), ("2026-11-21", Int.max, nil),
    ])
    func `a day is found days later`(_ from: String, _ days: Int, _ to: String?) throws {
        let date = try CalendarDate(fhirDate: from)
        #expect(date.advanced(byDays: days)?.description == to)
        if let later = date.advanced(byDays: days) { #expect(date.days(until: later) == days) }
    }
}
