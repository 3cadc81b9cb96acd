public import AuditLog
public import Cryptography

/// Who may sign, as the log itself tells: the first event names the founder's key, later events
/// add people.
public struct People: Sendable {
    private var byName: [String: Person] = [:]
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

    /// Whether the event is signed by the key of the person that it names, in the person's role.
    public func recognizes(_ signed: SignedEvent) -> Bool {
        guard let person = byName[signed.event.who] else { return false }
        return person.key == signed.signer && person.role == signed.event.role
            && person.site == signed.event.site
    }

    /// The details of the events from which people are known.
    public enum Details: Sendable {
        /// The kind of the first event.
        public static let founding = "trial.created"
        /// The kind of the events that add people.
        public static let adding = "user.added"
        /// The detail with the name of the person added.
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

    /// Checks who signed, and learns whom the event adds.
    ///
    /// - Returns: what does not hold, or nil.
    public mutating func admit(_ signed: SignedEvent, isFirst: Bool) -> String? {
        let event = signed.event
        if isFirst {
            guard event.kind == Details.founding else {
                return "the first event is not the founding"
            }
            guard origin.hasSuffix("/" + Self.fingerprint(of: signed.signer)) else {
                return "the founder's key is not the one that the log's origin names"
            }
            byName[event.who] = Person(role: event.role, site: event.site, key: signed.signer)
            sites = event.list(Details.sites)
            return nil
        }
        guard let person = byName[event.who] else { return "\(event.who) is not known to the log" }
        guard person.key == signed.signer else { return "it is not signed by \(event.who)" }
        guard person.role == event.role, person.site == event.site else {
            return "\(event.who) has another role or site"
        }
        if event.kind == Details.adding { return add(event) }
        return nil
    }

    private mutating func add(_ event: Event) -> String? {
        guard let name = event.text(Details.name), let role = event.text(Details.role),
            let hex = event.text(Details.key), let bytes = Hex.decode(hex),
            let key = try? Ed25519.PublicKey(bytes: bytes)
        else { return "the added person is not readable" }
        guard byName[name] == nil else { return "\(name) is added twice" }
        byName[name] = Person(
            role: role,
            site: event.text(Details.site) ?? EventDraft.trialWide,
            key: key
        )
        return nil
    }

    /// The keys that check notes, by name.
    public var noteKeys: [NoteKey] {
        byName.sorted { $0.key < $1.key }.compactMap { name, person in
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
