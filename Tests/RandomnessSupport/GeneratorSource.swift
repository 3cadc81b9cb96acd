import Cryptography
public import Randomization

/// The stream of a trial: HMAC_DRBG under the allocation seed, as the trial office makes it.
public final class GeneratorStream: BitStream {
    private var generator: HMACDRBG

    init(seed: [UInt8], label: StreamLabel) {
        generator = HMACDRBG(seed: SecretBytes(copying: seed), personalization: label.bytes)
    }

    /// The next word.
    public func next() -> UInt64 {
        generator.nextUInt64()
    }
}

@available(*, unavailable)
extension GeneratorStream: Sendable {}

/// The streams under a seed of 32 bytes.
public struct GeneratorSource: StreamSource, Sendable {
    private let seed: [UInt8]

    /// Takes the seed.
    public init(seed: [UInt8]) {
        self.seed = seed
    }

    /// The stream of a label.
    public func stream(for label: StreamLabel) -> GeneratorStream {
        GeneratorStream(seed: seed, label: label)
    }
}
