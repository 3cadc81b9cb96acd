import Cryptography

/// What a person types to open the private keys.
///
/// It is zeroed when it goes, and never printed.
public struct Passphrase: ~Copyable, Sendable {
    let secret: SecretBytes

    /// Takes the UTF-8 bytes as typed; an empty passphrase is refused.
    public init(_ bytes: [UInt8]) throws(OfficeError) {
        guard !bytes.isEmpty else {
            throw OfficeError(
                .badInput,
                at: "passphrase",
                "the passphrase is empty",
                remedy: "choose several words"
            )
        }
        secret = SecretBytes(copying: bytes)
    }
}

/// How much it costs to try a passphrase.
public struct PassphraseCost: Sendable, Hashable {
    let scrypt: Scrypt

    /// scrypt with N = 2^17: about 0.4 s and 128 MiB for each try.
    public static let standard = PassphraseCost(scrypt: .standard)

    private init(scrypt: Scrypt) {
        self.scrypt = scrypt
    }

    /// scrypt with N = 2^`log2N`, r = 8, p = 1; refuses what is too weak or takes too much memory.
    public init(log2N: Int) throws(OfficeError) {
        do throws(CryptographyError) {
            scrypt = try Scrypt(log2N: log2N, r: 8, p: 1)
        } catch {
            throw OfficeError(
                .badInput,
                at: "passphrase cost",
                "\(error)",
                remedy: "leave it out; the default is 17"
            )
        }
    }
}
