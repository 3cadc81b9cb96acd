extension CanonicalJSON {
    private static let deepestNesting = 8

    /// Reads canonical bytes; any other spelling of the same value is refused.
    ///
    /// The caller encodes what it made of the value and compares the bytes, so that nothing is
    /// left to the correctness of this parser.
    ///
    /// - Parameter encoded: The bytes.
    /// - Throws: `AuditLogError.notCanonical`.
    init(encoded: [UInt8]) throws(AuditLogError) {
        var parser = Parser(bytes: encoded)
        self = try parser.value(depth: Self.deepestNesting)
        guard parser.isAtEnd else { throw .notCanonical }
    }

    private struct Parser {
        let bytes: [UInt8]
        var offset = 0

        var isAtEnd: Bool { offset == bytes.count }

        mutating func value(depth: Int) throws(AuditLogError) -> CanonicalJSON {
            guard depth > 0, let byte = peek() else { throw .notCanonical }
            switch byte {
            case UInt8(ascii: "\""): return .text(try text())
            case UInt8(ascii: "["): return .list(try list(depth: depth))
            case UInt8(ascii: "{"): return .object(try object(depth: depth))
            case UInt8(ascii: "t"): return try literal("true", .flag(true))
            case UInt8(ascii: "f"): return try literal("false", .flag(false))
            default: return .integer(try integer())
            }
        }

        private func peek() -> UInt8? {
            offset < bytes.count ? bytes[offset] : nil
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            guard peek() == byte else { return false }
            offset += 1
            return true
        }

        private mutating func literal(
            _ word: String,
            _ value: CanonicalJSON
        ) throws(AuditLogError) -> CanonicalJSON {
            guard bytes[offset...].starts(with: word.utf8) else { throw .notCanonical }
            offset += word.utf8.count
            return value
        }

        private mutating func integer() throws(AuditLogError) -> Int64 {
            let start = offset
            while let byte = peek(),
                byte == UInt8(ascii: "-")
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            {
                offset += 1
            }
            let digits = String(decoding: bytes[start..<offset], as: UTF8.self)
            guard let value = Int64(digits), String(value) == digits,
                value.magnitude <= CanonicalJSON.largestInteger.magnitude
            else { throw .notCanonical }
            return value
        }

        private mutating func list(depth: Int) throws(AuditLogError) -> [CanonicalJSON] {
            offset += 1
            var elements: [CanonicalJSON] = []
            while !take(UInt8(ascii: "]")) {
                if !elements.isEmpty {
                    guard take(UInt8(ascii: ",")) else { throw .notCanonical }
                }
                elements.append(try value(depth: depth - 1))
            }
            return elements
        }

        private mutating func object(
            depth: Int
        ) throws(AuditLogError) -> [(key: String, value: CanonicalJSON)] {
            offset += 1
            var pairs: [(key: String, value: CanonicalJSON)] = []
            while !take(UInt8(ascii: "}")) {
                if !pairs.isEmpty {
                    guard take(UInt8(ascii: ",")) else { throw .notCanonical }
                }
                guard peek() == UInt8(ascii: "\"") else { throw .notCanonical }
                let key = try text()
                guard CanonicalJSON.isKey(key), pairs.last.map({ $0.key < key }) ?? true,
                    take(UInt8(ascii: ":"))
                else { throw .notCanonical }
                pairs.append((key, try value(depth: depth - 1)))
            }
            return pairs
        }

        private mutating func text() throws(AuditLogError) -> String {
            offset += 1
            var content: [UInt8] = []
            while offset < bytes.count {
                let start = offset
                while offset < bytes.count, !CanonicalJSON.needsEscape(bytes[offset]) {
                    offset += 1
                }
                content.append(contentsOf: bytes[start..<offset])
                if take(UInt8(ascii: "\"")) {
                    guard let text = String(validating: content, as: UTF8.self) else {
                        throw .notCanonical
                    }
                    return text
                }
                guard take(UInt8(ascii: "\\")) else { throw .notCanonical }
                content.append(try escape())
            }
            throw .notCanonical
        }

        private mutating func escape() throws(AuditLogError) -> UInt8 {
            guard let byte = peek() else { throw .notCanonical }
            offset += 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
            case UInt8(ascii: "b"): return 0x08
            case UInt8(ascii: "t"): return 0x09
            case UInt8(ascii: "n"): return 0x0a
            case UInt8(ascii: "f"): return 0x0c
            case UInt8(ascii: "r"): return 0x0d
            case UInt8(ascii: "u"):
                guard offset + 4 <= bytes.count,
                    let value = UInt8(
                        String(decoding: bytes[offset..<offset + 4], as: UTF8.self),
                        radix: 16
                    ),
                    value < 0x20
                else { throw .notCanonical }
                offset += 4
                return value
            default: throw .notCanonical
            }
        }
    }
}
