import GRDB

/// A version of the protocol that is approved at a site.
public struct SiteVersionRow: Sendable, Equatable {
    /// The site's code.
    public let site: String
    /// The version's number, for example `1.1.0`.
    public let version: String
    /// The day from which on it is in force there, ISO 8601.
    public let since: String

    /// Holds the columns as they are written.
    public init(site: String, version: String, since: String) {
        self.site = site
        self.version = version
        self.since = since
    }
}

extension SiteVersionRow: LoggedRow {
    static let table = "site_version"
    static let columns = ["site", "version", "since"]

    var key: String { site + "/" + version }
    static var keyColumn: String { "site || '/' || version" }

    var values: [RowValue] { [.text(site), .text(version), .text(since)] }

    init(_ row: Row) throws {
        site = try row.text("site")
        version = try row.text("version")
        since = try row.text("since")
    }
}
