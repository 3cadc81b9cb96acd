import AuditLog
import Eligibility
import Pseudonymization
import TrialStore

/// The candidates of a trial as its log tells of them: each with the screenings that are known to
/// be of the same candidate.
struct ScreeningChains {
    /// In the order of their first screening.
    private(set) var candidates: [Candidate] = []
    /// The index of the candidate, by the number of a screening.
    private var places: [String: Int] = [:]
    private var counts: [String: Int] = [:]

    /// One candidate at one site.
    struct Candidate {
        let site: String
        /// Oldest first; never empty.
        private(set) var screenings: [PastScreening]
        /// The pseudonym, once enrolled.
        fileprivate(set) var subject: String?

        init(_ first: PastScreening, site: String) {
            self.site = site
            screenings = [first]
        }

        var newest: PastScreening { screenings[screenings.count - 1] }

        fileprivate mutating func add(_ screening: PastScreening) { screenings.append(screening) }

        fileprivate mutating func close(_ reason: NotEnrolledReason?) {
            screenings[screenings.count - 1].closed = reason
        }
    }

    /// One screening on record.
    struct PastScreening {
        let number: String
        let version: String
        let asOf: String
        let verdict: String
        let isPreScreening: Bool
        let recordedAt: String
        let recordedBy: String
        /// Why nobody is enrolled from it, where somebody has said so.
        fileprivate(set) var closed: NotEnrolledReason?

        init(_ event: Event) {
            number = event.reference ?? ""
            version = event.text(Detail.protocolVersion) ?? ""
            asOf = event.text(Detail.asOf) ?? ""
            verdict = event.text(Detail.verdict) ?? ""
            isPreScreening = event.flag(Detail.isPreScreening) == true
            recordedAt = event.when.text
            recordedBy = event.who
        }
    }

    /// Nobody.
    init() {}

    /// The candidates of whom `log` tells, which holds.
    init(_ log: [LoggedEvent]) {
        for event in log.map(\.event) {
            switch EventKind(rawValue: event.kind) {
            case .screeningRecorded: _ = screen(event)
            case .screeningClosed: _ = close(event)
            case .subjectEnrolled: _ = enroll(event)
            default: continue
            }
        }
    }

    /// The candidate whose screening has the number `number`.
    subscript(number: String) -> Candidate? { places[number].map { candidates[$0] } }

    /// Adds a screening; returns why it cannot follow, or nil.
    mutating func screen(_ event: Event) -> String? {
        let screening = PastScreening(event)
        let count = counts[event.site, default: 0] + 1
        guard let site = try? SiteCode(event.site),
            let wanted = try? ScreeningNumber(site: site, number: count).text,
            screening.number == wanted
        else { return "\(screening.number) is not the next screening number" }
        if let again = event.text(Detail.again) {
            guard let place = places[again], candidates[place].site == event.site,
                candidates[place].newest.number == again
            else { return "\(again) is not the newest screening of a candidate at \(event.site)" }
            candidates[place].add(screening)
            places[screening.number] = place
        } else {
            places[screening.number] = candidates.count
            candidates.append(Candidate(screening, site: event.site))
        }
        counts[event.site] = count
        return nil
    }

    /// Notes that nobody is enrolled from a screening; returns why that cannot be, or nil.
    mutating func close(_ event: Event) -> String? {
        let number = event.reference ?? ""
        guard let place = openPlace(number, event.site),
            let reason = NotEnrolledReason(rawValue: event.reason ?? "")
        else { return "\(number) is not in progress at \(event.site)" }
        candidates[place].close(reason)
        return nil
    }

    /// Notes an enrollment; returns why it cannot be, or nil.
    mutating func enroll(_ event: Event) -> String? {
        let number = event.reference ?? ""
        guard let place = openPlace(number, event.site),
            candidates[place].newest.verdict == Verdict.eligible.rawValue,
            !candidates[place].newest.isPreScreening
        else { return "\(number) cannot lead to an enrollment" }
        guard candidates[place].newest.version == event.text(Detail.protocolVersion) else {
            return "\(number) was screened by another version"
        }
        candidates[place].subject = event.subject
        return nil
    }

    /// Where the candidate stands whose newest screening is `number`, neither enrolled nor closed.
    private func openPlace(_ number: String, _ site: String) -> Int? {
        guard let place = places[number] else { return nil }
        let candidate = candidates[place]
        let isOpen =
            candidate.site == site && candidate.newest.number == number
            && candidate.newest.closed == nil && candidate.subject == nil
        return isOpen ? place : nil
    }
}
