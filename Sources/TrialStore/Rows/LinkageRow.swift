import Cryptography
import Foundation
import GRDB

/// All keyed linkage tokens of one subject.
public struct LinkageRow: Sendable, Equatable {
    /// The subject's pseudonym.
    public let subject: String
    /// The tokens, in a fixed order.
    public let tokens: [Token]

    /// One keyed token.
    public struct Token: Sendable, Hashable {
        /// What the token is made of: the raw value of the kind.
        public let kind: Int
        /// The encoded token: the code of the kind, then 16 bytes of HMAC-SHA-256.
        public let bytes: [UInt8]

        /// Holds a token.
        public init(kind: Int, bytes: [UInt8]) {
            self.kind = kind
            self.bytes = bytes
        }
    }

    var content: RowContent {
        RowContent(table: Self.table, key: subject, columns: ["subject": subject])
    }

    /// Holds the tokens of `subject`.
    public init(subject: String, tokens: [Token]) {
        self.subject = subject
        self.tokens = tokens.sorted { left, right in
            (left.kind, left.bytes.hexText) < (right.kind, right.bytes.hexText)
        }
    }

    static let table = "linkage"

    var reference: RowReference {
        var values: [RowValue] = [.text(subject)]
        for token in tokens { values += [.integer(Int64(token.kind)), .blob(token.bytes)] }
        let digest = SubjectRow.digest(table: Self.table, values: values)
        return RowReference(table: Self.table, key: subject, digest: digest)
    }

    func write(_ db: Database, event: UInt64) throws {
        for token in tokens {
            try db.execute(
                sql: "INSERT INTO linkage (subject, kind, token, event) VALUES (?, ?, ?, ?)",
                arguments: [subject, token.kind, Data(token.bytes), Int64(event)]
            )
        }
    }
}

extension LinkageRow.Token {
    init(row: Row) throws {
        kind = try row.decode(Int.self, forColumn: "kind")
        bytes = try row.bytes("token")
    }
}

extension [UInt8] {
    var hexText: String { Hex.encode(self) }
}
