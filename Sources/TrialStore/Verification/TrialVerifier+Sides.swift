import Cryptography

extension TrialVerifier {
    /// Checks the side files of `site` against what the log names.
    mutating func checkSides(of site: String) throws {
        for kind in SideKind.allCases {
            let path = SideStore.path(kind, site: site)
            try noting(path) { verifier in
                let side = try SideStore.open(verifier.folder, kind, site: site)
                if try side.file.read({ try verifier.checkStructure($0, path) }) {
                    try verifier.check(side, path)
                }
                try side.close()
            }
        }
    }

    private mutating func check(_ side: SideStore, _ path: String) throws {
        let table = SideEntry.table(side.kind, site: side.site)
        for (id, wanted) in expected[table] ?? [:] where isDestroyed(id, wanted.digest, side) {
            seen.insert("\(table) \(id)")
        }
        let pending = try side.pending()
        for (_, entry) in try side.entries() {
            let wanted = expected[table]?[entry.id]?.digest
            // Beside a pending entry of the same id one that is not live may still stand.
            if wanted != entry.reference.digest, pending.contains(entry.id) {
                let wasDestroyed = wanted.map { isDestroyed(entry.id, $0, side) } ?? false
                report.notes.append(
                    wasDestroyed
                        ? "\(path): an entry that was destroyed is there still, or again; "
                            + "nobody reads it, and the next command that writes there removes it"
                        : "\(path): an entry that an interrupted command left; "
                            + "the next command that writes there removes it"
                )
            } else {
                let content = RowContent(table: entry.table, key: entry.id, columns: [:])
                check(entry.reference, content, nil, path)
            }
        }
    }

    /// Whether `digest` says that the entry `id` is destroyed.
    private func isDestroyed(_ id: String, _ digest: Digest, _ side: SideStore) -> Bool {
        SideEntry(kind: side.kind, site: side.site, id: id, sealed: nil).reference.digest == digest
    }
}
