import AuditLog
import Cryptography
import Foundation
import GRDB

/// The file that holds the last acknowledged checkpoint: with it, a cut-off tail shows.
enum HeadFile {
    /// The checkpoint in the folder, with the note that vouches for it.
    static func read(_ folder: TrialFolder) throws -> (note: SignedNote, checkpoint: Checkpoint) {
        let name = TrialFolder.head
        let access = folder.access(name)
        if access == .missing { throw TrialStoreError.missing(file: name) }
        guard access != .unreadable,
            let data = FileManager.default.contents(atPath: folder.file(name).path)
        else { throw TrialStoreError.unreadable(file: name) }
        do throws(AuditLogError) {
            let note = try SignedNote(encoded: Array(data))
            return (note, try Checkpoint(text: note.text))
        } catch {
            throw TrialStoreError.damaged(file: name, what: "the checkpoint")
        }
    }

    /// Replaces the file, unless another process has acknowledged more in the meantime.
    ///
    /// Call it while the trial file is locked for writing.
    static func write(_ note: SignedNote, size: UInt64, _ folder: TrialFolder) throws {
        if let present = try? read(folder), present.checkpoint.size > size { return }
        try PrivateFile.write(note.encoded, to: folder.file(TrialFolder.head))
    }
}
