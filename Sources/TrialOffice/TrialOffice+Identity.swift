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
            guard let row = try store.read({ try $0.subject(code) }) else {
                throw OfficeError(
                    .notFound,
                    at: code,
                    "nobody is enrolled under this pseudonym",
                    remedy: "check the pseudonym"
                )
            }
            let key = try session.dataKey(KeyName.identity(row.site))
            let vault = try SideStore.open(store.folder, .vault, site: row.site)
            let sealed = try store.read { try $0.sealed(code, in: vault) }
            try vault.close()
            guard let sealed else {
                throw TrialStoreError.damaged(file: "vaults/\(row.site).sqlite", what: "an entry")
            }
            let bytes = try key.open(sealed, in: context("vaults/\(row.site)", "sealed", row: code))
            _ = try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                try writer.append(
                    draft(.identityOpened, by: session, at: now, subject: code, details: []),
                    signedWith: session.keys.signing
                )
            }
            return try JSONDecoder().decode(Identity.self, from: Data(bytes))
        }
    }
}
