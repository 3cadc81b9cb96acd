/// Writes binary formats: integers big-endian, fields with their length in front.
package struct ByteWriter: Sendable {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []

    /// Makes an empty writer.
    package init() {}

    /// Appends one byte.
    package mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Appends bytes as they are.
    package mutating func append(_ other: [UInt8]) {
        bytes.append(contentsOf: other)
    }

    /// Appends an integer in big-endian order.
    package mutating func append(bigEndian value: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    /// Appends a field: its length as 32 bits, then its bytes.
    ///
    /// A sequence of fields reads back in one way only.
    package mutating func append(field: some Collection<UInt8>) {
        append(bigEndian: UInt32(field.count))
        bytes.append(contentsOf: field)
    }

    /// Appends a field that holds UTF-8 text.
    package mutating func append(field text: String) {
        append(field: text.utf8)
    }
}
