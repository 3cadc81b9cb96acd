import Randomization
import RandomnessSupport
import Testing

/// The short version of `Scripts/randomness`.
@Suite struct RandomnessTests {
    @Test func `100,000 draws are as random as they should be`() throws {
        let source = GeneratorSource(seed: Array(0..<32))
        var tally = DrawTally()
        for part in 0..<2 { tally.add(try DrawTally(part: part, source: source)) }
        #expect(tally.draws >= 100_000)
        #expect(tally.findings.count >= 19)
        for finding in tally.findings {
            #expect(!finding.isExtreme, "\(finding.name): \(finding.distance)")
        }
    }

    /// A stream whose every second word has its highest bit cleared.
    private struct Leaning: StreamSource {
        struct Stream: BitStream {
            var stream: FastStream

            mutating func next() -> UInt64 {
                let word = stream.next()
                return word & 1 == 0 ? word >> 1 : word
            }
        }

        func stream(for label: StreamLabel) -> Stream {
            Stream(stream: FastStream(seed: 1, label: label))
        }
    }

    @Test func `streams that lean are found`() throws {
        let findings = try DrawTally(part: 0, source: Leaning()).findings
        #expect(findings.count(where: \.isExtreme) >= 8)
    }
}
