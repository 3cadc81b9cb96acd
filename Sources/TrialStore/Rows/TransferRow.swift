import Foundation
import GRDB

/// A transfer of a subject to another site: offered, or accepted.
public struct TransferRow: Sendable, Equatable {
    /// Pseudonym and number, for example `BCN-PBDC-QDTE.1`.
    public let id: String
    /// The subject's pseudonym.
    public let subject: String
    /// The site to which the subject goes.
    public let site: String
    /// `offered` or `accepted`.
    public let state: String
    /// The arm, sealed under the transfer's key; nil without an allocation, and once accepted.
    public let sealedResult: [UInt8]?

    /// Holds the columns as they are written.
    public init(
        id: String,
        subject: String,
        site: String,
        state: String,
        sealedResult: [UInt8]?
    ) {
        self.id = id
        self.subject = subject
        self.site = site
        self.state = state
        self.sealedResult = sealedResult
    }
}

extension TransferRow: LoggedRow {
    static let table = "transfer"
    static let columns = [
        "id",
        "subject",
        "site",
        "state",
        "sealed_result",
    ]

    var key: String { id }
    static var keyColumn: String { "id" }

    var values: [RowValue] {
        [
            .text(id),
            .text(subject),
            .text(site),
            .text(state),
            sealedResult.map(RowValue.blob) ?? .null,
        ]
    }

    init(_ row: Row) throws {
        id = try row.text("id")
        subject = try row.text("subject")
        site = try row.text("site")
        state = try row.text("state")
        sealedResult = try row.decode(Data?.self, forColumn: "sealed_result").map { Array($0) }
    }
}
