/// A cryptographic operation that was refused or did not succeed.
///
/// No case carries a key, a passphrase, a plaintext or any other value taken from a record.
public enum CryptographyError: Error, Hashable, Sendable {
    /// A call into libcrypto failed: the name of the call and libcrypto's own reason text.
    case library(operation: String, reason: String)

    /// The authentication tag does not match: a bit was changed, or the value stood elsewhere.
    case authenticationFailed

    /// The key commitment does not match: this key did not seal this value.
    case wrongKey

    /// The passphrase does not open the sealed private keys.
    case wrongPassphrase

    /// The value was sealed under another key than the one it was to be opened with.
    case keyIdentifierMismatch(expected: KeyIdentifier, found: KeyIdentifier)

    /// The bytes are not of the named format.
    case malformed(String)

    /// The format version is not one that this program reads.
    case unsupportedVersion(UInt8)

    /// The named input does not have the length that it must have, in bytes.
    case invalidLength(String, expected: Int, actual: Int)

    /// The text is not a key identifier (`name#version`).
    case invalidKeyIdentifier

    /// The bytes are not the canonical encoding of a usable public key.
    case invalidPublicKey

    /// The key agreement gave the all-zero result, which a hostile public key can force.
    case sharedSecretIsZero

    /// The named cost parameter is below the floor: a downgrade is refused.
    case weakParameters(String)

    /// The named cost parameter is above the ceiling: a denial of service is refused.
    case excessiveParameters(String)

    /// More output was asked for than the named construction may give.
    case outputTooLong(String)

    /// The shares of a key are refused.
    case shares(KeyShareProblem)
}

extension CryptographyError: CustomStringConvertible {
    /// One sentence that says what did not hold.
    public var description: String {
        switch self {
        case .library(let operation, let reason):
            "libcrypto: \(operation) failed: \(reason)"
        case .authenticationFailed:
            "the value does not authenticate: it was changed, or it was sealed for another place"
        case .wrongKey:
            "the value was not sealed with this key"
        case .wrongPassphrase:
            "the passphrase does not open these keys"
        case .keyIdentifierMismatch(let expected, let found):
            "the value needs the key \(found.text), not \(expected.text)"
        case .malformed(let format):
            "the bytes are not a \(format)"
        case .unsupportedVersion(let version):
            "format version \(version) is not known to this program"
        case .invalidLength(let name, let expected, let actual):
            "\(name) has \(actual) bytes instead of \(expected)"
        case .invalidKeyIdentifier:
            "a key identifier has the form name#version"
        case .invalidPublicKey:
            "the bytes are not a usable public key"
        case .sharedSecretIsZero:
            "the key agreement gave the all-zero result"
        case .weakParameters(let name):
            "\(name) is below the permitted minimum"
        case .excessiveParameters(let name):
            "\(name) is above the permitted maximum"
        case .outputTooLong(let name):
            "\(name) cannot give that many bytes"
        case .shares(let problem):
            problem.description
        }
    }
}
