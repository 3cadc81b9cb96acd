import GRDB

/// An approval that a site has.
public struct SiteApprovalRow: Sendable, Equatable {
    /// The site's code.
    public let site: String
    /// The `id` of the country's rule.
    public let approval: String
    /// The day of the approval, with the last day on which it holds where it ends: ISO 8601,
    /// `2026-09-15` or `2026-09-15/2027-09-14`.
    public let period: String

    /// Holds the columns as they are written.
    public init(site: String, approval: String, period: String) {
        self.site = site
        self.approval = approval
        self.period = period
    }
}

extension SiteApprovalRow: LoggedRow {
    static let table = "site_approval"
    static let columns = ["site", "approval", "period"]

    var key: String { site + "/" + approval }
    static var keyColumn: String { "site || '/' || approval" }

    var values: [RowValue] { [.text(site), .text(approval), .text(period)] }

    init(_ row: Row) throws {
        site = try row.text("site")
        approval = try row.text("approval")
        period = try row.text("period")
    }
}
