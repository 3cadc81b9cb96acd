import Cryptography
import TrialStore

extension TrialOffice {
    /// The candidate's own key, for somebody who holds the site's key for records.
    func candidateKey(
        _ number: String,
        at site: String,
        _ session: Session
    ) throws -> CandidateKey {
        guard let found = try store.read({ try sealed(number, in: .keys, at: site, $0) }) else {
            throw OfficeError(
                .notFound,
                at: number,
                "there is no such screening",
                remedy: "check the number, or screen the candidate first"
            )
        }
        return try CandidateKey.open(
            found,
            entry: number,
            with: try session.dataKey(KeyName.records(site), opening: found),
            origin: origin,
            site: site
        )
    }

    /// The sealed entry `id` of a side file, if the log knows it.
    func sealed(
        _ id: String,
        in kind: SideKind,
        at site: String,
        _ reader: TrialReader
    ) throws -> [UInt8]? {
        let side = try SideStore.open(store.folder, kind, site: site)
        let found = try reader.sealed(id, in: side)
        try side.close()
        return found
    }

    /// The sealed entry `id` of a side file, which has to be there.
    func requireSealed(
        _ id: String,
        in kind: SideKind,
        at site: String,
        _ reader: TrialReader
    ) throws -> [UInt8] {
        guard let found = try sealed(id, in: kind, at: site, reader) else {
            let file = "\(kind.rawValue)/\(site).sqlite"
            throw TrialStoreError.damaged(file: file, what: "an entry")
        }
        return found
    }

    /// What is sealed of the screening `number`.
    func screeningPayload(
        _ number: String,
        _ candidate: borrowing CandidateKey
    ) throws -> ScreeningPayload {
        guard let row = try store.read({ try $0.screening(number) }) else {
            throw TrialStoreError.damaged(file: "trial.sqlite", what: "the screening \(number)")
        }
        let bytes = try candidate.key.open(
            row.sealed,
            in: context("screening", "sealed", row: number)
        )
        return try ScreeningPayload.decode(bytes)
    }
}
