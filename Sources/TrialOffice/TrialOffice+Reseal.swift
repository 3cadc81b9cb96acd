import AuditLog
import Cryptography
import TrialStore

extension TrialOffice {
    /// How far a key's entries are sealed again.
    public struct Resealing: Sendable, Codable, Equatable {
        /// The version under which everything stands.
        public let key: String
        /// How many entries were sealed again.
        public let entries: Int
    }

    /// Seals again what stands under an earlier version of a key of the own site.
    ///
    /// That is the identities of `identity/SITE`, or the candidates' keys of `records/SITE`. The old
    /// entries are deleted.
    ///
    /// It goes batch by batch, each with its event. A command that is killed has lost at most one
    /// batch, and the next one goes on: what is left to do is what stands under an earlier version.
    ///
    /// - Parameters:
    ///   - name: The key's name without version.
    ///   - session: Somebody of the site who holds all versions.
    ///   - batch: How many entries one event seals again.
    ///   - now: Gives the time of each event.
    ///   - progress: Is told after each batch how many entries are done, and how many are left.
    /// - Returns: What was done; no entry where everything stood under the newest version.
    /// - Throws: ``OfficeError``: `refused` for a key under which no entries stand, or of another
    ///   site; `notPermitted` for somebody who does not hold it.
    public func resealKey(
        _ name: String,
        by session: Session,
        batch: Int = 64,
        now: () throws -> Moment,
        progress: (_ done: Int, _ left: Int) -> Void = { _, _ in }
    ) throws(OfficeError) -> Resealing {
        try session.require(.keyResealed)
        guard let file = ResealedFile(key: name, site: try session.requireSite()) else {
            throw OfficeError(
                .refused,
                at: name,
                "what this key opens is not sealed again by you",
                remedy: "name `identity/SITE` or `records/SITE` of your own site"
            )
        }
        return try OfficeError.translate {
            let newest = try session.dataKey(name)
            var done = 0
            while true {
                let left = try reseal(file, name, newest, session, batch, now, &done)
                progress(done, left)
                if left == 0 { break }
            }
            return Resealing(key: newest.identifier.text, entries: done)
        }
    }

    /// Seals a batch again; returns how many entries are left.
    private func reseal(
        _ file: ResealedFile,
        _ name: String,
        _ newest: borrowing DataKey,
        _ session: Session,
        _ size: Int,
        _ now: () throws -> Moment,
        _ done: inout Int
    ) throws -> Int {
        let identifier = newest.identifier
        let side = try SideStore.open(store.folder, file.kind, site: file.site)
        let old = try store.read { try $0.sound().entries(of: side) }.filter { entry in
            let key = try SealedEnvelope(of: entry.sealed ?? []).keyIdentifier
            return key.name == name && key.version < identifier.version
        }
        try side.close()
        let batch = old.prefix(max(1, size))
        guard !batch.isEmpty else { return 0 }
        let now = try now()
        var rows = TrialWriter.Rows()
        for entry in batch { rows.entries.append(try resealed(entry, name, newest, session)) }
        try store.write(signedBy: session.name, with: session.keys.signing) { writer in
            // Somebody else may have written meanwhile.
            let side = try SideStore.open(store.folder, file.kind, site: file.site)
            for entry in batch where try writer.reader.sealed(entry.id, in: side) != entry.sealed {
                throw TrialStoreError.busy
            }
            try side.close()
            for entry in rows.entries { try writer.put(entry) }
            try writer.append(
                draft(
                    .keyResealed,
                    by: session,
                    at: now,
                    reference: identifier.text,
                    details: []
                ),
                writing: rows,
                signedWith: session.keys.signing
            )
        }
        done += batch.count
        return old.count - batch.count
    }

    private func resealed(
        _ entry: SideEntry,
        _ name: String,
        _ newest: borrowing DataKey,
        _ session: Session
    ) throws -> SideEntry {
        let sealed = entry.sealed ?? []
        let key = try session.dataKey(name, opening: sealed)
        let place = context("\(entry.kind.rawValue)/\(entry.site)", "sealed", row: entry.id)
        let again: [UInt8]
        switch entry.kind {
        case .vault: again = try newest.seal(try key.open(sealed, in: place), in: place)
        case .keys: again = try newest.sealSecret(try key.openSecret(sealed, in: place), in: place)
        }
        return SideEntry(kind: entry.kind, site: entry.site, id: entry.id, sealed: again)
    }
}
