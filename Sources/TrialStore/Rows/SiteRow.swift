import GRDB

/// The state of a site.
public struct SiteRow: Sendable, Equatable {
    /// The site's code.
    public let code: String
    /// `active`, or another state.
    public let state: String

    /// Holds the columns as they are written.
    public init(
        code: String,
        state: String
    ) {
        self.code = code
        self.state = state
    }
}

extension SiteRow: LoggedRow {
    static let table = "site"
    static let columns = [
        "code",
        "state",
    ]

    var key: String { code }
    static var keyColumn: String { "code" }

    var values: [RowValue] {
        [
            .text(code),
            .text(state),
        ]
    }

    init(_ row: Row) throws {
        code = try row.text("code")
        state = try row.text("state")
    }
}
