import GRDB

/// A subject's allocation, asked for.
public struct RequestRow: Sendable, Equatable {
    /// The subject's pseudonym.
    public let subject: String
    /// `open` or `answered`.
    public let state: String

    /// Holds the columns as they are written.
    public init(
        subject: String,
        state: String
    ) {
        self.subject = subject
        self.state = state
    }
}

extension RequestRow: LoggedRow {
    static let table = "allocation_request"
    static let columns = [
        "subject",
        "state",
    ]

    var key: String { subject }
    static var keyColumn: String { "subject" }

    var values: [RowValue] {
        [
            .text(subject),
            .text(state),
        ]
    }

    init(_ row: Row) throws {
        subject = try row.text("subject")
        state = try row.text("state")
    }
}
