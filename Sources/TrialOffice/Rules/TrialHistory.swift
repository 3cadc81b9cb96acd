import AuditLog
import Pseudonymization
import TrialStore

/// The trial as its log tells it, event by event: what can follow what.
struct TrialHistory: LogHistory {
    private var active: Set<String> = []
    private var planned: Set<String> = []
    /// Site and verdict of each screening, and whether it led to an enrollment.
    private var screenings: [String: (site: String, verdict: String, isUsed: Bool)] = [:]
    private var screeningCounts: [String: Int] = [:]
    private var subjects: [String: (site: String, stratum: String)] = [:]
    private var requested: Set<String> = []
    private var allocated: Set<String> = []

    mutating func fault(adding logged: LoggedEvent) -> String? {
        let event = logged.event
        switch EventKind(rawValue: event.kind) {
        case .trialCreated:
            planned = Set(event.list(People.Details.sites))
            return logged.sequence == 0 ? nil : "a second founding"
        case .siteActivated: return activate(event.reference ?? "")
        case .screeningRecorded: return screen(event)
        case .subjectEnrolled: return enroll(event)
        case .identityOpened:
            let site = subjects[event.subject ?? ""]?.site
            return site == event.site ? nil : "an identity of nobody at this site"
        case .allocationRequested: return request(event)
        case .allocationMade: return allocate(event)
        case .userAdded, .logExported: return nil
        case nil: return "an unknown kind"
        }
    }

    private mutating func activate(_ site: String) -> String? {
        guard planned.remove(site) != nil else { return "\(site) cannot be activated" }
        active.insert(site)
        return nil
    }

    private mutating func screen(_ event: Event) -> String? {
        guard active.contains(event.site) else { return "\(event.site) is not active" }
        let number = event.reference ?? ""
        let count = screeningCounts[event.site, default: 0] + 1
        guard let site = try? SiteCode(event.site),
            let wanted = try? ScreeningNumber(site: site, number: count).text, number == wanted
        else { return "\(number) is not the next screening number" }
        screeningCounts[event.site] = count
        screenings[number] = (event.site, event.text(Detail.verdict) ?? "", false)
        return nil
    }

    private mutating func enroll(_ event: Event) -> String? {
        let number = event.reference ?? ""
        guard let screening = screenings[number], screening.site == event.site,
            screening.verdict == "eligible", !screening.isUsed
        else { return "\(number) cannot lead to an enrollment" }
        let subject = event.subject ?? ""
        guard subjects[subject] == nil else { return "\(subject) is enrolled twice" }
        screenings[number]?.isUsed = true
        subjects[subject] = (event.site, event.text(Detail.stratum) ?? "")
        return nil
    }

    private mutating func request(_ event: Event) -> String? {
        let subject = event.subject ?? ""
        guard let enrolled = subjects[subject], enrolled.site == event.site,
            enrolled.stratum == event.text(Detail.stratum)
        else { return "\(subject) is not enrolled so at \(event.site)" }
        guard requested.insert(subject).inserted else { return "\(subject) is asked for twice" }
        return nil
    }

    private mutating func allocate(_ event: Event) -> String? {
        let subject = event.subject ?? ""
        guard requested.contains(subject), let enrolled = subjects[subject],
            enrolled.stratum == event.text(Detail.stratum)
        else { return "nobody asked for an allocation of \(subject) in this stratum" }
        guard allocated.insert(subject).inserted else { return "\(subject) is allocated twice" }
        let number = AllocationNumber.text(allocated.count)
        guard event.reference == number else { return "\(number) comes next" }
        return nil
    }
}
