import Cryptography
import TrialStore

/// Somebody who works with the trial, or did, and which data keys the person can open.
public struct PersonInTrial: Sendable, Codable, Equatable {
    /// The name under which the person signs.
    public let name: String
    /// What the person does.
    public let role: Role
    /// The site, for roles at a site.
    public let site: String?
    /// Whether the person may work: `active`, `suspended` or `revoked`.
    public let state: String
    /// The identifiers of the data keys that are wrapped to the person, sorted.
    ///
    /// Whoever is suspended
    /// or revoked holds them still: only another version of a key shuts somebody out.
    public let keys: [String]
    /// The identifiers of the newest data keys to which the person's role is entitled and that nobody
    /// has granted yet, sorted; empty for whoever may not work.
    public let missing: [String]
}

/// A data key, and who can open what is sealed with it.
public struct KeyInTrial: Sendable, Codable, Equatable {
    /// Name and version, for example `records/BCN#1`.
    public let key: String
    /// The names of those who can open it and may work, sorted.
    public let holders: [String]
    /// The names of those who can open it, and are suspended or revoked, sorted.
    public let formerHolders: [String]
    /// The names of those whose role is entitled to it, and to whom nobody has granted it, sorted.
    public let missing: [String]
}

extension TrialOffice {
    /// Everybody who works with the trial, or did; needs no key.
    ///
    /// - Returns: By name.
    /// - Throws: ``OfficeError``: `damaged` where the trial's file does not hold.
    public func people() throws(OfficeError) -> [PersonInTrial] {
        try OfficeError.translate { try store.read { try Self.people($0.sound()) } }
    }

    /// Every data key, and who can open it; needs no key.
    ///
    /// Those of offered transfers are left out.
    ///
    /// - Returns: By name and version.
    /// - Throws: ``OfficeError``: `damaged` where the trial's file does not hold.
    public func keys() throws(OfficeError) -> [KeyInTrial] {
        try OfficeError.translate {
            let people = try self.people()
            return Set(people.flatMap { $0.keys + $0.missing }).sorted().map { key in
                let holders = people.filter { $0.keys.contains(key) }
                return KeyInTrial(
                    key: key,
                    holders: holders.filter(\.isActive).map(\.name),
                    formerHolders: holders.filter { !$0.isActive }.map(\.name),
                    missing: people.filter { $0.missing.contains(key) }.map(\.name)
                )
            }
        }
    }

    static func people(_ reader: TrialReader) throws -> [PersonInTrial] {
        let known = try reader.people()
        let holders = try KeyHolders(reader.grants())
        let newest = Dictionary(
            holders.byKey.keys.map { ($0.name, $0) },
            uniquingKeysWith: max
        )
        return try known.names.compactMap { name in
            guard let person = known[name], let role = Role(rawValue: person.role),
                let state = known.state(of: name)
            else { throw TrialStoreError.damaged(file: "trial.sqlite", what: "the user \(name)") }
            let site = person.site == EventDraft.trialWide ? nil : person.site
            let entitled = role.keyNames(site: site, sites: known.sites).compactMap { newest[$0] }
            return PersonInTrial(
                name: name,
                role: role,
                site: site,
                state: state.rawValue,
                keys: holders.keys(of: name).map(\.text),
                missing: state == .active
                    ? entitled.filter { !holders[$0].contains(name) }.sorted().map(\.text) : []
            )
        }
    }
}

extension PersonInTrial {
    /// Whether the person may work.
    var isActive: Bool { state == People.State.active.rawValue }
}
