import Cryptography
import Foundation
import NamePairs
import Pseudonymization

/// How well and how fast the same child is found.
///
/// Usage: Linkage [PAIRS] [--seed N] [--wrong] [--enrolled N] [--speed-only | --rates-only]. The rates do not depend
/// on the machine; the speed is counted in seconds of this process's own work.
@main
enum Linkage {
    private static let goals = (falseMerges: 0, found: 980, falsePossible: 10, perSecond: 20_000)
    private static var enrolled: Int { value(of: "--enrolled").flatMap { Int($0) } ?? 100_000 }

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let count = arguments.first.flatMap { Int($0) } ?? 6_000
        let seed = value(of: "--seed").flatMap { UInt64($0) } ?? 1
        let key = try LinkageKey(secret: SecretBytes(copying: [UInt8](repeating: 7, count: 32)))
        var isMet = true
        if !arguments.contains("--speed-only") {
            for (number, half) in PairHalf.allCases.enumerated() {
                let pairs = try half.pairs(count, seed: seed &+ UInt64(number) &* 1_000)
                let rates = try LinkageRates(pairs, key: key)
                print(table(half, rates, count))
                if arguments.contains("--wrong") { rates.wrong.forEach { print($0) } }
                isMet =
                    isMet && rates.falseMerges == goals.falseMerges
                    && rates.foundPerMille >= goals.found
                    && rates.falsePossiblePerMille <= goals.falsePossible
            }
        }
        if !arguments.contains("--rates-only") {
            let perSecond = try speed(key)
            print("\(perSecond) identities a second against \(enrolled), goal \(goals.perSecond)")
            isMet = isMet && perSecond >= goals.perSecond
        }
        exit(isMet ? 0 : 1)
    }

    private static func value(of option: String) -> String? {
        CommandLine.arguments.firstIndex(of: option).flatMap { index in
            CommandLine.arguments.dropFirst(index + 1).first
        }
    }

    private static func table(_ half: PairHalf, _ rates: LinkageRates, _ count: Int) -> String {
        var lines = [
            "## \(half == .development ? "Development half" : "Held-out half"), \(count) pairs", "",
            "| pairs of one child | pairs | same | possible | missed |", "|---|---|---|---|---|",
        ]
        for row in rates.rows where row.isSameChild {
            lines.append(
                "| \(row.rule) | \(row.count) | \(row.same) | \(row.possible) | \(row.different) |"
            )
        }
        lines += ["", "| pairs of two children | pairs | same | possible | different |"]
        lines.append("|---|---|---|---|---|")
        for row in rates.rows where !row.isSameChild {
            lines.append(
                "| \(row.rule) | \(row.count) | \(row.same) | \(row.possible) | \(row.different) |"
            )
        }
        lines += [
            "",
            "False merges \(rates.falseMerges); found \(perCent(rates.foundPerMille)) of one child;"
                + " \(perCent(rates.falsePossiblePerMille)) of two children possible.",
            "",
        ]
        return lines.joined(separator: "\n")
    }

    private static func perCent(_ perMille: Int) -> String {
        "\(perMille / 10).\(perMille % 10) %"
    }

    /// Tokens and search together, as an enrollment does them.
    private static func speed(_ key: borrowing LinkageKey) throws -> Int {
        var index = LinkageIndex<Int>()
        let known = try PairHalf.heldOut.pairs(enrolled, seed: 77)
        for (id, pair) in known.enumerated() {
            index.insert(try LinkageTokens(pair.left, key: key), for: id)
        }
        let probes = known.enumerated().filter { $0.offset.isMultiple(of: 5) }.map(\.element.right)
        var found = 0
        let start = clock()
        for probe in probes {
            found += index.matches(for: try LinkageTokens(probe, key: key)).isEmpty ? 0 : 1
        }
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        print("\(probes.count) identities checked, \(found) of them with a match")
        return Int(Double(probes.count) / seconds)
    }
}
