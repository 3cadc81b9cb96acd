import Cryptography

/// A text with the signatures of those who vouch for it (C2SP signed-note).
///
/// The encoded form is the text, an empty line, and one line for each signature:
/// `— name base64(key id || signature)`. Text and lines end with a newline.
public struct SignedNote: Hashable, Sendable {
    /// One signature line, which may belong to any key.
    public struct Signature: Hashable, Sendable {
        /// The name of the key.
        public let name: String
        /// The id of the key.
        public let keyID: UInt32
        /// The signature: 64 bytes, or 8 bytes of time and 64 bytes for a witness.
        public let signature: [UInt8]
    }

    /// The longest note that is read, in bytes.
    public static let maximumSize = 1_000_000
    /// The most signature lines that are read.
    public static let maximumLines = 100
    private static let dash = "\u{2014} "

    /// The text, with its final newline.
    public let text: String

    /// The signatures, in the order of their lines.
    public internal(set) var signatures: [Signature]

    /// Begins a note that nobody has signed yet.
    ///
    /// - Parameter text: Ends with a newline; has no other control character.
    /// - Throws: `AuditLogError.malformedNote`.
    public init(text: String) throws(AuditLogError) {
        guard Self.isPermitted(text) else { throw .malformedNote }
        self.text = text
        signatures = []
    }

    /// Reads a signed note.
    ///
    /// - Parameter encoded: Text, empty line, one or more signature lines.
    /// - Throws: `AuditLogError.malformedNote`. Signatures are not checked here.
    public init(encoded: [UInt8]) throws(AuditLogError) {
        guard encoded.count <= Self.maximumSize,
            let note = String(validating: encoded, as: UTF8.self)
        else { throw .malformedNote }
        let newline = UInt8(ascii: "\n")
        let gap = encoded.indices.dropLast().last { index in
            encoded[index] == newline && encoded[index + 1] == newline
        }
        guard let gap else { throw .malformedNote }
        let end = note.utf8.index(note.utf8.startIndex, offsetBy: gap + 1)
        try self.init(text: String(note[..<end]))

        // Split at the newline itself: "\r\n" is one Character, and would hide a line end.
        var parts = note.unicodeScalars[end...].dropFirst()
            .split(separator: "\n", omittingEmptySubsequences: false)
        guard parts.popLast()?.isEmpty == true, (1...Self.maximumLines).contains(parts.count)
        else { throw .malformedNote }
        for part in parts {
            signatures.append(try Self.line(String(part)))
        }
    }

    /// The bytes to store or to hand on.
    public var encoded: [UInt8] {
        var note = text + "\n"
        for line in signatures {
            var data = ByteWriter()
            data.append(bigEndian: line.keyID)
            data.append(line.signature)
            note += Self.dash + line.name + " " + Base64.encode(data.bytes) + "\n"
        }
        return Array(note.utf8)
    }

    private static func line(_ text: String) throws(AuditLogError) -> Signature {
        let parts = text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual(dash.unicodeScalars.dropLast()),
            NoteKey.isPermitted(String(parts[1])),
            let data = Base64.decode(String(parts[2])), data.count > 4
        else { throw .malformedNote }
        return Signature(
            name: String(parts[1]),
            keyID: data.prefix(4).reduce(0) { $0 << 8 | UInt32($1) },
            signature: Array(data.dropFirst(4))
        )
    }

    private static func isPermitted(_ text: String) -> Bool {
        text.utf8.last == UInt8(ascii: "\n")
            && text.utf8.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\n") }
    }
}
