/// What can be wrong with the shares of a key.
public enum KeyShareProblem: Hashable, Sendable {
    /// A set has 2 to 255 shares, and at least 2 of them recover the key.
    case invalidThreshold
    /// The set has no share of this number.
    case noSuchShare
    /// A line of a printed share, counted from 1, has a wrong character.
    case wrongCharacters(line: Int)
    /// A line of a printed share is missing, or stands at the wrong place.
    case wrongLines
    /// Every line is right by itself, but they are not one share.
    case wrongDigest
    /// The share is of another key or of another trial.
    case ofAnotherKey
    /// The share is of another set of shares of this key.
    case ofAnotherSet
    /// This very share was given before.
    case takenAlready
    /// So many shares are missing.
    case tooFew(missing: Int)
    /// The shares are enough, and do not give the key: one of them was changed.
    case wrongKey
}

extension KeyShareProblem: CustomStringConvertible {
    /// One sentence for a person.
    public var description: String {
        switch self {
        case .invalidThreshold:
            "a key is divided into 2 to 255 shares, of which at least 2 recover it"
        case .noSuchShare: "the set has no share of this number"
        case .wrongCharacters(let line):
            "line \(line) of the share has a wrong character: compare it with the paper"
        case .wrongLines: "the share has the lines 1 to 6, each once and in order"
        case .wrongDigest: "the lines belong to different shares"
        case .ofAnotherKey: "the share is of another key or of another trial"
        case .ofAnotherSet: "the share is of another set: the key was divided more than once"
        case .takenAlready: "this share was given before"
        case .tooFew(let missing):
            "\(missing) more share\(missing == 1 ? " is" : "s are") needed to recover the key"
        case .wrongKey: "the shares do not give the key: at least one of them was changed"
        }
    }
}
