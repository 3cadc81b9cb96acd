import AuditLog
import Cryptography
import TrialDefinition
import TrialStore

extension TrialOffice {
    /// Takes a subject over that another site has offered, as a coordinator of the receiving site.
    ///
    /// The identity is sealed anew in this site's vault. The record gets a new key, so that nothing
    /// that is written from now on opens with what the giving site holds. Pseudonym, stratum and
    /// allocation stay.
    ///
    /// - Parameters:
    ///   - typed: The pseudonym, as typed.
    ///   - session: A coordinator of the site to which the subject was offered.
    ///   - now: The time of the event.
    /// - Returns: What was taken over, and the consent rules that the site has to meet now.
    /// - Throws: ``OfficeError``: `refused` where nothing is offered to this site, the site is not
    ///   active, an approval has ended, or the subject was allocated after the offer.
    public func acceptTransfer(
        of typed: String,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> AcceptedTransfer {
        try session.require(.transferAccepted)
        let code = try pseudonym(typed)
        let site = try session.requireSite()
        return try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                let subject = try requireSubject(code, writer.reader)
                let offer = try requireOffer(of: subject, to: site, writer.reader)
                try requireActive(site, writer.reader)
                try requireApprovals(site, on: try now.day(), writer.reader)
                let allocation = try writer.reader.allocation(of: code)
                guard (allocation == nil) == (offer.sealedResult == nil) else {
                    throw OfficeError(
                        .refused,
                        at: code,
                        "this subject was allocated after it was offered",
                        remedy: "let \(subject.site) offer the transfer once more"
                    )
                }
                try record(offer, subject, allocation, writer, session, now)
                return AcceptedTransfer(
                    subject: code,
                    transfer: offer.id,
                    from: subject.site,
                    site: site,
                    stratum: subject.stratum,
                    allocation: allocation?.number,
                    consentRules: definition.framework(of: try self.site(site))?.consentRules ?? []
                )
            }
        }
    }

    /// The newest offer of the subject, which has to be one to `site`.
    private func requireOffer(
        of subject: SubjectRow,
        to site: String,
        _ reader: TrialReader
    ) throws -> TransferRow {
        let code = subject.code
        guard subject.site != site else {
            throw OfficeError(
                .refused,
                at: code,
                "this subject is at \(site) already",
                remedy: "nothing needs to be done; see `milenari subject list --site \(site)`"
            )
        }
        if let newest = try reader.transfers(of: code).last, newest.site == site,
            newest.state == TransferState.offered.rawValue
        {
            return newest
        }
        throw OfficeError(
            .refused,
            at: code,
            "no transfer of this subject to \(site) is offered",
            remedy: "let the subject's site offer it with `milenari subject transfer`"
        )
    }

    private func record(
        _ offer: TransferRow,
        _ subject: SubjectRow,
        _ allocation: AllocationRow?,
        _ writer: TrialWriter,
        _ session: Session,
        _ now: Moment
    ) throws {
        let key = try session.dataKey(TransferName.key(offer.id))
        let candidate = try CandidateKey.random(entry: offer.id)
        var rows = TrialWriter.Rows()
        rows.entries = [
            try identityEntry(offer, key, writer.reader, session),
            SideEntry(
                kind: .keys,
                site: offer.site,
                id: offer.id,
                sealed: try candidate.sealed(
                    with: try session.dataKey(KeyName.records(offer.site)),
                    origin: origin,
                    site: offer.site
                )
            ),
        ]
        for entry in rows.entries { try writer.put(entry) }
        rows.transfers = [
            TransferRow(
                id: offer.id,
                subject: offer.subject,
                site: offer.site,
                state: TransferState.accepted.rawValue,
                sealedResult: nil
            )
        ]
        rows.subjects = [try moved(subject, offer, key, candidate, writer.reader)]
        rows.allocations =
            try allocation.map { row in
                [try moved(row, offer, key, session)]
            } ?? []
        let details: [Event.Detail?] = [
            .init(Detail.from, .text(subject.site)),
            .init(Detail.screening, .text(subject.screening)),
            .init(Detail.stratum, .text(subject.stratum)),
            allocation.map { .init(Detail.number, .text($0.number)) },
        ]
        try writer.append(
            draft(
                .transferAccepted,
                by: session,
                at: now,
                subject: subject.code,
                reference: offer.id,
                details: details.compactMap(\.self)
            ),
            writing: rows,
            signedWith: session.keys.signing
        )
    }

    private func identityEntry(
        _ offer: TransferRow,
        _ key: borrowing DataKey,
        _ reader: TrialReader,
        _ session: Session
    ) throws -> SideEntry {
        let offered = TransferName(offer).offeredEntry
        let sealed = try requireSealed(offered, in: .vault, at: offer.site, reader)
        let identity = try key.open(sealed, in: vaultContext(offered, at: offer.site))
        return SideEntry(
            kind: .vault,
            site: offer.site,
            id: offer.id,
            sealed: try session.dataKey(KeyName.identity(offer.site))
                .seal(identity, in: vaultContext(offer.id, at: offer.site))
        )
    }

    /// The subject's row at the new site, the record under the new key.
    private func moved(
        _ subject: SubjectRow,
        _ offer: TransferRow,
        _ key: borrowing DataKey,
        _ candidate: borrowing CandidateKey,
        _ reader: TrialReader
    ) throws -> SubjectRow {
        let offered = TransferName(offer).offeredEntry
        let before = try CandidateKey.open(
            try requireSealed(offered, in: .keys, at: offer.site, reader),
            entry: subject.keyEntry,
            with: key,
            origin: origin,
            site: offer.site
        )
        let place = context("subject", "sealed", row: subject.code)
        return SubjectRow(
            code: subject.code,
            site: offer.site,
            screening: subject.screening,
            stratum: subject.stratum,
            transfer: offer.id,
            sealed: try candidate.key.seal(
                try before.key.open(subject.sealed, in: place),
                in: place
            )
        )
    }

    /// The allocation's row, its arm sealed for the new site.
    private func moved(
        _ row: AllocationRow,
        _ offer: TransferRow,
        _ key: borrowing DataKey,
        _ session: Session
    ) throws -> AllocationRow {
        let result = try key.open(
            offer.sealedResult ?? [],
            in: context("transfer", "sealed_result", row: offer.id)
        )
        return AllocationRow(
            subject: row.subject,
            number: row.number,
            site: offer.site,
            stratum: row.stratum,
            sealedResult: try session.dataKey(KeyName.results(offer.site)).seal(
                result,
                in: context("allocation", "sealed_result", row: row.subject)
            ),
            sealedDraw: row.sealedDraw
        )
    }
}

extension CountryFramework {
    /// What a site of this country has to meet for a subject who comes from elsewhere.
    fileprivate var consentRules: [RuleInForce] {
        let parents = consent.parentsWhoSign
        let texts = [
            ("who is \(consent.majority) or older consents alone", consent.majorityOrigin),
            (
                "\(parents) \(parents == 1 ? "parent signs" : "parents sign");"
                    + " in a parent's place: \(consent.substitute)",
                consent.parentsOrigin
            ),
            ("the child's own assent from \(consent.assentFrom) on", consent.assentOrigin),
            (
                consent.isRefusalBinding
                    ? "the child's refusal alone decides" : "the child's refusal is heard",
                consent.refusalOrigin
            ),
        ]
        return texts.map { RuleInForce(country: country, text: $0.0, origin: $0.1) }
    }
}
