import GRDB

/// A screening: one candidate's data, read once, answered for one day.
public struct ScreeningRow: Sendable, Equatable {
    /// The screening number.
    public let number: String
    /// The site that screened.
    public let site: String
    /// The day for which the answer holds, ISO 8601.
    public let asOf: String
    /// The overall answer.
    public let verdict: String
    /// Record and report, sealed under the candidate's own key.
    public let sealed: [UInt8]

    /// Holds the columns as they are written.
    public init(
        number: String,
        site: String,
        asOf: String,
        verdict: String,
        sealed: [UInt8]
    ) {
        self.number = number
        self.site = site
        self.asOf = asOf
        self.verdict = verdict
        self.sealed = sealed
    }
}

extension ScreeningRow: LoggedRow {
    static let table = "screening"
    static let columns = [
        "number",
        "site",
        "as_of",
        "verdict",
        "sealed",
    ]

    var key: String { number }
    static var keyColumn: String { "number" }

    var values: [RowValue] {
        [
            .text(number),
            .text(site),
            .text(asOf),
            .text(verdict),
            .blob(sealed),
        ]
    }

    init(_ row: Row) throws {
        number = try row.text("number")
        site = try row.text("site")
        asOf = try row.text("as_of")
        verdict = try row.text("verdict")
        sealed = try row.bytes("sealed")
    }
}
