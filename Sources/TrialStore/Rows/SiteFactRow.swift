import GRDB

/// What a site has from a day on: a version of the protocol, or an approval.
public struct SiteFactRow<Fact: SiteFact>: Sendable, Equatable {
    /// The site's code.
    public let site: String
    /// The version's number, or the `id` of the country's rule for the approval.
    public let name: String
    /// The first day, ISO 8601; of an approval that ends `2026-09-15/2027-09-14`.
    public let period: String

    /// Holds the columns as they are written.
    public init(site: String, name: String, period: String) {
        self.site = site
        self.name = name
        self.period = period
    }
}

/// What a ``SiteFactRow`` is about, and how its table is called.
public protocol SiteFact: Sendable {
    /// The name of the table.
    static var table: String { get }
    /// The name of the column for the name.
    static var nameColumn: String { get }
    /// The name of the column for the days.
    static var periodColumn: String { get }
}

/// A version of the protocol that is approved at a site.
public enum ApprovedVersion: SiteFact {
    /// The table of the trial file.
    public static let table = "site_version"
    /// The column of the name.
    public static let nameColumn = "version"
    /// The column of the days.
    public static let periodColumn = "since"
}

/// An approval that a site has.
public enum RecordedApproval: SiteFact {
    /// The table of the trial file.
    public static let table = "site_approval"
    /// The column of the name.
    public static let nameColumn = "approval"
    /// The column of the days.
    public static let periodColumn = "period"
}

/// A version of the protocol that is approved at a site.
public typealias SiteVersionRow = SiteFactRow<ApprovedVersion>
/// An approval that a site has.
public typealias SiteApprovalRow = SiteFactRow<RecordedApproval>

extension SiteFactRow: LoggedRow {
    static var table: String { Fact.table }
    static var columns: [String] { ["site", Fact.nameColumn, Fact.periodColumn] }

    var key: String { site + "/" + name }
    static var keyColumn: String { "site || '/' || \(Fact.nameColumn)" }

    var values: [RowValue] { [.text(site), .text(name), .text(period)] }

    init(_ row: Row) throws {
        site = try row.text("site")
        name = try row.text(Fact.nameColumn)
        period = try row.text(Fact.periodColumn)
    }
}
