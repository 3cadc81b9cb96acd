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

    /// The newest data key called `name`.
    func dataKey(_ name: String) throws -> DataKey {
        var newest: (row: GrantRow, version: UInt32)?
        for row in grants {
            let id = try KeyIdentifier(text: row.keyID)
            guard id.name == name, id.version >= newest?.version ?? 0 else { continue }
            newest = (row, id.version)
        }
        guard let newest else {
            throw OfficeError(
                .notPermitted,
                at: self.name,
                "this user does not hold the key `\(name)`",
                remedy: "ask somebody whose role holds it; see Documentation/ThreatModel.md"
            )
        }
        let wrapped = try WrappedKey(encoded: newest.row.wrapped)
        return try wrapped.unwrap(with: keys.agreement, trial: origin)
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
