public import ClinicalQuality

/// The people with whom a trial begins, as a YAML file lists them.
public struct StaffList: Sendable, Equatable {
    /// The people, in the order of the file.
    public let rows: [Row]

    /// One person.
    public struct Row: Sendable, Equatable {
        /// The name under which the person signs, for example `marta.bcn`; not checked here.
        public let name: String
        /// The role as the file words it, for example `coordinator`; not checked here.
        public let role: String
        /// The code of the site at which the person works; nil without one.
        public let site: String?
    }

    /// Reads `text`: a list with `name`, `role` and, at a site, `site`.
    ///
    /// - Parameters:
    ///   - text: The text of the file.
    ///   - path: How problems name the file.
    /// - Throws: `CompilationFailure` with every problem, with line and column.
    public init(yaml text: String, path: String) throws(CompilationFailure) {
        var reader = YAMLReader(path: path)
        var rows: [Row] = []
        if let root = reader.root(of: text) {
            if root.items == nil { reader.report("not-a-list", "staff is a list", at: root) }
            for node in root.items ?? [] {
                reader.expectKeys(["name", "role", "site"], in: node)
                rows.append(
                    Row(
                        name: reader.text("name", in: node),
                        role: reader.text("role", in: node),
                        site: reader.optionalText("site", in: node)
                    )
                )
            }
        }
        guard reader.diagnostics.isEmpty else {
            throw CompilationFailure(diagnostics: reader.diagnostics)
        }
        self.rows = rows
    }
}
