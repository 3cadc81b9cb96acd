/// The name of a stream of random bits: `milenari/v1/SCHEME/STRATUM/PURPOSE/INDEX`.
///
/// The parts cannot contain a slash, so two different draws never share a label. The index counts
/// from 1 and is written in decimal digits.
public struct StreamLabel: Hashable, Sendable {
    /// The text, all ASCII.
    public let text: String

    /// The bytes from which, with the seed, the stream is derived.
    public var bytes: [UInt8] { Array(text.utf8) }

    init(scheme: Scheme, stratum: Stratum, purpose: String, index: Int) {
        text = "milenari/v1/\(scheme.identifier)/\(stratum.text)/\(purpose)/\(index)"
    }
}

extension StreamLabel: CustomStringConvertible {
    /// The text.
    public var description: String { text }
}
