/// Reads `sites.yaml`.
enum SitesFile {
    /// The sites in `root`; problems are collected in `reader`.
    static func read(
        _ root: YAMLNode,
        frameworks: [String: CountryFramework],
        _ reader: inout YAMLReader
    ) -> [Site] {
        reader.expectKeys(["format", "sites"], in: root)
        _ = reader.integer("format", in: root, range: 1...ProtocolFile.format)
        var sites: [Site] = []
        let nodes = reader.list("sites", in: root)
        for node in nodes {
            reader.expectKeys(
                [
                    "code", "name", "city", "country", "time-zone", "role", "status",
                    "capabilities", "source",
                ],
                in: node
            )
            let site = Site(
                code: reader.text("code", in: node),
                name: reader.text("name", in: node),
                city: reader.text("city", in: node),
                country: reader.text("country", in: node),
                timeZone: reader.text("time-zone", in: node),
                role: reader.text("role", in: node),
                status: reader.choice("status", in: node, or: Site.Status.candidate),
                capabilities: reader.texts("capabilities", in: node, allowsEmpty: true)
            )
            let isCode =
                site.code.utf8.count == 3 && site.code.utf8.allSatisfy { (65...90).contains($0) }
            if !isCode, let place = node["code"] {
                reader.report("bad-site-code", "a site code is three letters A to Z", at: place)
            }
            if frameworks[site.country] == nil, let place = node["country"] {
                reader.report(
                    "unknown-country",
                    "there is no frameworks/\(site.country).yaml",
                    at: place
                )
            }
            sites.append(site)
        }
        reader.expectUnique(zip(sites.map(\.code), nodes).map { ($0, $1) })
        return sites
    }
}
