public import AuditLog

/// A signed checkpoint that somebody kept outside the trial folder.
public struct KeptNote: Sendable {
    /// The name of the file that it came from.
    public let file: String
    /// The note.
    public let note: SignedNote

    /// Holds the note that was in `file`.
    public init(file: String, note: SignedNote) {
        self.file = file
        self.note = note
    }
}
