import AuditLog
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
    private var chains = ScreeningChains()
    private var subjects = PastSubjects()
    private var people = PastPeople()

    mutating func fault(adding logged: LoggedEvent) -> String? {
        let fault = fault(of: logged)
        if fault == nil { people.note(logged) }
        return fault
    }

    private mutating func fault(of logged: LoggedEvent) -> String? {
        let event = logged.event
        guard logged.sequence == 0 || people.isActive(event.who) else {
            return "\(event.who) may not sign"
        }
        switch EventKind(rawValue: event.kind) {
        case .trialCreated:
            for site in event.list(People.Details.sites) { states[site] = .planned }
            versions = Set(event.list(Detail.protocolVersions))
            people.found(event)
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
        case .screeningClosed: return chains.close(event)
        case .subjectEnrolled: return enroll(event)
        case .identityOpened:
            let site = subjects[event.subject]?.site
            return site == event.site ? nil : "an identity of nobody at this site"
        case .transferOffered: return offer(logged)
        case .transferAccepted: return accept(event)
        case .allocationRequested: return request(event)
        case .allocationMade: return allocate(event)
        case .userAdded: return people.add(logged)
        case .userSuspended, .userResumed, .userRevoked: return people.change(event)
        case .keyGranted: return people.grant(logged)
        case .keyRotated: return people.rotate(logged)
        case .keyResealed: return people.reseal(logged)
        case .userRekeyed, .logExported: return nil
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

    /// The approvals of the event's site that have ended on `day`, sorted.
    private func endedApprovals(_ event: Event, on day: Day?) -> [String] {
        guard let day else { return [] }
        return approvals[event.site]?.values.filter { $0.isExpired(on: day) }.map(\.id).sorted()
            ?? []
    }

    /// The day for which the event was made.
    private func asOf(_ event: Event) -> Day? {
        try? Day(event.text(Detail.asOf) ?? "", at: event.site)
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
        guard let day = asOf(event) else { return false }
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
        return chains.screen(event)
    }

    private mutating func enroll(_ event: Event) -> String? {
        guard states[event.site] == .active else { return "\(event.site) is not active" }
        guard isUnderVersionInForce(event) else { return "the version is not the one in force" }
        if let ended = endedApprovals(event, on: asOf(event)).first {
            return "the approval \(ended) has ended"
        }
        return chains.enroll(event) ?? subjects.enroll(event)
    }

    private mutating func offer(_ logged: LoggedEvent) -> String? {
        let destination = logged.event.text(Detail.destination) ?? ""
        guard states[destination] == .active else { return "\(destination) is not active" }
        return subjects.offer(
            logged,
            to: destination,
            coordinators: people.coordinators(of: destination)
        )
    }

    private mutating func accept(_ event: Event) -> String? {
        guard states[event.site] == .active else { return "\(event.site) is not active" }
        if let ended = endedApprovals(event, on: try? event.when.day()).first {
            return "the approval \(ended) has ended"
        }
        return subjects.accept(event)
    }

    /// Who is enrolled goes on where an approval has ended, but not without a word.
    private mutating func request(_ event: Event) -> String? {
        guard states[event.site] == .active else { return "\(event.site) is not active" }
        let ended = endedApprovals(event, on: try? event.when.day())
        guard ended == event.list(Detail.endedApprovals) else {
            return "an approval has ended, and the request does not say so"
        }
        return subjects.request(event)
    }

    private mutating func allocate(_ event: Event) -> String? {
        let site = subjects[event.subject]?.site ?? ""
        guard states[site] == .active else { return "\(site) is not active" }
        return subjects.allocate(event)
    }
}
