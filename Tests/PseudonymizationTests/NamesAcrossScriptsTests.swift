import Pseudonymization
import Testing

@Suite struct `Names across scripts` {
    @Test(arguments: SpelledName.frequentGiven + SpelledName.given)
    func `a given name is found in the other script`(_ name: SpelledName) throws {
        for spelling in name.latin {
            let decision = try Support.decision(
                try Support.identity(name.arabic, "حداد"),
                try Support.identity(spelling, "Haddad")
            )
            #expect(decision.outcome == .possible, "\(spelling)")
            #expect(decision.evidence.contains(.sameBirthDate))
        }
    }

    @Test(arguments: SpelledName.frequentFamily + SpelledName.family)
    func `a family name is found in the other script`(_ name: SpelledName) throws {
        for spelling in name.latin {
            let decision = try Support.decision(
                try Support.identity("محمد", name.arabic),
                try Support.identity("Mohamed", spelling)
            )
            #expect(decision.outcome == .possible, "\(spelling)")
        }
    }

    @Test(arguments: SpelledName.frequentGiven + SpelledName.given)
    func `spellings of a given name in Latin script find each other`(_ name: SpelledName) throws {
        for first in name.latin {
            for second in name.latin where first != second {
                let decision = try Support.decision(
                    try Support.identity(first, "Haddad"),
                    try Support.identity(second, "Haddad")
                )
                #expect(decision.outcome != .different, "\(first) \(second)")
            }
        }
    }

    @Test func `twins are hardly ever possibly the same, whatever the script`() throws {
        let key = try Support.key()
        func tokens(_ given: String, _ family: String) throws -> LinkageTokens {
            try LinkageTokens(try Support.identity(given, family), key: key)
        }
        // One spelling for each name: the spellings of one name must meet, different ones not.
        let names = SpelledName.frequentGiven + SpelledName.given
        let arabic = try names.map { try tokens($0.arabic, "حداد") }
        let latin = try names.map { try tokens($0.latin[0], "Haddad") }
        let isOneName = { (first: Int, second: Int) in
            !Set(names[first].latin).isDisjoint(with: names[second].latin)
        }
        var pairs = 0
        var possible = 0
        for first in names.indices {
            for second in names.indices where first != second && !isOneName(first, second) {
                for (left, right) in [(arabic, arabic), (latin, latin), (arabic, latin)] {
                    pairs += 1
                    let decision = LinkageDecision.between(left[first], right[second])
                    #expect(decision.outcome != .same)
                    possible += decision.outcome == .possible ? 1 : 0
                }
            }
        }
        #expect(pairs > 50_000)
        #expect(possible * 1_000 < pairs, "\(possible) of \(pairs)")
    }

    @Test(arguments: [
        ("محمد", "Mahmoud"), ("محمود", "Mohamed"), ("محمد", "Ahmed"), ("محمد", "Hamid"),
        ("حسن", "Hussein"), ("حسين", "Hassan"), ("كريم", "Karam"), ("سعيد", "Saad"),
        ("علي", "Alaa"), ("عمر", "Amir"), ("عمر", "Amr"), ("ليلى", "Lina"), ("خالد", "Khalil"),
        ("سمير", "Samer"), ("فادي", "Fouad"), ("نور", "Nora"), ("جمال", "Jamil"),
        ("محمد", "Mahmud"), ("محمود", "Muhammad"),
    ])
    func `different names in two scripts stay apart`(_ arabic: String, _ latin: String) throws {
        let decision = try Support.decision(
            try Support.identity(arabic, "حداد"),
            try Support.identity(latin, "Haddad")
        )
        #expect(decision.outcome == .different)
    }

    @Test(arguments: [
        ("Mohamed", "Mahmoud"), ("Muhammad", "Mahmud"), ("Hassan", "Hussein"), ("Karim", "Karam"),
        ("José", "Juan"), ("Giulia", "Chiara"), ("Omar", "Amir"), ("Marta", "Mario"),
        ("Paola", "Paolo"), ("María", "Marta"), ("Luca", "Marco"), ("محمد", "محمود"),
        ("حسن", "حسين"), ("ليلى", "لينا"), ("Khadija", "Khaled"), ("Salma", "Salwa"),
    ])
    func `twins with different given names stay apart`(_ first: String, _ second: String) throws {
        let decision = try Support.decision(
            try Support.identity(first, "Haddad"),
            try Support.identity(second, "Haddad")
        )
        #expect(decision.outcome == .different)
        #expect(decision.evidence.contains(.sameBirthDate))
    }
}
