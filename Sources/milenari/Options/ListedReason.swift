import ArgumentParser
import TrialOffice

/// A reason that has to be a word of a list, so that no text about a person stands in the log.
protocol ListedReason: RawRepresentable<String>, CaseIterable {}

extension SuspensionReason: ListedReason {}
extension TransferReason: ListedReason {}
extension NotEnrolledReason: ListedReason {}
extension UserReason: ListedReason {}

extension ListedReason {
    /// Reads a word of the list.
    static func read(_ text: String) throws -> Self {
        if let reason = Self(rawValue: text) { return reason }
        throw ValidationError("The reason is one of \(words).")
    }

    /// The words of the list, for help texts.
    static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
