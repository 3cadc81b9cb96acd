import Pseudonymization
import Testing

@Suite struct `Pseudonyms` {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    private static func pseudonym(_ site: String, _ bytes: [UInt8]) throws -> Pseudonym {
        try Pseudonym(site: SiteCode(site), randomBytes: { Array(bytes.prefix($0)) })
    }

    /// The characters of a code without its hyphens.
    private static func characters(_ text: String) -> [Character] {
        text.filter { $0 != "-" }
    }

    private static func accepts(_ characters: [Character]) -> Bool {
        (try? Pseudonym(String(characters))) != nil
    }

    /// What may stand at a position: letters of the site, else the alphabet.
    private static func choices(_ position: Int) -> [Character] {
        position < 3 ? letters : alphabet
    }

    @Test func `the code of given bytes is known`() throws {
        // Computed by hand from the definition: 11 symbols, both sums zero in GF(32).
        #expect(try Self.pseudonym("BCN", [0, 0, 0, 0, 0, 0]).text.hasPrefix("BCN-0000-00"))
        #expect(try Self.pseudonym("ROM", [7, 20, 4, 20, 9, 23]).text.hasPrefix("ROM-7M4M-9Q"))
    }

    @Test(arguments: ["BCN", "ROM", "BEY", "AMM", "OIL", "ULU"])
    func `both sums of a code word are zero`(_ site: String) throws {
        let text = Self.characters(try Self.pseudonym(site, [1, 45, 254, 77, 128, 9]).text)
        let siteSymbols: [Character: Int] = ["O": 0, "I": 1, "L": 2, "U": 3]
        let symbols = text.enumerated().map { position, character in
            (position < 3 ? siteSymbols[character] : nil)
                ?? Self.alphabet.firstIndex(of: character) ?? -1
        }
        // Multiplication by α in GF(32) with x⁵ + x² + 1, written here a second time.
        var weighted = 0
        for symbol in symbols {
            weighted <<= 1
            if weighted & 32 != 0 { weighted ^= 37 }
            weighted ^= symbol
        }
        #expect(symbols.reduce(0, ^) == 0)
        #expect(weighted == 0)
    }

    @Test(arguments: [("BCN", [3, 1, 4, 1, 5, 9]), ("ROM", [255, 31, 64, 7, 100, 200])])
    func `every error in one or two characters is found`(
        _ site: String,
        _ bytes: [UInt8]
    ) throws {
        let code = Self.characters(try Self.pseudonym(site, bytes).text)
        #expect(Self.accepts(code))
        var words = 0
        var accepted = 0
        for first in code.indices {
            for wrong in Self.choices(first) where wrong != code[first] {
                var word = code
                word[first] = wrong
                words += 1
                accepted += Self.accepts(word) ? 1 : 0
                for second in code.indices where second > first {
                    for other in Self.choices(second) where other != code[second] {
                        var twice = word
                        twice[second] = other
                        words += 1
                        accepted += Self.accepts(twice) ? 1 : 0
                    }
                }
            }
        }
        #expect(accepted == 0)
        #expect(words == 3 * 25 + 8 * 31 + 3 * 25 * 25 + 24 * 25 * 31 + 28 * 31 * 31)
    }

    @Test func `every exchange of two neighbors is found, and of any two characters`() throws {
        for seed in 0..<200 {
            let bytes = (0..<6).map { UInt8(truncatingIfNeeded: seed * 37 + $0 * 11 + seed / 7) }
            let code = Self.characters(try Self.pseudonym("AMB", bytes).text)
            for first in code.indices {
                for second in code.indices where second > first && code[first] != code[second] {
                    var word = code
                    word.swapAt(first, second)
                    #expect(!Self.accepts(word), "\(first) \(second)")
                }
            }
        }
    }

    @Test(arguments: [
        "bcn-5d4c-d7", "BCN 7K4M 9QXR", "", "BCN-7K4M-9QX", "BCN-7K4M-9QXRR", "B1N-7K4M-9QXR",
        "BCN-7K4M-9QX?", "BCN-7U4M-9QXR", "محمد",
    ])
    func `what is no code is refused`(_ typed: String) {
        #expect(throws: PseudonymizationError.self) { try Pseudonym(typed) }
    }

    @Test func `a code is read in any case, spacing and hyphenation, with look-alikes`() throws {
        let code = try Self.pseudonym("BCN", [0, 1, 10, 31, 0, 1])
        #expect(code.text.hasPrefix("BCN-01AZ-01"))
        let checks = String(code.text.suffix(2))
        for typed in [
            code.text, code.text.lowercased(), "bcn01az01\(checks)", " BCN 01 AZ – 01 \(checks) ",
            "BCN-OIAZ-oL\(checks)", "B C N‑01AZ—01\(checks)", "BCN-٠١AZ-٠١\(checks)",
            "\u{200F}BCN-01AZ-01\(checks)\u{200E}",
        ] {
            #expect(try Pseudonym(typed) == code, "\(typed)")
        }
    }

    @Test func `one wrong character is suggested, never applied`() throws {
        let right = try Self.pseudonym("BEY", [9, 8, 7, 6, 5, 4])
        let code = Self.characters(right.text)
        for position in code.indices {
            for wrong in Self.choices(position) + ["?"] where wrong != code[position] {
                var word = code
                word[position] = wrong
                #expect(throws: PseudonymizationError.self) { try Pseudonym(String(word)) }
                #expect(Pseudonym.suggestion(for: String(word)) == right)
            }
        }
        #expect(Pseudonym.suggestion(for: right.text) == nil)
        #expect(Pseudonym.suggestion(for: "") == nil)
        #expect(Pseudonym.suggestion(for: "B??" + String(code.dropFirst(3))) == nil)
    }

    @Test func `five bits of each random byte are used, so every code is equally likely`() throws {
        var counts: [Character: Int] = [:]
        for byte in UInt8.min...UInt8.max {
            let code = Self.characters(try Self.pseudonym("BCN", [byte, 0, 0, 0, 0, 0]).text)
            counts[code[3], default: 0] += 1
        }
        #expect(counts.count == 32)
        #expect(counts.values.allSatisfy { $0 == 8 })
    }

    @Test func `a source of random bytes that runs dry gives no code`() {
        #expect(throws: PseudonymizationError.tooFewRandomBytes) {
            try Pseudonym(site: try SiteCode("BCN"), randomBytes: { _ in [1, 2] })
        }
    }

    @Test(arguments: ["", "BC", "BCNN", "bcn", "B1N", "ÀBC"])
    func `a site code is three letters`(_ text: String) {
        #expect(throws: PseudonymizationError.invalidSiteCode) { try SiteCode(text) }
    }
}
