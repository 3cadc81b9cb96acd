import AuditLog
import Cryptography
import TrialDefinition
import TrialStore

extension TrialOffice {
    /// Offers a subject to another site, as a coordinator of the subject's site.
    ///
    /// Identity, the subject's own key and the arm are sealed under a key of their own, which is
    /// wrapped to each coordinator of the other site: nobody else can accept. Until then the
    /// subject stays where it is. A later offer takes the place of an open one.
    ///
    /// - Parameters:
    ///   - typed: The pseudonym, as typed.
    ///   - destination: The code of the other site.
    ///   - reason: Why.
    ///   - session: A coordinator of the subject's site; the site may be suspended.
    ///   - now: The time of the event.
    /// - Returns: What was offered, and who can accept it.
    /// - Throws: ``OfficeError``: `refused` where the other site is not active or has no
    ///   coordinator; `notPermitted` for another site's subject; `badInput`, `notFound` for what
    ///   was typed.
    public func offerTransfer(
        of typed: String,
        to destination: String,
        reason: TransferReason,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> TransferOffer {
        try session.require(.transferOffered)
        let code = try pseudonym(typed)
        let to = try site(destination)
        return try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                let subject = try requireSubject(code, writer.reader)
                try requireOwn(subject, session, "offer the transfer")
                guard to.code != subject.site else {
                    throw OfficeError(
                        .refused,
                        at: to.code,
                        "this subject is at that site",
                        remedy: "name the site that takes the subject over"
                    )
                }
                try requireActive(to.code, writer.reader)
                let number = try writer.reader.transfers(of: code).count + 1
                let name = TransferName(code, number: number)
                let holders = try coordinators(of: to.code, writer.reader)
                try record(name, subject, to.code, holders, reason, writer, session, now)
                return TransferOffer(
                    subject: code,
                    transfer: name.id,
                    from: subject.site,
                    to: to.code,
                    reason: reason,
                    acceptedBy: holders.map(\.name),
                    dataDuties: try [subject.site, to.code].flatMap { try dataDuties(of: $0) }
                )
            }
        }
    }

    /// Refuses for somebody of another site than the subject's.
    func requireOwn(_ subject: SubjectRow, _ session: Session, _ task: String) throws {
        guard subject.site != session.site else { return }
        throw OfficeError(
            .notPermitted,
            at: subject.code,
            "this subject belongs to site \(subject.site)",
            remedy: "let a coordinator of \(subject.site) \(task)"
        )
    }

    private func coordinators(of site: String, _ reader: TrialReader) throws -> [UserRow] {
        let people = try reader.people()
        let found = try reader.users().filter {
            $0.role == Role.coordinator.rawValue && $0.site == site
                && people.state(of: $0.name) == .active
        }
        guard found.isEmpty else { return found }
        throw OfficeError(
            .refused,
            at: site,
            "this site has no coordinator who could accept",
            remedy: "let the custodian add one, or choose another site"
        )
    }

    private func record(
        _ name: TransferName,
        _ subject: SubjectRow,
        _ to: String,
        _ holders: [UserRow],
        _ reason: TransferReason,
        _ writer: TrialWriter,
        _ session: Session,
        _ now: Moment
    ) throws {
        let key = try DataKey.random(identifier: name.identifier())
        var rows = TrialWriter.Rows()
        rows.entries = [
            try identityEntry(name, subject, to, key, writer.reader, session),
            try keyEntry(name, subject, to, key, writer.reader, session),
        ]
        for entry in rows.entries { try writer.put(entry) }
        rows.grants = try holders.map { holder in
            GrantRow(
                keyID: key.identifier.text,
                holder: holder.name,
                wrapped: try WrappedKey.wrap(
                    key,
                    for: try X25519.PublicKey(bytes: holder.agreementKey),
                    trial: origin
                ).encoded
            )
        }
        let result = try writer.reader.allocation(of: subject.code).map { row in
            try key.seal(
                try sealedResult(of: row, session),
                in: context("transfer", "sealed_result", row: name.id)
            )
        }
        rows.transfers = [
            TransferRow(
                id: name.id,
                subject: subject.code,
                site: to,
                state: TransferState.offered.rawValue,
                sealedResult: result
            )
        ]
        try writer.append(
            draft(
                .transferOffered,
                by: session,
                at: now,
                subject: subject.code,
                reference: name.id,
                reason: reason.rawValue,
                details: [.init(Detail.destination, .text(to))]
            ),
            writing: rows,
            signedWith: session.keys.signing
        )
    }

    /// The bytes of the allocation's result, for somebody of the subject's site.
    private func sealedResult(of row: AllocationRow, _ session: Session) throws -> [UInt8] {
        try session.dataKey(KeyName.results(row.site), opening: row.sealedResult).open(
            row.sealedResult,
            in: context("allocation", "sealed_result", row: row.subject)
        )
    }

    private func identityEntry(
        _ name: TransferName,
        _ subject: SubjectRow,
        _ to: String,
        _ key: borrowing DataKey,
        _ reader: TrialReader,
        _ session: Session
    ) throws -> SideEntry {
        let own = try requireSealed(subject.vaultEntry, in: .vault, at: subject.site, reader)
        let identity = try session.dataKey(KeyName.identity(subject.site), opening: own)
            .open(own, in: vaultContext(subject.vaultEntry, at: subject.site))
        return SideEntry(
            kind: .vault,
            site: to,
            id: name.offeredEntry,
            sealed: try key.seal(identity, in: vaultContext(name.offeredEntry, at: to))
        )
    }

    private func keyEntry(
        _ name: TransferName,
        _ subject: SubjectRow,
        _ to: String,
        _ key: borrowing DataKey,
        _ reader: TrialReader,
        _ session: Session
    ) throws -> SideEntry {
        let own = try requireSealed(subject.keyEntry, in: .keys, at: subject.site, reader)
        let candidate = try CandidateKey.open(
            own,
            entry: subject.keyEntry,
            with: try session.dataKey(KeyName.records(subject.site), opening: own),
            origin: origin,
            site: subject.site
        )
        return SideEntry(
            kind: .keys,
            site: to,
            id: name.offeredEntry,
            sealed: try candidate.sealed(with: key, origin: origin, site: to)
        )
    }

    /// What the country of `site` says about sending data.
    private func dataDuties(of site: String) throws -> [RuleInForce] {
        let framework = definition.framework(of: try self.site(site))
        return framework?.dataDuties.filter { $0.id == "transfer" }.map { duty in
            RuleInForce(country: framework?.country ?? "", text: duty.text, origin: duty.origin)
        } ?? []
    }
}

extension RuleInForce {
    init(country: String, text: String, origin: RuleOrigin) {
        self.country = country
        self.text = text
        source = origin.source
        isVerified = origin.isVerified
    }
}
