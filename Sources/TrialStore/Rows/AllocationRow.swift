import GRDB

/// An allocation.
public struct AllocationRow: Sendable, Equatable {
    /// The subject's pseudonym.
    public let subject: String
    /// The allocation number.
    public let number: String
    /// The subject's site.
    public let site: String
    /// The stratum as used.
    public let stratum: String
    /// The arm, sealed under the key `results/SITE`.
    public let sealedResult: [UInt8]
    /// How the arm was drawn, sealed under the key `allocation`.
    public let sealedDraw: [UInt8]

    /// Holds the columns as they are written.
    public init(
        subject: String,
        number: String,
        site: String,
        stratum: String,
        sealedResult: [UInt8],
        sealedDraw: [UInt8]
    ) {
        self.subject = subject
        self.number = number
        self.site = site
        self.stratum = stratum
        self.sealedResult = sealedResult
        self.sealedDraw = sealedDraw
    }
}

extension AllocationRow: LoggedRow {
    static let table = "allocation"
    static let columns = [
        "subject",
        "number",
        "site",
        "stratum",
        "sealed_result",
        "sealed_draw",
    ]

    var key: String { subject }
    static var keyColumn: String { "subject" }

    var values: [RowValue] {
        [
            .text(subject),
            .text(number),
            .text(site),
            .text(stratum),
            .blob(sealedResult),
            .blob(sealedDraw),
        ]
    }

    init(_ row: Row) throws {
        subject = try row.text("subject")
        number = try row.text("number")
        site = try row.text("site")
        stratum = try row.text("stratum")
        sealedResult = try row.bytes("sealed_result")
        sealedDraw = try row.bytes("sealed_draw")
    }
}
