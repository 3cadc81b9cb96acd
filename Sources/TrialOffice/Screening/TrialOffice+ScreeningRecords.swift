import Cryptography
import TrialStore

extension TrialOffice {
    /// The candidate's own key, for somebody who holds the site's key for records.
    func candidateKey(
        _ number: String,
        at site: String,
        _ session: Session
    ) throws -> CandidateKey {
        let side = try SideStore.open(store.folder, .keys, site: site)
        let found = try store.read { try $0.sealed(number, in: side) }
        try side.close()
        guard let found else {
            throw OfficeError(
                .notFound,
                at: number,
                "there is no such screening",
                remedy: "check the number, or screen the candidate first"
            )
        }
        return try CandidateKey.open(
            found,
            screening: number,
            with: try session.dataKey(KeyName.records(site)),
            origin: origin,
            site: site
        )
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
