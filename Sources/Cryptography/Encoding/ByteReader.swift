/// Reads what `ByteWriter` writes, and never past the end.
package struct ByteReader: Sendable {
    private let bytes: [UInt8]

    /// The position of the next byte.
    package private(set) var offset = 0

    /// Starts at the first of the bytes.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The number of bytes not yet read.
    package var remaining: Int { bytes.count - offset }

    /// Reads so many bytes, or nil when there are fewer.
    package mutating func read(_ count: Int) -> [UInt8]? {
        guard count >= 0, count <= remaining else { return nil }
        defer { offset += count }
        return Array(bytes[offset..<offset + count])
    }

    /// Reads one byte.
    package mutating func readByte() -> UInt8? {
        guard remaining > 0 else { return nil }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// Reads a big-endian integer.
    package mutating func readInteger<Value: FixedWidthInteger & UnsignedInteger>(
        _ type: Value.Type
    ) -> Value? {
        read(Value.bitWidth / 8)?.reduce(0) { value, byte in value << 8 | Value(byte) }
    }

    /// Reads a field with its 32-bit length in front.
    package mutating func readField() -> [UInt8]? {
        guard let count = readInteger(UInt32.self) else { return nil }
        return read(Int(count))
    }
}
