import AuditLog
import Cryptography
import TrialStore

extension TrialOffice {
    /// Makes a new version of a data key, as somebody who holds the newest.
    ///
    /// From now on everything is sealed with it. It goes to all who may work and whose role is entitled, and to nobody else.
    ///
    /// What was sealed before stays under the earlier version, which whoever was shut out may have
    /// kept.
    ///
    /// - Parameters:
    ///   - name: The key's name without version, for example `records/BCN`.
    ///   - session: Somebody who holds the newest version.
    ///   - now: The time of the event.
    /// - Returns: The new version, and who can open it.
    /// - Throws: ``OfficeError``: `notFound` for an unknown key, `refused` for the key `linkage`,
    ///   `notPermitted` for somebody who does not hold it.
    public func rotateKey(
        _ name: String,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> KeyInTrial {
        try session.require(.keyRotated)
        guard name != KeyName.linkage else {
            throw OfficeError(
                .refused,
                at: name,
                "this key is not rotated: with another one nobody would find a child again who is"
                    + " enrolled",
                remedy:
                    "rotate the keys that open records; whoever knows this one learns no identity"
                    + " from it without guessing"
            )
        }
        return try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                let reader = writer.reader
                guard let newest = try KeyHolders(reader.grants()).newest(name) else {
                    throw OfficeError(
                        .notFound,
                        at: name,
                        "this trial has no such key",
                        remedy: "see `milenari key list`; give the name without `#` and version"
                    )
                }
                // Also for who opened the keys before another version was made.
                _ = try session.dataKey(newest)
                let key = try DataKey.random(
                    identifier: KeyIdentifier(name: name, version: newest.version + 1)
                )
                var rows = TrialWriter.Rows()
                rows.grants = try holders(of: name, reader).map { user in
                    GrantRow(
                        keyID: key.identifier.text,
                        holder: user.name,
                        wrapped: try WrappedKey.wrap(
                            key,
                            for: try X25519.PublicKey(bytes: user.agreementKey),
                            trial: origin
                        ).encoded
                    )
                }
                try writer.append(
                    draft(
                        .keyRotated,
                        by: session,
                        at: now,
                        reference: key.identifier.text,
                        details: []
                    ),
                    writing: rows,
                    signedWith: session.keys.signing
                )
                return KeyInTrial(
                    key: key.identifier.text,
                    holders: rows.grants.map(\.holder),
                    formerHolders: [],
                    missing: []
                )
            }
        }
    }

    /// Everybody who may work and whose role is entitled to the key called `name`.
    private func holders(of name: String, _ reader: TrialReader) throws -> [UserRow] {
        let people = try reader.people()
        return try reader.users().filter { user in
            people.state(of: user.name) == .active
                && Role(rawValue: user.role)?.keyNames(site: user.site, sites: people.sites)
                    .contains(name) == true
        }
    }
}
