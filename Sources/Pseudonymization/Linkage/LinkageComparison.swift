/// Finds what two lists of tokens have in common.
struct LinkageComparison {
    private let left: LinkageTokens
    private let right: LinkageTokens
    /// The kinds that share a value.
    private var common: Set<LinkageKind> = []
    /// The pairs of roles in which a name agrees.
    private var agreeing: Set<RolePair> = []
    /// Whether names agree with year of birth and sex, where a birth date leaves the day open.
    private var hasSameNameAndYear = false

    private struct RolePair: Hashable {
        let left: LinkageKind.Role
        let right: LinkageKind.Role
    }

    init(_ left: LinkageTokens, _ right: LinkageTokens) {
        self.left = left
        self.right = right
        // Few tokens on each side: comparing all pairs is faster than hashing them.
        for token in left.tokens {
            for other in right.tokens
            where token.value == other.value && token.kind.meets(other.kind) {
                if let leftRole = token.kind.role, let rightRole = other.kind.role {
                    agreeing.insert(RolePair(left: leftRole, right: rightRole))
                } else if token.kind.isNameYear {
                    hasSameNameAndYear = true
                } else {
                    common.insert(token.kind)
                }
            }
        }
    }

    private func share(_ kind: LinkageKind) -> Bool {
        common.contains(kind)
    }

    private func bothHave(_ kind: LinkageKind) -> Bool {
        [left, right].allSatisfy { side in side.tokens.contains { $0.kind == kind } }
    }

    private func agree(_ left: LinkageKind.Role, _ right: LinkageKind.Role) -> Bool {
        agreeing.contains(RolePair(left: left, right: right))
    }

    // MARK: Evidence

    /// All that agrees or disagrees, in the order of the cases.
    var evidence: [LinkageEvidence] {
        var found: Set<LinkageEvidence> = []
        if share(.fullName) { found.insert(.sameFullName) }
        if let name = nameEvidence { found.insert(name) }
        if hasDifferentFurtherNames { found.insert(.differentFurtherNames) }
        if let birth = birthEvidence { found.insert(birth) }
        if bothHave(.sex), !share(.sex), !found.contains(.differentBirthDate) {
            found.insert(.differentSex)
        }
        if share(.recordNumber) {
            found.insert(.sameRecordNumber)
        } else if share(.recordSystem) {
            found.insert(.differentRecordNumber)
        }
        if share(.recordCharacters), !found.contains(.sameRecordNumber) {
            found.insert(.permutedRecordNumber)
        }
        return LinkageEvidence.allCases.filter(found.contains)
    }

    private var nameEvidence: LinkageEvidence? {
        let isStraight = agree(.firstGiven, .firstGiven) || agreeWithOnlyGiven
        if isStraight, agree(.family, .family) {
            return similarity
        }
        if agree(.firstGiven, .family), agree(.family, .firstGiven) { return .swappedName }
        return hasSameNameAndYear ? similarity : nil
    }

    private var similarity: LinkageEvidence {
        isAcrossScripts ? .similarNameAcrossScripts : .similarName
    }

    /// Whether one side has Latin spellings only and the other Arabic ones only.
    private var isAcrossScripts: Bool {
        let scripts = [left, right].map { side in
            Set(side.tokens.compactMap(\.kind.isOfArabicSpelling))
        }
        return scripts.allSatisfy { $0.count == 1 } && scripts[0] != scripts[1]
    }

    /// María Carmen is called Carmen: one side has a single given name, any of the other's.
    private var agreeWithOnlyGiven: Bool {
        let hasLeftOthers = hasOtherGiven(left)
        let hasRightOthers = hasOtherGiven(right)
        return !hasLeftOthers && agree(.firstGiven, .otherGiven)
            || !hasRightOthers && agree(.otherGiven, .firstGiven)
    }

    private func hasOtherGiven(_ tokens: LinkageTokens) -> Bool {
        tokens.tokens.contains { $0.kind.role == .otherGiven }
    }

    /// Compared in one script only: across scripts a miss says too little.
    private var hasDifferentFurtherNames: Bool {
        guard hasOtherGiven(left), hasOtherGiven(right) else { return false }
        return !isAcrossScripts && !agree(.otherGiven, .otherGiven) && !agree(.otherGiven, .family)
            && !agree(.family, .otherGiven)
    }

    private var birthEvidence: LinkageEvidence? {
        if share(.birthDate) { return .sameBirthDate }
        let isSwapped = !agreeing.isEmpty || share(.recordCharacters)
        if isSwapped { return .swappedBirthDate }
        if hasSameNameAndYear {
            return bothHave(.birthMonth) && !share(.birthMonth)
                ? .differentBirthDate : .compatibleBirthDate
        }
        return bothHave(.birthDate) ? .differentBirthDate : nil
    }
}
