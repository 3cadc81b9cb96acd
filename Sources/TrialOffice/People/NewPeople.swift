import AuditLog
import Cryptography
import TrialStore

/// The keys of the people with whom a trial begins, and the data keys that they share.
///
/// It lives only while the trial is made; afterwards each key exists only wrapped.
final class NewPeople {
    /// Keeps a key that cannot be copied.
    private final class PersonKeys {
        let keys: UserKeys
        let sealed: SealedUserKeys

        init(keys: consuming UserKeys, sealed: SealedUserKeys) {
            self.keys = keys
            self.sealed = sealed
        }
    }

    /// Keeps a data key that cannot be copied.
    private final class KeyHolder {
        let key: DataKey

        init(_ key: consuming DataKey) {
            self.key = key
        }
    }

    private let staff: [StaffMember]
    private let sites: [String]
    private let origin: String
    private var people: [String: PersonKeys] = [:]
    private var dataKeys: [String: KeyHolder] = [:]

    init(
        _ staff: [StaffMember],
        founder: String,
        keys founderKeys: consuming UserKeys,
        sites: [String],
        origin: String,
        cost: Scrypt,
        _ passphrase: (String) throws -> Passphrase
    ) throws {
        self.staff = staff
        self.sites = sites
        self.origin = origin
        var given: UserKeys? = consume founderKeys
        for member in staff {
            let keys: UserKeys
            if member.name == founder, let founderKeys = given.take() {
                keys = founderKeys
            } else {
                keys = try UserKeys.random()
            }
            let passphrase = try passphrase(member.name)
            let sealed = try SealedUserKeys.seal(
                keys,
                passphrase: passphrase.secret,
                user: member.name,
                trial: origin,
                cost: cost
            )
            people[member.name] = PersonKeys(keys: keys, sealed: sealed)
        }
        let perSite = sites.flatMap {
            [KeyName.identity($0), KeyName.records($0), KeyName.results($0)]
        }
        for name in perSite + [KeyName.linkage, KeyName.allocation] {
            let identifier = try KeyIdentifier(name: name, version: 1)
            dataKeys[name] = KeyHolder(try DataKey.random(identifier: identifier))
        }
    }

    func withKeys<Result>(
        of name: String,
        _ body: (borrowing UserKeys) throws -> Result
    ) throws -> Result {
        try body(person(name).keys)
    }

    func withKey<Result>(
        _ name: String,
        _ body: (borrowing DataKey) throws -> Result
    ) throws -> Result {
        guard let holder = dataKeys[name] else { throw missing(name) }
        return try body(holder.key)
    }

    func userRow(_ name: String) throws -> UserRow {
        let person = try person(name)
        guard let member = staff.first(where: { $0.name == name }) else { throw missing(name) }
        return member.row(person.keys, person.sealed)
    }

    func grantRows(_ name: String) throws -> [GrantRow] {
        guard let member = staff.first(where: { $0.name == name }) else { throw missing(name) }
        let recipient = try person(name).keys.agreement.publicKey
        return try member.role.keyNames(site: member.site, sites: sites).map { keyName in
            try withKey(keyName) { key in
                GrantRow(
                    keyID: key.identifier.text,
                    holder: name,
                    wrapped: try WrappedKey.wrap(key, for: recipient, trial: origin).encoded
                )
            }
        }
    }

    /// The details of the event that adds `member`.
    func details(_ member: StaffMember) throws -> [Event.Detail] {
        member.details(signingKey: try person(member.name).keys.signing.publicKey)
    }

    private func person(_ name: String) throws -> PersonKeys {
        guard let person = people[name] else { throw missing(name) }
        return person
    }

    private func missing(_ name: String) -> OfficeError {
        OfficeError(.software, at: name, "its key was not made", remedy: "report this")
    }
}
