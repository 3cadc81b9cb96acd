import ClinicalQuality

/// Where the rows of the versions of a protocol stand.
struct VersionSources {
    /// The path of the first version's CQL.
    let library: String
    /// The rows of the first version, by the criterion's `id`.
    let criteria: [String: RowPlace]
    /// The factors, in the order of the file.
    let factors: [RowPlace]
    private var amendments: [String: Amendment] = [:]

    /// What one version changes.
    struct Amendment {
        /// The folder of the amendment, with a slash at its end.
        let folder: String
        /// The path of its CQL.
        let library: String
        /// The rows that it replaces or adds, by the criterion's `id`.
        let criteria: [String: RowPlace]
    }

    /// Reads `files`, which the loader has accepted.
    init(_ files: DefinitionFiles) {
        let folder = files.protocolFolder + "/"
        let root = Self.root(of: folder + "protocol.yaml", in: files)
        library = folder + (root?["library"]?.scalar ?? "")
        criteria = Self.rows(of: root)
        factors = (root?["factors"]?.items ?? []).map(RowPlace.init)
        let ending = "/amendment.yaml"
        for path in files.paths where path.hasPrefix(folder) && path.hasSuffix(ending) {
            guard let root = Self.root(of: path, in: files),
                let version = root["version"]?.scalar
            else { continue }
            let folder = String(path.dropLast(ending.count - 1))
            amendments[version] = Amendment(
                folder: folder,
                library: folder + (root["library"]?.scalar ?? ""),
                criteria: Self.rows(of: root)
            )
        }
    }

    /// What makes the version `number`.
    func amendment(_ number: String) -> Amendment? { amendments[number] }

    private static func root(of path: String, in files: DefinitionFiles) -> YAMLNode? {
        var reader = YAMLReader(path: path)
        return reader.root(of: files.texts[path] ?? "")
    }

    private static func rows(of root: YAMLNode?) -> [String: RowPlace] {
        var rows: [String: RowPlace] = [:]
        for node in root?["criteria"]?.items ?? [] {
            if let id = node["id"]?.scalar { rows[id] = RowPlace(node: node) }
        }
        return rows
    }
}
