import Pseudonymization
import Reporting
import Testing

@Suite struct `Labels of pseudonyms` {
    private static func pseudonym() throws -> Pseudonym {
        try Pseudonym(site: SiteCode("BCN"), randomBytes: { (0..<UInt8($0)).map { $0 &* 5 } })
    }

    /// All texts of a picture, its title among them.
    private static func texts(_ svg: String) -> [String] {
        svg.split(separator: ">").compactMap { part in
            part.split(separator: "<", omittingEmptySubsequences: false).first.map(String.init)
        }
        .map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    }

    @Test func `a label says the pseudonym and nothing else`() throws {
        let code = try Self.pseudonym()
        let svg = PseudonymLabel(code).svg
        #expect(svg.contains("width=\"50mm\" height=\"25mm\""))
        #expect(Self.texts(svg).first == code.text)
        #expect(Self.texts(svg).dropFirst().joined() == code.text)
    }

    @Test func `a sheet has 44 labels within A4`() throws {
        let svg = PseudonymLabel(try Self.pseudonym()).sheet
        #expect(svg.contains("width=\"210mm\" height=\"297mm\""))
        let places = svg.split(separator: "\n").filter { $0.hasPrefix("<use") }.map { line in
            line.split(separator: "\"").compactMap { Int($0) }
        }
        #expect(Set(places).count == 44)
        #expect(places.allSatisfy { $0[0] >= 0 && $0[0] + 500 <= 2_100 })
        #expect(places.allSatisfy { $0[1] >= 0 && $0[1] + 250 <= 2_970 })
    }

    @Test func `text and symbol keep within the label and off each other`() throws {
        let svg = PseudonymLabel(try Self.pseudonym()).svg
        let texts = svg.split(separator: "\n").filter { $0.hasPrefix("<text") }.map { line in
            line.split(separator: "\"").compactMap { Int($0) }
        }
        #expect(texts.count == 3)
        // x, y, font size and width of each line; the symbol ends at 30 + 180.
        #expect(texts.allSatisfy { $0[0] >= 210 + 10 && $0[0] + $0[3] <= 490 })
        #expect(texts.allSatisfy { $0[1] - $0[2] >= 0 && $0[1] <= 240 })
    }

    @Test func `the same pseudonym is the same picture`() throws {
        let code = try Self.pseudonym()
        #expect(PseudonymLabel(code).svg == PseudonymLabel(code).svg)
        #expect(PseudonymLabel(code).sheet == PseudonymLabel(code).sheet)
    }
}
