import AuditLog
import Eligibility
import Pseudonymization
import TrialStore

/// The trial as its log tells it, event by event: what can follow what.
struct TrialHistory: LogHistory {
    private var states: [String: SiteState] = [:]
    /// The versions of the protocol that the trial has.
    private var versions: Set<String> = []
    /// The versions in force at each site.
    private var inForce: [String: VersionsInForce] = [:]
    /// The newest approvals of each site, by their identifier.
    private var approvals: [String: [String: GrantedApproval]] = [:]
    private var screenings: [String: PastScreening] = [:]
    private var screeningCounts: [String: Int] = [:]
    private var subjects: [String: (site: String, stratum: String)] = [:]
    private var requested: Set<String> = []
    private var allocated: Set<String> = []

    private struct PastScreening {
        let site: String
        let version: String
        /// Whether it can lead to an enrollment.
        var isOpen: Bool
    }

    mutating func fault(adding logged: LoggedEvent) -> String? {
        let event = logged.event
        switch EventKind(rawValue: event.kind) {
        case .trialCreated:
            for site in event.list(People.Details.sites) { states[site] = .planned }
            versions = Set(event.list(Detail.protocolVersions))
            return logged.sequence == 0 ? nil : "a second founding"
        case .protocolAmended:
            let new = event.list(Detail.protocolVersions)
            guard !new.isEmpty, versions.isDisjoint(with: new) else { return "no new version" }
            versions.formUnion(new)
            return nil
        case .siteActivated: return activate(event)
        case .approvalRecorded:
            guard states[event.reference ?? ""] != nil else { return "no such site" }
            keepApprovals(of: event)
            return nil
        case .siteAmended: return amend(event)
        case .siteSuspended: return move(event.reference ?? "", from: .active, to: .suspended)
        case .siteResumed: return move(event.reference ?? "", from: .suspended, to: .active)
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

    private mutating func move(_ site: String, from: SiteState, to: SiteState) -> String? {
        guard states[site] == from else { return "\(site) cannot become \(to.rawValue)" }
        states[site] = to
        return nil
    }

    private mutating func activate(_ event: Event) -> String? {
        let site = event.reference ?? ""
        keepApprovals(of: event)
        return move(site, from: .planned, to: .active) ?? adopt(event, at: site)
    }

    private mutating func keepApprovals(of event: Event) {
        for line in event.list(Detail.approvals) {
            guard let approval = GrantedApproval(line: line) else { continue }
            approvals[event.reference ?? "", default: [:]][approval.id] = approval
        }
    }

    /// The approval of the event's site that has ended on the event's day, if there is one.
    private func endedApproval(_ event: Event) -> String? {
        guard let day = try? Day(event.text(Detail.asOf) ?? "", at: event.site) else { return nil }
        return approvals[event.site]?.values.filter { $0.isExpired(on: day) }.map(\.id).min()
    }

    private mutating func amend(_ event: Event) -> String? {
        let site = event.reference ?? ""
        guard states[site] == .active || states[site] == .suspended else {
            return "\(site) is not active"
        }
        return adopt(event, at: site)
    }

    private mutating func adopt(_ event: Event, at site: String) -> String? {
        let version = event.text(Detail.protocolVersion) ?? ""
        guard versions.contains(version) else { return "the trial has no version \(version)" }
        guard let since = try? Day(event.text(Detail.asOf) ?? "", at: site) else {
            return "version \(version) is in force at \(site) from no day on"
        }
        guard inForce[site, default: VersionsInForce()].add(version, since: since) else {
            return "version \(version) cannot follow at \(site)"
        }
        return nil
    }

    /// Whether the event was made under the version that was in force at its site on its day.
    private func isUnderVersionInForce(_ event: Event) -> Bool {
        guard let day = try? Day(event.text(Detail.asOf) ?? "", at: event.site) else {
            return false
        }
        return inForce[event.site]?.version(on: day) == event.text(Detail.protocolVersion)
    }

    private mutating func screen(_ event: Event) -> String? {
        let isPreScreening = states[event.site] == .suspended
        guard states[event.site] == .active || isPreScreening else {
            return "\(event.site) is not active"
        }
        guard isPreScreening == (event.flag(Detail.isPreScreening) == true) else {
            return "\(event.site) screens while it is suspended"
        }
        guard isUnderVersionInForce(event) else { return "the version is not the one in force" }
        let number = event.reference ?? ""
        let count = screeningCounts[event.site, default: 0] + 1
        guard let site = try? SiteCode(event.site),
            let wanted = try? ScreeningNumber(site: site, number: count).text, number == wanted
        else { return "\(number) is not the next screening number" }
        screeningCounts[event.site] = count
        screenings[number] = PastScreening(
            site: event.site,
            version: event.text(Detail.protocolVersion) ?? "",
            isOpen: event.text(Detail.verdict) == Verdict.eligible.rawValue && !isPreScreening
        )
        return nil
    }

    private mutating func enroll(_ event: Event) -> String? {
        let number = event.reference ?? ""
        guard let screening = screenings[number], screening.site == event.site, screening.isOpen
        else { return "\(number) cannot lead to an enrollment" }
        guard states[event.site] == .active else { return "\(event.site) is not active" }
        guard isUnderVersionInForce(event), screening.version == event.text(Detail.protocolVersion)
        else { return "the version is not the one in force, or not the one of the screening" }
        if let ended = endedApproval(event) { return "the approval \(ended) has ended" }
        let subject = event.subject ?? ""
        guard subjects[subject] == nil else { return "\(subject) is enrolled twice" }
        screenings[number]?.isOpen = false
        subjects[subject] = (event.site, event.text(Detail.stratum) ?? "")
        return nil
    }

    private mutating func request(_ event: Event) -> String? {
        let subject = event.subject ?? ""
        guard states[event.site] == .active else { return "\(event.site) is not active" }
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
        guard states[enrolled.site] == .active else { return "\(enrolled.site) is not active" }
        guard allocated.insert(subject).inserted else { return "\(subject) is allocated twice" }
        let number = AllocationNumber.text(allocated.count)
        guard event.reference == number else { return "\(number) comes next" }
        return nil
    }
}
