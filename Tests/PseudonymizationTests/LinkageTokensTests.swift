import Foundation
import Pseudonymization
import Testing

@Suite struct `Linkage tokens` {
    @Test func `the same identity under two keys has no token in common`() throws {
        let identity = try Support.identity(
            "José",
            "Muñoz García",
            "2015-03-02",
            .male,
            numbers: [RecordNumber(system: "urn:a", value: "12345678")]
        )
        let first = try LinkageTokens(identity, key: try Support.key(1))
        let second = try LinkageTokens(identity, key: try Support.key(2))
        #expect(Set(first.tokens.map(\.value)).isDisjoint(with: second.tokens.map(\.value)))
        #expect(first.tokens.map(\.kind.rawValue) == second.tokens.map(\.kind.rawValue))
    }

    @Test func `the tokens do not depend on the order in which names are given`() throws {
        let names = [
            HumanName(family: "Haddad", given: ["Nour"]), HumanName(family: "حداد", given: ["نور"]),
        ]
        let birthDate = try BirthDate("2015-03-02")
        let key = try Support.key()
        let first = try LinkageTokens(Identity(names: names, birthDate: birthDate), key: key)
        let second = try LinkageTokens(
            Identity(names: names.reversed(), birthDate: birthDate),
            key: key
        )
        #expect(first == second)
    }

    @Test func `no token stands for a name alone`() throws {
        let key = try Support.key()
        let first = try LinkageTokens(
            try Support.identity("Nour", "Haddad", "2015-03-22"),
            key: key
        )
        let second = try LinkageTokens(
            try Support.identity("Nour", "Haddad", "2014-05-23"),
            key: key
        )
        #expect(Set(first.tokens).isDisjoint(with: second.tokens))
    }

    @Test func `tokens are restored from what was stored`() throws {
        let tokens = try LinkageTokens(try Support.identity("Nour", "Haddad"), key: Support.key())
        let data = try JSONEncoder().encode(tokens)
        #expect(try JSONDecoder().decode(LinkageTokens.self, from: data) == tokens)
        let stored = try tokens.tokens.map { try LinkageToken(encoded: $0.encoded) }
        #expect(LinkageTokens(tokens: stored.reversed() + stored) == tokens)
        #expect(tokens.tokens.allSatisfy { $0.encoded.count == LinkageToken.encodedCount })
    }

    @Test(arguments: [
        [], [1], [0] + [UInt8](repeating: 1, count: 16), [99] + .init(repeating: 1, count: 16),
    ])
    func `a damaged token is refused`(_ bytes: [UInt8]) {
        #expect(throws: PseudonymizationError.malformedLinkageToken) {
            try LinkageToken(encoded: bytes)
        }
    }

    @Test func `an identity by which nobody could be found is refused`() throws {
        let key = try Support.key()
        for identity in [
            Identity(), try Support.identity("Nour", "Haddad", nil),
            Identity(birthDate: try BirthDate("2015-03-22"), sex: .female),
        ] {
            #expect(throws: PseudonymizationError.nothingToLink) {
                try LinkageTokens(identity, key: key)
            }
        }
        _ = try LinkageTokens(Identity(recordNumbers: [RecordNumber(value: "1")]), key: key)
    }

    @Test func `the decision does not depend on the order of the two`() throws {
        let key = try Support.key()
        let identities = try [
            Support.identity("محمد أحمد", "الخطيب", "2015-03-02", .male),
            Support.identity("Mohamed", "Khatib", "2015-02-03"),
            Support.identity("Khatib", "Mohamed", "2015"),
            Support.identity("Mohamed Ali", "El Khatib", "2015-03-02", .female),
            Support.identity("Ahmed", "Khatib", "2015-03", .male),
        ].map { try LinkageTokens($0, key: key) }
        for first in identities {
            for second in identities {
                #expect(
                    LinkageDecision.between(first, second) == LinkageDecision.between(second, first)
                )
            }
        }
    }
}
