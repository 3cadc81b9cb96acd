import Pseudonymization
import Testing

@Suite struct `The linkage index` {
    private static let given = SpelledName.frequentGiven + SpelledName.given
    private static let family = SpelledName.frequentFamily + SpelledName.family

    /// The child with a number: names, birth date and sex repeat with different periods.
    private static func child(_ number: Int, isArabic: Bool) throws -> Identity {
        let given = given[number % given.count]
        let family = family[number / 3 % family.count]
        let day = String(number / 7 % 28 + 101).dropFirst()
        let month = String(number / 11 % 12 + 101).dropFirst()
        return try Support.identity(
            isArabic ? given.arabic : given.latin[number % given.latin.count],
            isArabic ? family.arabic : family.latin[number % family.latin.count],
            "\(2005 + number / 13 % 18)-\(month)-\(day)",
            number.isMultiple(of: 2) ? .female : .male
        )
    }

    @Test func `it finds exactly what comparing with every identity finds`() throws {
        let key = try Support.key()
        let known = try (0..<200).map {
            try LinkageTokens(Self.child($0, isArabic: true), key: key)
        }
        var index = LinkageIndex<Int>()
        for (id, tokens) in known.enumerated() {
            index.insert(tokens, for: id)
        }
        var found = 0
        for number in 0..<200 {
            let probe = try LinkageTokens(Self.child(number, isArabic: false), key: key)
            let expected = known.indices.filter { id in
                LinkageDecision.between(probe, known[id]).outcome != .different
            }
            let matches = index.matches(for: probe).map(\.id)
            #expect(matches == expected)
            #expect(matches.contains(number))
            found += matches.count
        }
        // The same child, and hardly anybody else.
        #expect((200..<210).contains(found))
    }

    @Test func `partial and swapped dates, swapped names and numbers are found as well`() throws {
        let key = try Support.key()
        var index = LinkageIndex<String>()
        let number = RecordNumber(system: "urn:a", value: "123456")
        index.insert(
            try LinkageTokens(
                try Support.identity("Nour", "Haddad", "2015-03-02", .female, numbers: [number]),
                key: key
            ),
            for: "known"
        )
        let probes = [
            try Support.identity("نور", "حداد", "2015", .female),
            try Support.identity("Nour", "Haddad", "2015-03", nil),
            try Support.identity("Nour", "Haddad", "2015-02-03", .female),
            try Support.identity("حداد", "نور", "2015-03-02", .female),
            try Support.identity("X", "Y", nil, nil, numbers: [number]),
        ]
        for probe in probes {
            let matches = index.matches(for: try LinkageTokens(probe, key: key))
            #expect(matches.map(\.id) == ["known"])
        }
        let other = try Support.identity("Nour", "Haddad", "2014", .female)
        #expect(index.matches(for: try LinkageTokens(other, key: key)).isEmpty)
    }

    @Test func `the same come before the possible ones`() throws {
        let key = try Support.key()
        var index = LinkageIndex<String>()
        let names = ["a": "Mohamed", "b": "Mohammed", "c": "Muhammad"]
        for (id, name) in names {
            let identity = try Support.identity(name, "Haddad Khoury")
            index.insert(try LinkageTokens(identity, key: key), for: id)
        }
        let probe = try LinkageTokens(
            try Support.identity("Mohammed", "Haddad Khoury"),
            key: key
        )
        #expect(index.matches(for: probe).map(\.id) == ["b", "a", "c"])
        #expect(index.matches(for: probe).map(\.decision.outcome) == [.same, .possible, .possible])
    }

    @Test func `what is removed or replaced is no longer found`() throws {
        let key = try Support.key()
        var index = LinkageIndex<Int>()
        let first = try LinkageTokens(try Support.identity("Nour", "Haddad"), key: key)
        let second = try LinkageTokens(try Support.identity("Ana", "Rossi"), key: key)
        index.insert(first, for: 1)
        index.insert(second, for: 1)
        #expect(index.matches(for: first).isEmpty)
        #expect(index.matches(for: second).count == 1)
        index.remove(1)
        index.remove(1)
        #expect(index.matches(for: second).isEmpty)
    }
}
