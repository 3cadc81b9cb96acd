public import AuditLog
public import Cryptography

/// Why the store could not do what was asked.
///
/// No case holds a patient's value.
public enum TrialStoreError: Error, Sendable {
    /// The folder, or one of its files, is not a milenari trial.
    case notATrial(file: String)
    /// The trial was written by a newer program.
    case newerFormat(found: Int, supported: Int)
    /// There is something at the place where the trial should be made.
    case alreadyExists(file: String)
    /// A file that belongs to the trial is not there.
    case missing(file: String)
    /// Something in the files is not as it was written.
    case damaged(file: String, what: String)
    /// What was asked for was destroyed on purpose; nothing can bring it back.
    case erased(file: String)
    /// The log holds fewer events than were acknowledged.
    case eventsMissing(acknowledged: UInt64, found: UInt64)
    /// The log is not the one whose checkpoint was acknowledged.
    case logForked(size: UInt64)
    /// Another process held the trial for too long.
    case busy
    /// This process may not read a file of the trial, or not even look for it.
    case unreadable(file: String)
    /// A file of the trial cannot be changed by this process.
    case readOnly(file: String)
    /// The disk or the file system refused: what SQLite or the system said.
    case storage(file: String, what: String)
    /// A row that has to be unique is there already.
    case conflict(table: String)
    /// The program was about to write what the rules of the log forbid.
    case againstRules(String)
    /// The log could not be continued.
    case log(AuditLogError)
    /// A cryptographic step failed.
    case cryptography(CryptographyError)
}
