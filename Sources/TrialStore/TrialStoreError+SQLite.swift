import GRDB

extension TrialStoreError {
    /// What SQLite said of `file`, in this store's terms.
    ///
    /// What the system refused is told apart from what is wrong with the file: the first says
    /// nothing about the trial.
    init(_ error: DatabaseError, file: String) {
        self =
            switch error.resultCode {
            case .SQLITE_NOTADB: .notATrial(file: file)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_CONSTRAINT: .conflict(table: file)
            case .SQLITE_READONLY: .readOnly(file: file)
            case .SQLITE_CANTOPEN, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOLFS, .SQLITE_NOMEM,
                .SQLITE_PERM:
                .storage(file: file, what: error.message ?? "\(error.resultCode.rawValue)")
            default:
                .damaged(file: file, what: error.message ?? "the structure of the file")
            }
    }
}
