import Cryptography
import Randomization

/// The bit streams of the allocation: HMAC_DRBG, one stream for each label, drawn from the seed.
final class SeededStreams: StreamSource {
    private let seed: SecretBytes

    init(_ seed: borrowing AllocationSeed) {
        self.seed = seed.streamSeed()
    }

    func stream(for label: StreamLabel) -> DRBGStream {
        DRBGStream(HMACDRBG(seed: seed, personalization: label.bytes))
    }
}

/// One labelled bit stream.
final class DRBGStream: BitStream {
    private var generator: HMACDRBG

    init(_ generator: consuming HMACDRBG) {
        self.generator = generator
    }

    func next() -> UInt64 {
        generator.nextUInt64()
    }
}
