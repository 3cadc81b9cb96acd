import AuditLog
import Cryptography
import TrialDefinition
import TrialStore

/// What the log of a trial may tell: the one place that says which event may do what.
///
/// Writing, reading and verifying all ask here, so that a person with a valid key cannot do with a
/// file editor what the person may not do with a command.
struct TrialRules: LogRules {
    let counters = [
        RowCounter(
            name: "screenings",
            kind: EventKind.screeningRecorded.rawValue,
            table: "screening"
        ),
        RowCounter(name: "subjects", kind: EventKind.subjectEnrolled.rawValue, table: "subject"),
        RowCounter(
            name: "linkages",
            kind: EventKind.subjectEnrolled.rawValue,
            table: "linkage",
            distinct: "subject"
        ),
        RowCounter(
            name: "transfers",
            kind: EventKind.transferOffered.rawValue,
            table: "transfer"
        ),
        RowCounter(
            name: "requests",
            kind: EventKind.allocationRequested.rawValue,
            table: "allocation_request"
        ),
        RowCounter(
            name: "allocations",
            kind: EventKind.allocationMade.rawValue,
            table: "allocation"
        ),
    ]

    func history() -> any LogHistory { TrialHistory() }

    /// Kind and role have to fit, and the rows have to be exactly those that the kind writes.
    func fault(of logged: LoggedEvent) -> String? {
        let event = logged.event
        guard let kind = EventKind(rawValue: event.kind), let role = Role(rawValue: event.role)
        else { return "an unknown kind or role" }
        guard role.kinds.contains(kind) else {
            return "\(event.who) (\(event.role)) may not do \(event.kind)"
        }
        guard role.isAtSite == (event.site != EventDraft.trialWide) else {
            return "\(event.who) acts for the wrong site"
        }
        guard Self.isReason(event.reason ?? "", of: kind) else {
            return "the reason is none of the list"
        }
        if role.isAtSite, kind == .siteSuspended, event.reference != event.site {
            return "\(event.who) may suspend no other site"
        }
        if kind == .subjectEnrolled, let stratum = event.text(Detail.stratum),
            !Self.isStratum(stratum, of: event.site)
        {
            return "the stratum is one of another site"
        }
        let found = logged.rows.filter { !isOffersKey($0, in: event, kind) }
            .map { "\($0.table) \($0.key)" }
        switch kind {
        case .trialCreated, .userAdded: return faultOfPeopleRows(logged, kind)
        case .keyGranted: return faultOfGrantedRows(logged)
        case .keyRotated: return faultOfRotatedRows(logged)
        case .keyResealed: return faultOfResealedRows(logged)
        default: break
        }
        guard found.sorted() == rows(of: event, kind).sorted() else {
            return "\(event.kind) writes rows that are not its own"
        }
        return nil
    }

    private static func isReason(_ text: String, of kind: EventKind) -> Bool {
        switch kind {
        case .siteSuspended, .siteResumed: SuspensionReason(rawValue: text) != nil
        case .userSuspended, .userResumed, .userRevoked: UserReason(rawValue: text) != nil
        case .screeningClosed: NotEnrolledReason(rawValue: text) != nil
        case .transferOffered: TransferReason(rawValue: text) != nil
        default: true
        }
    }

    /// A stratum that names a site names the one whose person acts.
    private static func isStratum(_ text: String, of site: String) -> Bool {
        let mark = AllocationPlan.siteFactor + "="
        return text.split(separator: ";").allSatisfy { level in
            !level.hasPrefix(mark) || level.dropFirst(mark.count).utf8.elementsEqual(site.utf8)
        }
    }

    /// `table key` of each row that an event of `kind` writes.
    private func rows(of event: Event, _ kind: EventKind) -> [String] {
        let subject = event.subject ?? ""
        let reference = event.reference ?? ""
        return switch kind {
        case .trialCreated, .userAdded, .keyGranted, .keyRotated, .keyResealed, .identityOpened,
            .screeningClosed,
            .logExported, .userSuspended, .userResumed, .userRevoked:
            []
        case .userRekeyed: ["user \(event.who)"]
        case .protocolAmended:
            event.list(Detail.protocolVersions).map { "protocol_version \($0)" }
        case .approvalRecorded: siteApprovals(of: event)
        case .siteActivated:
            ["site \(reference)", siteVersion(of: event)] + siteApprovals(of: event)
        case .siteAmended: [siteVersion(of: event)]
        case .siteSuspended, .siteResumed: ["site \(reference)"]
        case .screeningRecorded: ["screening \(reference)", "keys/\(event.site) \(reference)"]
        case .subjectEnrolled:
            ["subject \(subject)", "linkage \(subject)", "vaults/\(event.site) \(subject)"]
        case .transferOffered:
            ["transfer \(reference)"]
                + sides(event.text(Detail.destination), TransferName.offeredEntry(reference))
        case .transferAccepted:
            ["transfer \(reference)", "subject \(subject)"] + sides(event.site, reference)
                + (event.text(Detail.number) == nil ? [] : ["allocation \(subject)"])
        case .allocationRequested: ["allocation_request \(subject)"]
        case .allocationMade: ["allocation_request \(subject)", "allocation \(subject)"]
        }
    }

    /// Whether a row grants the key of the offer that the event tells of; whether it is granted to
    /// the right people, only the history can tell.
    private func isOffersKey(_ row: RowReference, in event: Event, _ kind: EventKind) -> Bool {
        kind == .transferOffered && row.table == "key_grant"
            && row.key.hasPrefix(TransferName.key(event.reference ?? "") + "#1/")
    }

    private func sides(_ site: String?, _ id: String) -> [String] {
        SideKind.allCases.map { "\($0.rawValue)/\(site ?? "") \(id)" }
    }

    private func siteVersion(of event: Event) -> String {
        "site_version \(event.reference ?? "")/\(event.text(Detail.protocolVersion) ?? "")"
    }

    private func siteApprovals(of event: Event) -> [String] {
        event.list(Detail.approvals).compactMap(GrantedApproval.init(line:))
            .map { "site_approval \(event.reference ?? "")/\($0.id)" }
    }

    /// People bring their own row and keys wrapped to them; the founding also seed and sites.
    private func faultOfPeopleRows(_ logged: LoggedEvent, _ kind: EventKind) -> String? {
        let event = logged.event
        let isFounding = kind == .trialCreated
        let name = isFounding ? event.who : event.text(People.Details.name) ?? ""
        guard StaffMember.isName(name) else { return "the user's name is not a permitted one" }
        var founding = ["user \(name)"]
        if isFounding {
            founding.append("secret \(AllocationSeed.name)")
            founding += event.list(People.Details.sites).map { "site \($0)" }
            founding += event.list(Detail.protocolVersions).map { "protocol_version \($0)" }
        }
        let others = logged.rows.filter { $0.table != "key_grant" }.map { "\($0.table) \($0.key)" }
        guard others.sorted() == founding.sorted() else {
            return "\(event.kind) writes rows that are not its own"
        }
        let role = Role(rawValue: isFounding ? event.role : event.text(People.Details.role) ?? "")
        let site = isFounding ? nil : event.text(People.Details.site)
        let keys = logged.rows.filter { $0.table == "key_grant" }.map(\.key)
        guard let role, keys.allSatisfy({ allows($0, to: name, role, site) }) else {
            return "\(event.kind) grants keys that the role does not hold"
        }
        return nil
    }

    /// Keys are granted to one person; whether the person is entitled, only the history can tell.
    private func faultOfGrantedRows(_ logged: LoggedEvent) -> String? {
        let name = logged.event.text(People.Details.name) ?? ""
        let isOne = logged.rows.allSatisfy { row in
            row.table == "key_grant" && GrantName(row.key)?.holder == name
        }
        return isOne && !logged.rows.isEmpty
            ? nil : "\(logged.event.kind) writes rows that are not its own"
    }

    /// One version of one key goes to several people; whether to all, only the history can tell.
    private func faultOfRotatedRows(_ logged: LoggedEvent) -> String? {
        let isOne = logged.rows.allSatisfy { row in
            row.table == "key_grant" && GrantName(row.key)?.key.text == logged.event.reference
        }
        let holders = Set(logged.rows.map(\.key))
        return isOne && !holders.isEmpty && holders.count == logged.rows.count
            ? nil : "\(logged.event.kind) writes rows that are not its own"
    }

    /// Only entries of the own site's file that the key opens.
    private func faultOfResealedRows(_ logged: LoggedEvent) -> String? {
        let event = logged.event
        let key = try? KeyIdentifier(text: event.reference ?? "")
        let table = ResealedFile(key: key?.name ?? "", site: event.site)?.table
        return !logged.rows.isEmpty && logged.rows.allSatisfy { $0.table == table }
            ? nil : "\(event.kind) writes rows that are not its own"
    }

    /// Whether `NAME#VERSION/HOLDER` is a key that the role holds.
    private func allows(_ key: String, to name: String, _ role: Role, _ site: String?) -> Bool {
        guard key.hasSuffix("/" + name), let mark = key.lastIndex(of: "#") else { return false }
        let keyName = String(key[..<mark])
        let sites = keyName.split(separator: "/").dropFirst().map(String.init)
        return role.keyNames(site: site, sites: sites).contains(keyName)
    }
}
