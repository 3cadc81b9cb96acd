import AuditLog
import Cryptography
import TrialStore

/// The people of a trial as its log tells of them: who holds which key, and what can follow.
struct PastPeople {
    private var people: [String: PastPerson] = [:]
    /// Who holds each data key.
    private var holders = KeyHolders()
    private var sites: [String] = []
    /// The entries of side files that are written, as `table key`.
    private var entries: Set<String> = []
    /// Whether nothing but the founder and the first users is told yet.
    private var isFounding = true

    /// One person.
    private struct PastPerson {
        let role: Role
        let site: String?
        var state = People.State.active
    }

    /// Notes which keys the event wraps to whom; call it once the event is known to hold.
    mutating func note(_ logged: LoggedEvent) {
        for row in logged.rows where row.table.contains("/") {
            entries.insert("\(row.table) \(row.key)")
        }
        for row in logged.rows where row.table == "key_grant" {
            guard let name = GrantName(row.key) else { continue }
            holders.add(name.holder, to: name.key)
        }
        switch EventKind(rawValue: logged.event.kind) {
        case .trialCreated, .userAdded: break
        default: isFounding = false
        }
    }

    mutating func found(_ event: Event) {
        sites = event.list(People.Details.sites)
        people[event.who] = Role(rawValue: event.role).map { PastPerson(role: $0, site: nil) }
    }

    /// Each of these notes an event, and returns why it cannot be, or nil.
    mutating func add(_ logged: LoggedEvent) -> String? {
        let event = logged.event
        guard let name = event.text(People.Details.name),
            let role = Role(rawValue: event.text(People.Details.role) ?? "")
        else { return "the added person is not readable" }
        let site = event.text(People.Details.site)
        guard role.isAtSite == (site != nil), site.map(sites.contains) ?? true else {
            return "\(name) belongs to no site of the trial"
        }
        // Only at the founding are the keys there that a custodian wraps.
        guard isFounding || !logged.rows.contains(where: { $0.table == "key_grant" }) else {
            return "\(event.who) holds no key to give"
        }
        people[name] = PastPerson(role: role, site: site)
        return nil
    }

    mutating func change(_ event: Event) -> String? {
        let name = event.text(People.Details.name) ?? ""
        guard let before = people[name]?.state, let state = People.Details.changing[event.kind]
        else { return "\(name) is not known to the log" }
        guard before != .revoked, before != state else {
            return "\(name) is \(before.rawValue) already"
        }
        // So there is always a custodian left: the one who signs.
        guard name != event.who else { return "\(name) may not do this to oneself" }
        if state != .active, let key = holders.keys(onlyWith: name, isActive: isActive).first {
            return "nobody but \(name) holds \(key)"
        }
        people[name]?.state = state
        return nil
    }

    mutating func grant(_ logged: LoggedEvent) -> String? {
        let event = logged.event
        let name = event.text(People.Details.name) ?? ""
        guard let person = people[name], person.state == .active else {
            return "\(name) may not work with the trial"
        }
        let entitled = Set(person.role.keyNames(site: person.site, sites: sites))
        for row in logged.rows {
            guard let key = GrantName(row.key)?.key, entitled.contains(key.name) else {
                return "\(name) is not entitled to the key"
            }
            let found = holders[key]
            guard found.contains(event.who) else { return "\(event.who) does not hold \(key)" }
            guard !found.contains(name) else { return "\(name) holds \(key) already" }
        }
        return nil
    }

    /// A new version comes after the newest, from somebody who holds that one, and goes to exactly
    /// those who may work and are entitled: nobody is left out, and nobody smuggled in.
    mutating func rotate(_ logged: LoggedEvent) -> String? {
        let event = logged.event
        guard let key = try? KeyIdentifier(text: event.reference ?? ""),
            let newest = holders.newest(key.name), newest.version + 1 == key.version
        else { return "\(event.reference ?? "") does not come next" }
        guard key.name != KeyName.linkage else { return "\(key.name) is not rotated" }
        guard holders[newest].contains(event.who) else {
            return "\(event.who) does not hold \(newest)"
        }
        let entitled = people.filter { _, person in
            person.state == .active
                && person.role.keyNames(site: person.site, sites: sites).contains(key.name)
        }
        let found = logged.rows.compactMap { GrantName($0.key)?.holder }
        guard found.sorted() == entitled.keys.sorted() else {
            return "\(key) goes to others than those who are entitled and may work"
        }
        return nil
    }

    /// Only what is there already is sealed again.
    ///
    /// Under the newest version, by somebody who holds it. What waits to be accepted is under the key of the offer.
    func reseal(_ logged: LoggedEvent) -> String? {
        let event = logged.event
        guard let key = try? KeyIdentifier(text: event.reference ?? ""),
            holders.newest(key.name) == key, holders[key].contains(event.who)
        else {
            return "\(event.who) does not hold \(event.reference ?? ""), or it is not the newest"
        }
        for row in logged.rows {
            guard entries.contains("\(row.table) \(row.key)"), !TransferName.isOffered(row.key)
            else { return "there is no \(row.key) to seal again" }
        }
        return nil
    }

    /// Whether the person called `name` may sign.
    func isActive(_ name: String) -> Bool { people[name]?.state == .active }

    /// The active coordinators of `site`, sorted.
    func coordinators(of site: String) -> [String] {
        people.filter { $0.value.role == .coordinator && $0.value.site == site }
            .filter { $0.value.state == .active }.keys.sorted()
    }
}
