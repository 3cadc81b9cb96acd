import Cryptography
import Foundation
import RawSealing

/// Seals records of 1 KiB with `DataKey`, and with plain loops over libcrypto that derive the same
/// keys; the rounds take turns, so that a busy machine is as bad for all of them.
///
/// Usage: SealingThroughput [ROUNDS]
@main
enum SealingThroughput {
    private static let records = 2_000
    private static let size = 1_024
    /// Ours, as fast as so much of the faster plain loop.
    private static let goal = 0.7

    static func main() throws {
        let rounds = max(3, CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 25)
        var ours: [Double] = []
        var plain: [[Double]] = [[], []]
        let context = SealingContext(trial: "benchmark", table: "t", column: "c", row: "r")
        let key = try DataKey.random(identifier: KeyIdentifier(text: "records/BCN#1"))
        let message = [UInt8](repeating: 7, count: size)
        for _ in 0..<rounds {
            ours.append(try time { try seal(message, key, context) })
            for usesKDF in [0, 1] {
                plain[usesKDF].append(try time { try sealPlainly(message, CInt(usesKDF)) })
            }
        }
        let figures =
            [("DataKey.seal", median(ours))]
            + zip(["libcrypto, HMAC by hand", "libcrypto, its own HKDF"], plain.map(median))
        for (name, seconds) in figures {
            let rate = Int(Double(records) / seconds)
            print(name.padding(toLength: 26, withPad: " ", startingAt: 0), rate, "records a second")
        }
        let ratio = (plain.map(median).min() ?? 0) / median(ours)
        print("ratio to the faster loop   \(Double(Int(ratio * 100)) / 100), goal \(goal)")
        exit(ratio >= goal ? 0 : 1)
    }

    private static func seal(
        _ message: [UInt8],
        _ key: borrowing DataKey,
        _ context: SealingContext
    ) throws {
        var engine = try SealingEngine()
        for _ in 0..<records {
            _ = try key.seal(message, in: context, using: &engine)
        }
    }

    /// The padded length and the associated data are those of our format.
    private static func sealPlainly(_ message: [UInt8], _ usesKDF: CInt) throws {
        guard let state = raw_sealing_new(usesKDF) else { throw CocoaError(.featureUnsupported) }
        defer { raw_sealing_free(state) }
        let key = [UInt8](repeating: 3, count: 32)
        let associated = [UInt8](repeating: 1, count: 90)
        let padded = message + [0x80] + [UInt8](repeating: 0, count: 63)
        for _ in 0..<records {
            var output = [UInt8](repeating: 0, count: 76 + padded.count + 16)
            guard
                raw_seal(state, key, associated, associated.count, padded, padded.count, &output)
                    == 1
            else { throw CocoaError(.featureUnsupported) }
        }
    }

    /// The seconds of this process's own work.
    private static func time(_ body: () throws -> Void) rethrows -> Double {
        let start = clock()
        try body()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }

    private static func median(_ values: [Double]) -> Double {
        values.sorted()[values.count / 2]
    }
}
