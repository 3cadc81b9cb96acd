/// Whether two identities are of one child.
public enum LinkageOutcome: String, Hashable, Sendable, Codable {
    /// They are of one child.
    case same
    /// They may be of one child: a person decides.
    case possible
    /// They are of two children.
    case different
}
