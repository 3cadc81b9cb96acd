import Foundation
import GRDB

/// A value as a column holds it.
enum RowValue: Hashable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    init(_ text: String?) {
        self = text.map(RowValue.text) ?? .null
    }

    /// The value to bind.
    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }

    /// A tag, the length, and the bytes: no two different rows give the same bytes.
    func append(to bytes: inout [UInt8]) {
        let (tag, content): (UInt8, [UInt8]) =
            switch self {
            case .null: (0, [])
            case .integer(let number): (1, number.bigEndianBytes)
            case .text(let text): (2, Array(text.utf8))
            case .blob(let content): (3, content)
            }
        bytes.append(tag)
        bytes.append(contentsOf: Int64(content.count).bigEndianBytes)
        bytes.append(contentsOf: content)
    }
}

extension Int64 {
    /// Eight bytes, the highest first.
    var bigEndianBytes: [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: self >> (56 - 8 * $0)) }
    }
}
