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
    /// The number of the screening of the same candidate before this one; nil for the first.
    public let again: String?
    /// Record and report, sealed under the candidate's own key.
    public let sealed: [UInt8]
    /// Which criteria decided, and which document was read, sealed under the key `results/SITE`.
    public let sealedOutcome: [UInt8]

    /// Holds the columns as they are written.
    public init(
        number: String,
        site: String,
        asOf: String,
        verdict: String,
        again: String?,
        sealed: [UInt8],
        sealedOutcome: [UInt8]
    ) {
        self.number = number
        self.site = site
        self.asOf = asOf
        self.verdict = verdict
        self.again = again
        self.sealed = sealed
        self.sealedOutcome = sealedOutcome
    }
}

extension ScreeningRow: LoggedRow {
    static let table = "screening"
    static let columns = [
        "number",
        "site",
        "as_of",
        "verdict",
        "again",
        "sealed",
        "sealed_outcome",
    ]

    var key: String { number }
    static var keyColumn: String { "number" }

    var values: [RowValue] {
        [
            .text(number),
            .text(site),
            .text(asOf),
            .text(verdict),
            RowValue(again),
            .blob(sealed),
            .blob(sealedOutcome),
        ]
    }

    init(_ row: Row) throws {
        number = try row.text("number")
        site = try row.text("site")
        asOf = try row.text("as_of")
        verdict = try row.text("verdict")
        again = try row.decode(String?.self, forColumn: "again")
        sealed = try row.bytes("sealed")
        sealedOutcome = try row.bytes("sealed_outcome")
    }
}
