import Cryptography
import TrialStore

/// A person whose private keys are open, for as long as this object lives.
///
/// A class, because keys cannot be copied.
public final class Session: Sendable {
    /// The name under which the person signs.
    public let name: String
    /// What the person may do.
    public let role: Role
    /// The person's site, for roles at a site.
    public let site: String?

    let keys: UserKeys
    private let grants: [GrantRow]
    private let origin: String

    init(
        name: String,
        role: Role,
        site: String?,
        keys: consuming UserKeys,
        grants: [GrantRow],
        origin: String
    ) {
        self.name = name
        self.role = role
        self.site = site
        self.keys = keys
        self.grants = grants
        self.origin = origin
    }

    /// Whether the person holds the data key called `name`.
    func holds(_ name: String) -> Bool {
        grants.contains { (try? KeyIdentifier(text: $0.keyID))?.name == name }
    }

    /// The identifiers of the data keys that are wrapped to the person, sorted.
    var heldKeys: [KeyIdentifier] {
        grants.compactMap { try? KeyIdentifier(text: $0.keyID) }.sorted()
    }

    /// The data key with exactly this version.
    func dataKey(_ identifier: KeyIdentifier) throws -> DataKey {
        guard let row = grants.first(where: { $0.keyID == identifier.text }) else {
            throw doesNotHold(identifier.text)
        }
        return try unwrap(row)
    }

    /// The data key called `name`, in the version that the sealed value says it needs.
    func dataKey(_ name: String, opening sealed: [UInt8]) throws -> DataKey {
        let identifier = try SealedEnvelope(of: sealed).keyIdentifier
        // Another name than the place asks for is never followed.
        guard identifier.name == name else { return try dataKey(name) }
        return try dataKey(identifier)
    }

    /// The newest data key called `name`.
    func dataKey(_ name: String) throws -> DataKey {
        var newest: (row: GrantRow, version: UInt32)?
        for row in grants {
            let id = try KeyIdentifier(text: row.keyID)
            guard id.name == name, id.version >= newest?.version ?? 0 else { continue }
            newest = (row, id.version)
        }
        guard let newest else {
            throw doesNotHold(name)
        }
        return try unwrap(newest.row)
    }

    private func unwrap(_ row: GrantRow) throws -> DataKey {
        let wrapped = try WrappedKey(encoded: row.wrapped)
        guard wrapped.keyIdentifier.text == row.keyID else {
            throw TrialStoreError.damaged(file: "trial.sqlite", what: "the key \(row.keyID)")
        }
        return try wrapped.unwrap(with: keys.agreement, trial: origin)
    }

    private func doesNotHold(_ key: String) -> OfficeError {
        OfficeError(
            .notPermitted,
            at: name,
            "this user does not hold the key `\(key)`",
            remedy: "ask somebody who holds it for `milenari key grant`, if your role is entitled;"
                + " see `milenari key list` and Documentation/ThreatModel.md"
        )
    }

    /// Refuses when the role may not sign events of this kind.
    func require(_ kind: EventKind) throws(OfficeError) {
        guard role.kinds.contains(kind) else {
            let roles = Role.allCases.filter { $0.kinds.contains(kind) }.map(\.rawValue)
            throw OfficeError(
                .notPermitted,
                at: name,
                "a \(role.rawValue) may not do this",
                remedy: "it is for: \(roles.joined(separator: ", "))"
            )
        }
    }

    /// The person's site; refuses for roles without one.
    func requireSite() throws(OfficeError) -> String {
        guard let site else {
            throw OfficeError(
                .notPermitted,
                at: name,
                "this needs somebody who works at a site",
                remedy: "use a coordinator or investigator of the site"
            )
        }
        return site
    }
}
