import Cryptography
import TrialStore

/// The seed of the allocation sequence, with the nonce that hides it in its commitment.
///
/// The commitment is SHA-256 of `milenari allocation seed v1`, a zero byte, the seed (32 bytes)
/// and the nonce (32 bytes). When seed and nonce are published after the trial, everybody can
/// see that they are the ones to which the first event of the log committed.
struct AllocationSeed: ~Copyable {
    /// The name of the secret in the store.
    static let name = "allocation-seed"
    private static let domain = Array("milenari allocation seed v1".utf8) + [0]
    private static let half = 32

    /// Seed and nonce.
    private let secret: SecretBytes

    private init(secret: consuming SecretBytes) {
        self.secret = secret
    }

    static func random() throws -> AllocationSeed {
        AllocationSeed(secret: try SecretBytes.random(count: 2 * half))
    }

    var commitment: Digest {
        var hasher = SHA256()
        hasher.update(Self.domain)
        secret.withSpan { hasher.update($0) }
        return hasher.finalize()
    }

    func sealed(with key: borrowing DataKey, origin: String) throws -> [UInt8] {
        try key.sealSecret(secret, in: Self.context(origin))
    }

    static func open(
        _ sealed: [UInt8],
        with key: borrowing DataKey,
        origin: String
    ) throws -> AllocationSeed {
        let secret = try key.openSecret(sealed, in: context(origin))
        guard secret.count == 2 * half else {
            throw TrialStoreError.damaged(file: "trial.sqlite", what: "the allocation seed")
        }
        return AllocationSeed(secret: secret)
    }

    private static func context(_ origin: String) -> SealingContext {
        SealingContext(trial: origin, table: "secret", column: "sealed", row: name)
    }

    /// The part from which the bit streams are drawn.
    func streamSeed() -> SecretBytes {
        secret.withSpan { SecretBytes(copying: $0.extracting(first: Self.half)) }
    }
}
