/// Why the office did not do what it was asked.
///
/// Nothing was changed. The texts hold no value of a patient.
public struct OfficeError: Error, Sendable, Hashable {
    /// What kind of refusal it is; callers decide by it, people read the texts.
    public let code: Code
    /// Where: a file, a site, a subject, an option.
    public let place: String
    /// What stands in the way, in words.
    public let message: String
    /// What to do about it.
    public let remedy: String

    /// Holds the parts.
    public init(_ code: Code, at place: String, _ message: String, remedy: String) {
        self.code = code
        self.place = place
        self.message = message
        self.remedy = remedy
    }

    /// The kinds of refusal.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The rules of the trial say no: not eligible, consent incomplete, a duplicate, done
        /// already.
        case refused
        /// The data do not decide.
        case undetermined
        /// Something that was given is malformed or cannot be right.
        case badInput
        /// Something that was named does not exist.
        case notFound
        /// There is no such user.
        case unknownUser
        /// The passphrase is wrong, or the user lacks the role or the key.
        case notPermitted
        /// It cannot be made at that place.
        case cannotCreate
        /// The trial's files are damaged, or not a trial's, or of a newer format.
        case damaged
        /// Disk or system failed.
        case storage
        /// Another process kept the trial too long; try again.
        case busy
        /// A defect of this program.
        case software
    }
}
