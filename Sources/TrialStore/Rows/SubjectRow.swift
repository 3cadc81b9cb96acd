import GRDB

/// An enrolled subject.
public struct SubjectRow: Sendable, Equatable {
    /// The pseudonym.
    public let code: String
    /// The site that cares for the subject: the one that enrolled, or that took the subject over.
    public let site: String
    /// The number of the screening that led to the enrollment.
    public let screening: String
    /// The stratum as it was at enrollment.
    public let stratum: String
    /// The transfer by which the subject came to the site; nil where it enrolled.
    public let transfer: String?
    /// Record and report at enrollment, sealed under the candidate's own key.
    public let sealed: [UInt8]

    /// Holds the columns as they are written.
    public init(
        code: String,
        site: String,
        screening: String,
        stratum: String,
        transfer: String?,
        sealed: [UInt8]
    ) {
        self.code = code
        self.site = site
        self.screening = screening
        self.stratum = stratum
        self.transfer = transfer
        self.sealed = sealed
    }
}

extension SubjectRow: LoggedRow {
    static let table = "subject"
    static let columns = [
        "code",
        "site",
        "screening",
        "stratum",
        "transfer",
        "sealed",
    ]

    var key: String { code }
    static var keyColumn: String { "code" }

    var values: [RowValue] {
        [
            .text(code),
            .text(site),
            .text(screening),
            .text(stratum),
            RowValue(transfer),
            .blob(sealed),
        ]
    }

    init(_ row: Row) throws {
        code = try row.text("code")
        site = try row.text("site")
        screening = try row.text("screening")
        stratum = try row.text("stratum")
        transfer = try row.decode(String?.self, forColumn: "transfer")
        sealed = try row.bytes("sealed")
    }
}
