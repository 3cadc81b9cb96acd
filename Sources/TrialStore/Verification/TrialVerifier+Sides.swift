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
        let pending = Set(try side.pending())
        for entry in try side.entries() {
            if expected[entry.table]?[entry.id] == nil, pending.contains(entry.id) {
                report.notes.append(
                    "\(path): an entry that an interrupted command left; "
                        + "the next command that writes there removes it"
                )
            } else {
                let content = RowContent(table: entry.table, key: entry.id, columns: [:])
                check(entry.reference, content, nil, path)
            }
        }
    }
}
