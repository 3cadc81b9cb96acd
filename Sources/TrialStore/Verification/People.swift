public import AuditLog
public import Cryptography

/// Who may sign, as the log itself tells: the first event names the founder's key, later events
/// add people, suspend and revoke them.
///
/// What somebody signed before being revoked stays valid, and nothing after it is.
public struct People: Sendable {
    private var byName: [String: Person] = [:]
    /// By name, from which number of events on which state holds; oldest first.
    private var states: [String: [(since: UInt64, state: State)]] = [:]
    /// The codes of the sites, from the first event.
    public private(set) var sites: [String] = []

    /// Somebody who may sign.
    public struct Person: Sendable, Hashable {
        /// The raw value of the role.
        public let role: String
        /// The site, or ``EventDraft/trialWide``.
        public let site: String
        /// The key that checks the person's events.
        public let key: Ed25519.PublicKey
    }

    private let origin: String

    /// Nobody yet; `origin` pins the founder's key.
    public init(origin: String) {
        self.origin = origin
    }

    /// The last part of an origin: what pins the founder's key `key`, 32 hexadecimal digits of its
    /// SHA-256.
    public static func fingerprint(of key: Ed25519.PublicKey) -> String {
        String(SHA256.digest(of: key.bytes).hex.prefix(32))
    }

    /// Whether somebody may sign.
    public enum State: String, Sendable, Codable {
        /// May sign.
        case active
        /// May not sign until resumed.
        case suspended
        /// May not sign any more, for ever.
        case revoked
    }

    /// Whether the event number `sequence` is signed by the key of the person that it names, in the
    /// person's role, at a time at which the person might sign.
    public func recognizes(_ signed: SignedEvent, at sequence: UInt64) -> Bool {
        fault(of: signed, at: sequence) == nil
    }

    private func fault(of signed: SignedEvent, at sequence: UInt64) -> String? {
        let event = signed.event
        guard let person = byName[event.who] else { return "\(event.who) is not known to the log" }
        guard person.key == signed.signer else { return "it is not signed by \(event.who)" }
        guard person.role == event.role, person.site == event.site else {
            return "\(event.who) has another role or site"
        }
        let state = state(of: event.who, at: sequence)
        guard state == .active else {
            return "\(event.who) was \(state?.rawValue ?? "not known") then"
        }
        return nil
    }

    /// The state of the person called `name` after the first `size` events; nil for somebody whom
    /// they do not add.
    public func state(of name: String, at size: UInt64 = .max) -> State? {
        states[name]?.last { $0.since <= size }?.state
    }

    /// The names of all, sorted.
    public var names: [String] { byName.keys.sorted() }

    /// The kinds of events that tell of people.
    static let kinds = [Details.founding, Details.adding] + Details.changing.keys.sorted()

    /// The details of the events from which people are known.
    public enum Details: Sendable {
        /// The kind of the first event.
        public static let founding = "trial.created"
        /// The kind of the events that add people.
        public static let adding = "user.added"
        /// The kind of the events with which somebody seals the own keys anew.
        public static let rekeying = "user.rekeyed"
        /// The kinds of the events after which somebody has another state.
        public static let changing: [String: State] = [
            "user.suspended": .suspended, "user.resumed": .active, "user.revoked": .revoked,
        ]
        /// The detail with the name of the person added, suspended, resumed or revoked.
        public static let name = "name"
        /// The detail with the raw value of that person's role.
        public static let role = "role"
        /// The detail with the code of that person's site; absent without one.
        public static let site = "site"
        /// The detail with that person's public Ed25519 key, hexadecimal.
        public static let key = "signing-key"
        /// The detail of the first event with the codes of the sites.
        public static let sites = "sites"
    }

    /// Checks who signed the event number `sequence`, and learns whom it adds or changes.
    ///
    /// - Returns: what does not hold, or nil.
    public mutating func admit(_ signed: SignedEvent, at sequence: UInt64) -> String? {
        let event = signed.event
        if sequence == 0 {
            guard event.kind == Details.founding else {
                return "the first event is not the founding"
            }
            guard origin.hasSuffix("/" + Self.fingerprint(of: signed.signer)) else {
                return "the founder's key is not the one that the log's origin names"
            }
            byName[event.who] = Person(role: event.role, site: event.site, key: signed.signer)
            states[event.who] = [(0, .active)]
            sites = event.list(Details.sites)
            return nil
        }
        if let fault = fault(of: signed, at: sequence) { return fault }
        if event.kind == Details.adding { return add(event, at: sequence) }
        if let state = Details.changing[event.kind] {
            return change(event, to: state, at: sequence)
        }
        return nil
    }

    private mutating func change(_ event: Event, to state: State, at sequence: UInt64) -> String? {
        let name = event.text(Details.name) ?? ""
        guard let before = self.state(of: name) else { return "\(name) is not known to the log" }
        guard before != .revoked, before != state else {
            return "\(name) is \(before.rawValue) already"
        }
        states[name]?.append((sequence + 1, state))
        return nil
    }

    private mutating func add(_ event: Event, at sequence: UInt64) -> String? {
        guard let name = event.text(Details.name), let role = event.text(Details.role),
            let hex = event.text(Details.key), let bytes = Hex.decode(hex),
            let key = try? Ed25519.PublicKey(bytes: bytes)
        else { return "the added person is not readable" }
        guard byName[name] == nil else { return "\(name) is added twice" }
        states[name] = [(sequence + 1, .active)]
        byName[name] = Person(
            role: role,
            site: event.text(Details.site) ?? EventDraft.trialWide,
            key: key
        )
        return nil
    }

    /// The keys that check notes over the first `size` events, by name: of those who might sign
    /// then.
    public func noteKeys(at size: UInt64) -> [NoteKey] {
        byName.filter { state(of: $0.key, at: size) == .active }.sorted { $0.key < $1.key }
            .compactMap { name, person in
                try? NoteKey(name: name, kind: .ed25519, publicKey: person.key)
            }
    }

    /// The person called `name`.
    public subscript(name: String) -> Person? { byName[name] }
}

extension Event {
    /// The text of the detail `key`.
    public func text(_ key: String) -> String? {
        for detail in details where detail.key == key {
            if case .text(let text) = detail.value { return text }
        }
        return nil
    }

    /// The flag of the detail `key`.
    public func flag(_ key: String) -> Bool? {
        if case .flag(let flag)? = details.first(where: { $0.key == key })?.value {
            flag
        } else {
            nil
        }
    }

    /// The texts of the list detail `key`; empty when there is none.
    public func list(_ key: String) -> [String] {
        for detail in details where detail.key == key {
            if case .list(let texts) = detail.value { return texts }
        }
        return []
    }
}
