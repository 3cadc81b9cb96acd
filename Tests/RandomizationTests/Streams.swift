import Randomization

/// A fast stream for long runs: SplitMix64 started from a hash (FNV-1a) of the label.
struct FastStream: BitStream {
    private var state: UInt64

    init(seed: UInt64, label: StreamLabel) {
        state = label.bytes.reduce(0xCBF2_9CE4_8422_2325 ^ seed) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
        }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

struct FastSource: StreamSource {
    let seed: UInt64

    func stream(for label: StreamLabel) -> FastStream {
        FastStream(seed: seed, label: label)
    }
}

/// Gives listed words, then fails.
struct ListedStream: BitStream {
    var words: [UInt64]

    mutating func next() throws(RandomizationError) -> UInt64 {
        guard !words.isEmpty else { throw .streamFailed }
        return words.removeFirst()
    }
}

/// Fails at once.
struct FailingSource: StreamSource {
    func stream(for label: StreamLabel) throws(RandomizationError) -> ListedStream {
        ListedStream(words: [])
    }
}

/// Counts the words that are taken from all streams together.
final class CountingSource: StreamSource {
    struct Stream: BitStream {
        let counter: CountingSource
        var stream: FastStream

        mutating func next() -> UInt64 {
            counter.words += 1
            return stream.next()
        }
    }

    private let source: FastSource
    private(set) var words = 0

    init(source: FastSource) {
        self.source = source
    }

    func stream(for label: StreamLabel) -> Stream {
        Stream(counter: self, stream: source.stream(for: label))
    }
}
