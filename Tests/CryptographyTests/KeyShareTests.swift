import Cryptography
import Testing

@Suite struct `Shares of a key` {
    private static let trial = "milenari/TEST/00112233"

    private static func key(_ name: String = "records/BCN#1") throws -> DataKey {
        try DataKey(
            identifier: KeyIdentifier(text: name),
            secret: SecretBytes(copying: (0..<32).map { UInt8($0 * 7 + 3) })
        )
    }

    /// Random bytes that are the same each time.
    private static func random(
        _ seed: UInt64
    ) -> (Int) throws(CryptographyError) -> SecretBytes {
        var generator = FixedSource(seed: seed)
        return { count throws(CryptographyError) in generator.next(count) }
    }

    private static func set(
        _ threshold: Int,
        of count: Int,
        seed: UInt64 = 1,
        key name: String = "records/BCN#1"
    ) throws -> KeyShareSet {
        try KeyShareSet(
            dividing: key(name),
            trial: trial,
            threshold: threshold,
            count: count,
            random: random(seed)
        )
    }

    private static func lines(_ share: borrowing KeyShare) throws -> [String] {
        let text = try share.printed(trial: trial, key: KeyIdentifier(text: "records/BCN#1"))
        let bytes = text.withSpan { span in span.indices.map { span[$0] } }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static func read(_ lines: [String]) throws -> KeyShare {
        try KeyShare(printed: SecretBytes(copying: utf8(lines.joined(separator: "\n"))))
    }

    /// The name of the problem with which reading the lines ends.
    private static func problem(_ lines: [String]) -> CryptographyError? {
        do {
            _ = try read(lines)
            return nil
        } catch {
            return error as? CryptographyError
        }
    }

    private static func subsets(of count: Int) -> [[Int]] {
        (0..<1 << count).map { bits in (1...count).filter { bits >> ($0 - 1) & 1 == 1 } }
    }

    private static func recovered(_ numbers: [Int], of set: borrowing KeyShareSet) throws -> String
    {
        var recovery = KeyRecovery(of: try KeyIdentifier(text: "records/BCN#1"), trial: trial)
        for number in numbers {
            // As it comes back from paper.
            try recovery.add(read(lines(set.share(number))))
        }
        return try recovery.recover().withSecret { reveal($0) }
    }

    @Test(arguments: [(2, 2), (2, 3), (3, 5), (5, 5), (4, 7), (2, 8)])
    func `enough shares recover the key, whichever they are, and fewer do not`(
        threshold: Int,
        count: Int
    ) throws {
        let set = try Self.set(threshold, of: count)
        let expected = try Self.key().withSecret { reveal($0) }
        var accepted = 0
        for numbers in Self.subsets(of: count) {
            if numbers.count >= threshold {
                #expect(try Self.recovered(numbers, of: set) == expected)
                #expect(try Self.recovered(numbers.reversed(), of: set) == expected)
                accepted += 1
            } else {
                let missing = numbers.isEmpty ? 2 : threshold - numbers.count
                #expect(throws: CryptographyError.shares(.tooFew(missing: missing))) {
                    try Self.recovered(numbers, of: set)
                }
            }
        }
        #expect(accepted > 0)
    }

    @Test func `the polynomials are those of the definition`() throws {
        // Written here a second time: logarithms to the base 3, and the value of c₀ + c₁ x.
        var powers: [Int] = [1]
        for _ in 1..<255 {
            let last = powers[powers.count - 1]
            let doubled = last << 1 ^ (last & 0x80 == 0 ? 0 : 0x11B)
            powers.append(doubled ^ last)
        }
        func product(_ left: Int, _ right: Int) -> Int {
            guard left != 0, right != 0, let first = powers.firstIndex(of: left),
                let second = powers.firstIndex(of: right)
            else { return 0 }
            return powers[(first + second) % 255]
        }
        let slope = (0..<32).map { UInt8(truncatingIfNeeded: $0 * 37 + 11) }
        let set = try KeyShareSet(
            dividing: Self.key(),
            trial: Self.trial,
            threshold: 2,
            count: 255,
            random: { count throws(CryptographyError) in
                SecretBytes(copying: count == 8 ? [UInt8](repeating: 9, count: 8) : slope)
            }
        )
        for number in [1, 2, 3, 128, 255] {
            let symbols = try Self.lines(set.share(number)).dropFirst(4).flatMap { line in
                line.dropFirst(2).filter { $0 != "-" }.dropLast(2)
            }
            let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
            let bits = symbols.flatMap { symbol in
                let value = alphabet.firstIndex(of: symbol) ?? 0
                return (0..<5).map { value >> (4 - $0) & 1 }
            }
            let bytes = (0..<67).map { byte in
                bits[byte * 8..<byte * 8 + 8].reduce(0) { $0 << 1 | $1 }
            }
            #expect(Array(bytes[0..<4]) == [1, 2, 255, number])
            #expect(Array(bytes[4..<12]) == [Int](repeating: 9, count: 8))
            let expected = (0..<32).map { index in
                Int(UInt8(index * 7 + 3)) ^ product(Int(slope[index]), number)
            }
            #expect(Array(bytes[32..<64]) == expected)
        }
    }

    @Test func `shares of different sets, keys and trials do not go together`() throws {
        let identifier = try KeyIdentifier(text: "records/BCN#1")
        let first = try Self.set(2, of: 3)
        let second = try Self.set(2, of: 3, seed: 2)
        let other = try Self.set(2, of: 3, key: "records/BCN#2")
        var recovery = KeyRecovery(of: identifier, trial: Self.trial)
        #expect(recovery.missing == nil)
        try recovery.add(first.share(1))
        #expect(recovery.missing == 1)
        #expect(throws: CryptographyError.shares(.ofAnotherSet)) {
            try recovery.add(second.share(2))
        }
        #expect(throws: CryptographyError.shares(.ofAnotherKey)) {
            try recovery.add(other.share(2))
        }
        #expect(throws: CryptographyError.shares(.takenAlready)) {
            try recovery.add(first.share(1))
        }
        var elsewhere = KeyRecovery(of: identifier, trial: "milenari/TEST/44556677")
        #expect(throws: CryptographyError.shares(.ofAnotherKey)) {
            try elsewhere.add(first.share(1))
        }
        try recovery.add(first.share(3))
        #expect(recovery.missing == 0)
        #expect(try recovery.recover().identifier == identifier)
    }

    @Test func `every error in one character, and every exchange, is found in its line`() throws {
        let lines = try Self.lines(Self.set(3, of: 5).share(4))
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        for number in 1...6 {
            let row = number + 3
            let line = Array(lines[row])
            for position in line.indices.dropFirst(2) where line[position] != "-" {
                for wrong in alphabet where wrong != line[position] {
                    var changed = line
                    changed[position] = wrong
                    var text = lines
                    text[row] = String(changed)
                    #expect(Self.problem(text) == .shares(.wrongCharacters(line: number)))
                }
            }
        }
    }

    @Test func `every error in two characters of a line is found`() throws {
        let lines = try Self.lines(Self.set(3, of: 5).share(2))
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        let line = Array(lines[4].utf8)
        let places = line.indices.dropFirst(2).filter { line[$0] != UInt8(ascii: "-") }
        var found = 0
        for first in places {
            for second in places where second > first {
                for step in 1..<32 {
                    var changed = line
                    for (place, shift) in [(first, step), (second, step * 7 % 31 + 1)] {
                        let symbol = alphabet.firstIndex(of: line[place]) ?? 0
                        changed[place] = alphabet[symbol ^ shift]
                    }
                    var text = lines
                    text[4] = String(decoding: changed, as: UTF8.self)
                    found += Self.problem(text) == .shares(.wrongCharacters(line: 1)) ? 1 : 0
                }
            }
        }
        #expect(found == 190 * 31)
    }

    @Test func `lines that are missing, exchanged or of another share are found`() throws {
        let set = try Self.set(3, of: 5)
        let lines = try Self.lines(set.share(1))
        let other = try Self.lines(set.share(2))
        for row in 4...9 {
            var text = lines
            text.remove(at: row)
            #expect(Self.problem(text) == .shares(.wrongLines))
            text = lines
            text[row] = other[row]
            #expect(lines[row] == other[row] || Self.problem(text) == .shares(.wrongDigest))
        }
        var text = lines
        text.swapAt(5, 6)
        #expect(Self.problem(text) == .shares(.wrongLines))
        // The numbers exchanged as well: the check characters know whose line it was.
        text[5] = "2" + text[5].dropFirst()
        text[6] = "3" + text[6].dropFirst()
        #expect(Self.problem(text) == .shares(.wrongCharacters(line: 2)))
        #expect(Self.problem(lines + [lines[9]]) == .shares(.wrongLines))
        #expect(Self.problem([]) == .shares(.wrongLines))
    }

    @Test func `a share is read in any case and spacing, without the lines for people`() throws {
        let lines = try Self.lines(Self.set(3, of: 5).share(5))
        #expect(lines[0] == "milenari key share 5 of 5; any 3 of them recover the key")
        let typed = lines.dropFirst(4).map { line in
            "  " + line.lowercased().replacing("-", with: " ").replacing("1", with: "l") + "\r"
        }
        .map { $0.replacing("  l ", with: "  1 ") }
        let share = try Self.read(typed)
        #expect(share.number == 5)
        #expect(share.threshold == 3)
        #expect(share.count == 5)
        #expect(try Self.lines(share) == lines)
    }

    @Test(arguments: [(1, 3), (0, 0), (4, 3), (2, 256), (-1, 5)])
    func `a threshold that protects nothing or cannot be met is refused`(
        threshold: Int,
        count: Int
    ) {
        #expect(throws: CryptographyError.shares(.invalidThreshold)) {
            _ = try Self.set(threshold, of: count)
        }
    }

    @Test func `a share that is not of the set, or of the key, is not given out`() throws {
        let set = try Self.set(2, of: 3)
        for number in [0, 4, -1] {
            #expect(throws: CryptographyError.shares(.noSuchShare)) { _ = try set.share(number) }
        }
        #expect(throws: CryptographyError.shares(.ofAnotherKey)) {
            _ = try set.share(1).printed(
                trial: Self.trial,
                key: KeyIdentifier(text: "records/ROM#1")
            )
        }
    }

    @Test func `too few random bytes divide nothing`() throws {
        #expect(throws: CryptographyError.invalidLength("random value", expected: 8, actual: 1)) {
            _ = try KeyShareSet(
                dividing: Self.key(),
                trial: Self.trial,
                threshold: 2,
                count: 3,
                random: { _ throws(CryptographyError) in SecretBytes(copying: [1]) }
            )
        }
    }
}

/// Bytes that look random and are the same for the same seed.
private struct FixedSource {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ count: Int) -> SecretBytes {
        var bytes: [UInt8] = []
        while bytes.count < count {
            // SplitMix64 (Steele, Lea, Flood, 2014).
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            bytes.append(UInt8(truncatingIfNeeded: mixed ^ mixed >> 31))
        }
        return SecretBytes(copying: bytes)
    }
}
