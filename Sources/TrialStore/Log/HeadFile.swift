import AuditLog
import Cryptography
import Foundation
import GRDB

/// The file that holds the last acknowledged checkpoint: with it, a cut-off tail shows.
enum HeadFile {
    /// The checkpoint in the folder, with the note that vouches for it.
    static func read(_ folder: TrialFolder) throws -> (note: SignedNote, checkpoint: Checkpoint) {
        let name = folder.head.lastPathComponent
        guard let data = FileManager.default.contents(atPath: folder.head.path) else {
            throw TrialStoreError.missing(file: name)
        }
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
        do {
            try Data(note.encoded).write(to: folder.head, options: .atomic)
        } catch {
            throw TrialStoreError.storage("\(folder.head.lastPathComponent) cannot be written")
        }
    }
}
