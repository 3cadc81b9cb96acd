public import Cryptography

/// The state of a log in a few lines (C2SP tlog-checkpoint): whose log, how long, which root.
public struct Checkpoint: Hashable, Sendable {
    /// The name of the log; unique, without white space at its ends.
    public let origin: String

    /// The number of leaves.
    public let size: UInt64

    /// The root over them.
    public let root: Digest

    /// Further lines, opaque to the log.
    public let extensions: [String]

    /// States a checkpoint.
    ///
    /// - Parameters:
    ///   - origin: One line, not empty.
    ///   - size: The number of leaves.
    ///   - root: The root over them.
    ///   - extensions: Further lines, none of them empty.
    /// - Throws: `AuditLogError.malformedCheckpoint` for an empty line or a control character.
    public init(
        origin: String,
        size: UInt64,
        root: Digest,
        extensions: [String] = []
    ) throws(AuditLogError) {
        guard ([origin] + extensions).allSatisfy(Self.isLine) else {
            throw .malformedCheckpoint
        }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a note.
    ///
    /// - Parameter text: Origin, size, base64 of the root, further lines.
    /// - Throws: `AuditLogError.malformedCheckpoint`.
    public init(text: String) throws(AuditLogError) {
        var parts = text.unicodeScalars
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0) }
        guard parts.popLast()?.isEmpty == true, parts.count >= 3,
            let size = UInt64(parts[1]), String(size) == parts[1],
            let bytes = Base64.decode(parts[2]), let root = Digest(bytes: bytes)
        else { throw .malformedCheckpoint }
        try self.init(
            origin: parts[0],
            size: size,
            root: root,
            extensions: Array(parts.dropFirst(3))
        )
    }

    /// The text of the note.
    public var text: String {
        ([origin, String(size), Base64.encode(root.bytes)] + extensions)
            .map { $0 + "\n" }
            .joined()
    }

    /// A note with this checkpoint as its text, which nobody has signed yet.
    ///
    /// - Returns: The note.
    /// - Throws: Nothing in practice: a checkpoint is always a permitted text.
    public func note() throws(AuditLogError) -> SignedNote {
        try SignedNote(text: text)
    }

    private static func isLine(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 }
    }
}
