import Cryptography
import Foundation
public import Pseudonymization
import TrialStore

extension TrialOffice {
    /// Opens a subject's identity, for somebody who holds the site's key for identities; that it
    /// was opened is an event.
    public func identity(
        of subject: String,
        for session: Session,
        now: Moment
    ) throws(OfficeError) -> Identity {
        try session.require(.identityOpened)
        let code = try pseudonym(subject)
        return try OfficeError.translate {
            let row = try store.read { try requireSubject(code, $0) }
            let sealed = try store.read { reader in
                try requireSealed(row.vaultEntry, in: .vault, at: row.site, reader)
            }
            let key = try session.dataKey(KeyName.identity(row.site), opening: sealed)
            let bytes = try key.open(sealed, in: vaultContext(row.vaultEntry, at: row.site))
            _ = try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                try writer.append(
                    draft(.identityOpened, by: session, at: now, subject: code, details: []),
                    signedWith: session.keys.signing
                )
            }
            return try JSONDecoder().decode(Identity.self, from: Data(bytes))
        }
    }

    /// The subject with the pseudonym `code`.
    func requireSubject(_ code: String, _ reader: TrialReader) throws -> SubjectRow {
        if let row = try reader.subject(code) { return row }
        throw OfficeError(
            .notFound,
            at: code,
            "nobody is enrolled under this pseudonym",
            remedy: "check the pseudonym, or enroll the candidate first"
        )
    }

    /// Where the identity `id` stands in the vault of `site`.
    func vaultContext(_ id: String, at site: String) -> SealingContext {
        context("vaults/\(site)", "sealed", row: id)
    }
}

extension SubjectRow {
    /// The subject's entry in the vault of the present site.
    var vaultEntry: String { transfer ?? code }
    /// The entry of the subject's own key in the present site's file of keys.
    var keyEntry: String { transfer ?? screening }
}
