import Reporting

extension String {
    /// The text with each line made safe to print on its own; line ends stay.
    var printableLines: String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0).printable }.joined(separator: "\n")
    }
}
