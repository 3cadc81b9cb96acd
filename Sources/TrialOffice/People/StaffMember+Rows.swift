import AuditLog
import Cryptography
import TrialStore

extension StaffMember {
    /// The row that adds the person.
    func row(_ keys: borrowing UserKeys, _ sealed: SealedUserKeys) -> UserRow {
        UserRow(
            name: name,
            role: role.rawValue,
            site: site,
            agreementKey: keys.agreement.publicKey.bytes,
            signingKey: keys.signing.publicKey.bytes,
            sealedKeys: sealed.encoded
        )
    }

    /// The details of the event that adds the person.
    func details(signingKey: Ed25519.PublicKey) -> [Event.Detail] {
        var details = [
            Event.Detail(People.Details.name, .text(name)),
            Event.Detail(People.Details.role, .text(role.rawValue)),
            Event.Detail(People.Details.key, .text(Hex.encode(signingKey.bytes))),
        ]
        if let site { details.append(Event.Detail(People.Details.site, .text(site))) }
        return details
    }
}
