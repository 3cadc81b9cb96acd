extension Substring {
    /// The fields between the separators, empty ones included.
    ///
    /// Bytes are compared, not characters: the tables are read when a command starts.
    func fields(separator: UInt8) -> [Substring] {
        utf8.split(separator: separator, omittingEmptySubsequences: false).map(Substring.init)
    }
}

extension String {
    /// The lines of a table.
    var tableRows: [Substring] { self[...].fields(separator: UInt8(ascii: "\n")) }
}
