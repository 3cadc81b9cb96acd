import Pseudonymization
import Testing

@Suite struct `Screening numbers` {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    private static let digits = Array("0123456789")

    @Test(arguments: [(1, "S-BCN-0001-"), (42, "S-BCN-0042-"), (12_345, "S-BCN-12345-")])
    func `the number has at least four digits`(_ number: Int, _ beginning: String) throws {
        let text = try ScreeningNumber(site: SiteCode("BCN"), number: number).text
        #expect(text.hasPrefix(beginning))
        #expect(text.count == beginning.count + 2)
    }

    @Test func `every number is read back, in any case and spacing`() throws {
        for number in [1, 9, 10, 999, 1_000, 9_999, 10_000, 99_999, 100_000, 999_999] {
            let screening = try ScreeningNumber(site: SiteCode("ROM"), number: number)
            #expect(try ScreeningNumber(screening.text) == screening)
            let typed = screening.text.lowercased().filter { $0 != "-" }
            #expect(try ScreeningNumber(" " + typed) == screening)
        }
    }

    @Test(arguments: [1, 1_234, 56_789])
    func `every error in one or two characters is found`(_ number: Int) throws {
        let right = try ScreeningNumber(site: SiteCode("AMM"), number: number)
        let code = Array(right.text.filter { $0 != "-" })
        let choices = code.indices.map { position -> [Character] in
            switch position {
            case 0: ["S"]
            case 1...3: Self.letters
            case code.count - 2, code.count - 1: Self.alphabet
            default: Self.digits
            }
        }
        var accepted = 0
        for first in code.indices {
            for wrong in choices[first] where wrong != code[first] {
                var word = code
                word[first] = wrong
                accepted += (try? ScreeningNumber(String(word))) == nil ? 0 : 1
                #expect(ScreeningNumber.suggestion(for: String(word)) == right)
                for second in code.indices where second > first {
                    for other in choices[second] where other != code[second] {
                        var twice = word
                        twice[second] = other
                        accepted += (try? ScreeningNumber(String(twice))) == nil ? 0 : 1
                    }
                }
            }
        }
        #expect(accepted == 0)
    }

    @Test func `zeros beyond four digits are refused although the checks hold`() throws {
        let text = try ScreeningNumber(site: SiteCode("BCN"), number: 7).text
        let longer = text.replacing("0007", with: "00007")
        #expect(throws: PseudonymizationError.malformedScreeningNumber) {
            try ScreeningNumber(longer)
        }
    }

    @Test(arguments: [0, -1, 1_000_000])
    func `a number out of range is refused`(_ number: Int) throws {
        let site = try SiteCode("BCN")
        #expect(throws: PseudonymizationError.numberOutOfRange) {
            try ScreeningNumber(site: site, number: number)
        }
    }

    @Test func `a pseudonym is no screening number`() throws {
        let pseudonym = try Pseudonym(site: SiteCode("BCN"), randomBytes: { Array(1...UInt8($0)) })
        #expect(throws: PseudonymizationError.self) { try ScreeningNumber(pseudonym.text) }
    }
}
