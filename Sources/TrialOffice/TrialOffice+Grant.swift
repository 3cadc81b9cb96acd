import AuditLog
import Cryptography
import TrialStore

extension TrialOffice {
    /// Gives data keys to somebody whose role is entitled to them, as somebody who holds them.
    ///
    /// - Parameters:
    ///   - name: Who gets them.
    ///   - session: Somebody who holds them.
    ///   - now: The time of the event.
    /// - Returns: The person with the keys, and with those that are missing still.
    /// - Throws: ``OfficeError``: `refused` where the person may not work, or where there is nothing
    ///   that `session` could give.
    public func grantKeys(
        to name: String,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> PersonInTrial {
        try session.require(.keyGranted)
        return try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                let reader = writer.reader
                guard let user = try reader.user(name),
                    let person = try Self.people(reader).first(where: { $0.name == name })
                else { throw Self.noUser(name) }
                var rows = TrialWriter.Rows()
                rows.grants = try grants(to: user, person, session, reader)
                guard !rows.grants.isEmpty else {
                    throw OfficeError(
                        .refused,
                        at: name,
                        person.isActive
                            ? "you hold no key that this user lacks and is entitled to"
                            : "this user is \(person.state)",
                        remedy: "see `milenari key list` for who holds what"
                    )
                }
                try writer.append(
                    draft(
                        .keyGranted,
                        by: session,
                        at: now,
                        details: [.init(People.Details.name, .text(name))]
                    ),
                    writing: rows,
                    signedWith: session.keys.signing
                )
            }
            return try person(name)
        }
    }

    /// Every version that `session` holds of every key to which the person is entitled: what was
    /// sealed earlier may stand under an earlier one.
    private func grants(
        to user: UserRow,
        _ person: PersonInTrial,
        _ session: Session,
        _ reader: TrialReader
    ) throws -> [GrantRow] {
        guard person.isActive else { return [] }
        let sites = try reader.people().sites
        let entitled = Set(person.role.keyNames(site: person.site, sites: sites))
        let recipient = try X25519.PublicKey(bytes: user.agreementKey)
        return try session.heldKeys
            .filter { entitled.contains($0.name) && !person.keys.contains($0.text) }
            .map { identifier in
                let key = try session.dataKey(identifier)
                return GrantRow(
                    keyID: identifier.text,
                    holder: user.name,
                    wrapped: try WrappedKey.wrap(key, for: recipient, trial: origin).encoded
                )
            }
    }
}
