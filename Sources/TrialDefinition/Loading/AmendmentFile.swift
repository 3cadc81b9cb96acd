import ClinicalQuality

/// `amendments/VERSION/amendment.yaml` as read: what a version changes in the one before it.
struct AmendmentFile {
    let version: ProtocolVersion
    /// The number of the version that it changes.
    let amends: String
    /// The CQL library of the definitions that it adds, beside the file.
    let library: String
    /// Rows that replace the row of the same identifier, or are new; each is complete.
    let criteria: [ProtocolFile.CriterionRow]
    /// The identifiers of criteria that are taken away, with their places.
    let removed: [(id: String, node: YAMLNode)]
    let root: YAMLNode

    /// Reads `root`; problems are collected in `reader`.
    init?(_ root: YAMLNode, _ reader: inout YAMLReader) {
        self.root = root
        reader.expectKeys(
            ["format", "version", "amends", "date", "summary", "library", "criteria", "removed"],
            in: root
        )
        reader.expectFormat(ProtocolFile.format, in: root)
        amends = reader.text("amends", in: root)
        library = reader.text("library", in: root)
        criteria = reader.list("criteria", in: root, allowsEmpty: true)
            .map { ProtocolFile.CriterionRow($0, &reader) }
        removed = reader.list("removed", in: root, allowsEmpty: true).compactMap { node in
            node.scalar.map { ($0, node) }
        }
        reader.expectUnique(criteria.map { ($0.id, $0.node) } + removed)
        let number = reader.text("version", in: root)
        let summary = reader.text("summary", in: root)
        guard let date = reader.date("date", in: root) else { return nil }
        version = ProtocolVersion(number: number, date: date, summary: summary)
    }

    /// The criteria table after this amendment: a replaced row keeps its place, a new one comes
    /// after the last of its kind.
    func applied(
        to before: [ProtocolFile.CriterionRow],
        _ reader: inout YAMLReader
    ) -> [ProtocolFile.CriterionRow] {
        for (id, node) in removed where !before.contains(where: { $0.id == id }) {
            reader.report(
                "unknown-criterion",
                "version \(amends) has no criterion `\(id)`",
                at: node
            )
        }
        var rows = before.filter { row in !removed.contains { $0.id == row.id } }
        for row in criteria {
            if let place = rows.firstIndex(where: { $0.id == row.id }) {
                if rows[place].kind != row.kind {
                    reader.report(
                        "changed-kind",
                        "`\(row.id)` cannot become another kind; remove it and add a new one",
                        at: row.node["kind"] ?? row.node
                    )
                }
                rows[place] = row
            } else {
                let last = rows.lastIndex { $0.kind == row.kind } ?? rows.endIndex - 1
                rows.insert(row, at: last + 1)
            }
        }
        return rows
    }
}
