/// Finds what two lists of tokens have in common.
struct LinkageComparison {
    private let left: LinkageSide
    private let right: LinkageSide
    /// The kinds that share a value, as bits.
    private var common: UInt64 = 0
    /// The pairs of roles in which a name agrees.
    private var agreeing = RolePairs()
    /// The pairs of roles in which a name differs by a letter, or agrees.
    private var nearlyAgreeing = RolePairs()
    /// Whether names agree with year of birth and sex, where a birth date leaves the day open.
    private var hasSameNameAndYear = false

    /// Pairs of a role on the left and one on the right, as bits.
    private struct RolePairs {
        private var bits: UInt16 = 0

        var isEmpty: Bool { bits == 0 }

        private static func bit(_ left: LinkageKind.Role, _ right: LinkageKind.Role) -> UInt16 {
            1 << UInt16(left.rawValue * 4 + right.rawValue)
        }

        mutating func insert(_ left: LinkageKind.Role, _ right: LinkageKind.Role) {
            bits |= Self.bit(left, right)
        }

        func contains(_ left: LinkageKind.Role, _ right: LinkageKind.Role) -> Bool {
            bits & Self.bit(left, right) != 0
        }
    }

    init(_ left: LinkageTokens, _ right: LinkageTokens) {
        self.left = LinkageSide(left)
        self.right = LinkageSide(right)
        // Tokens stand in the order of their kinds; those of different groups never meet, and within
        // a group there are few: comparing all pairs is faster than hashing them.
        for (first, second) in zip(self.left.groups, self.right.groups) {
            for index in first {
                let token = left.tokens[index]
                for other in second where token.value == right.tokens[other].value {
                    take(token.kind, right.tokens[other].kind)
                }
            }
        }
    }

    private mutating func take(_ kind: LinkageKind, _ other: LinkageKind) {
        guard kind.meets(other) else { return }
        if let left = kind.role, let right = other.role {
            agreeing.insert(left, right)
        } else if let left = kind.fragmentRole, let right = other.fragmentRole {
            nearlyAgreeing.insert(left, right)
        } else if kind.isNameYear {
            hasSameNameAndYear = true
        } else {
            common |= kind.bit
        }
    }

    private func share(_ kind: LinkageKind) -> Bool {
        common & kind.bit != 0
    }

    private func bothHave(_ kind: LinkageKind) -> Bool {
        left.kinds & right.kinds & kind.bit != 0
    }

    private func agree(_ left: LinkageKind.Role, _ right: LinkageKind.Role) -> Bool {
        agreeing.contains(left, right)
    }

    private func nearlyAgree(_ left: LinkageKind.Role, _ right: LinkageKind.Role) -> Bool {
        nearlyAgreeing.contains(left, right)
    }

    // MARK: Evidence

    /// All that agrees or disagrees.
    var evidence: LinkageEvidenceSet {
        var found = LinkageEvidenceSet()
        if share(.fullName) { found.insert(.sameFullName) }
        if share(.shortFullName) { found.formUnion([.sameFullName, .frequentName]) }
        if let name = nameEvidence { found.insert(name) }
        if hasDifferentFurtherNames { found.insert(.differentFurtherNames) }
        if hasDifferentFamilyNames { found.insert(.differentFamilyNames) }
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
        return found
    }

    private var nameEvidence: LinkageEvidence? {
        let isStraight = agree(.firstGiven, .firstGiven) || agreeWithOnlyGiven
        if isStraight, agreeInFamily || agreeWithFatherAsFamily { return similarity }
        let isSwapped =
            (agree(.firstGiven, .family) || agree(.firstGiven, .lastFamily))
            && (agree(.family, .firstGiven) || agree(.lastFamily, .firstGiven))
        if isSwapped { return .swappedName }
        if hasSameNameAndYear || share(.nameDigits) { return similarity }
        let isSlipInFamily =
            isStraight
            && Self.familyRoles.contains { left in
                Self.familyRoles.contains { nearlyAgree(left, $0) }
            }
        let isSlipInGiven = agreeInFamily && nearlyAgree(.firstGiven, .firstGiven)
        return isSlipInFamily || isSlipInGiven ? .misspelledName : nil
    }

    private static let familyRoles: [LinkageKind.Role] = [.family, .lastFamily]

    private var agreeInFamily: Bool {
        Self.familyRoles.contains { left in Self.familyRoles.contains { agree(left, $0) } }
    }

    /// One side has the father's name as the only further name, where the other has a family name too.
    private var agreeWithFatherAsFamily: Bool {
        agree(.firstGiven, .firstGiven)
            && (!left.hasOtherGiven && agree(.family, .otherGiven)
                || !right.hasOtherGiven && agree(.otherGiven, .family))
    }

    private var similarity: LinkageEvidence {
        isAcrossScripts ? .similarNameAcrossScripts : .similarName
    }

    /// Whether one side has Latin spellings only and the other Arabic ones only.
    private var isAcrossScripts: Bool {
        left.hasArabic != left.hasLatin && right.hasArabic != right.hasLatin
            && left.hasArabic != right.hasArabic
    }

    /// María Carmen is called Carmen: one side has a single given name, any of the other's.
    private var agreeWithOnlyGiven: Bool {
        !left.hasOtherGiven && agree(.firstGiven, .otherGiven)
            || !right.hasOtherGiven && agree(.otherGiven, .firstGiven)
    }

    /// Compared in one script only: across scripts a miss says too little.
    ///
    /// Names are bound to the birth date, so where no name agrees, nothing can be said.
    private var hasDifferentFurtherNames: Bool {
        guard !agreeing.isEmpty, left.hasOtherGiven, right.hasOtherGiven else { return false }
        let further = [.otherGiven] + Self.familyRoles
        return !isAcrossScripts && !nearlyAgree(.otherGiven, .otherGiven)
            && !further.contains { agree(.otherGiven, $0) || agree($0, .otherGiven) }
    }

    /// Both have several family names, and each has one that the other has nowhere.
    private var hasDifferentFamilyNames: Bool {
        guard !agreeing.isEmpty, left.hasLastFamily, right.hasLastFamily, !isAcrossScripts else {
            return false
        }
        // García García has nothing that García López lacks, and yet is another name.
        if left.repeatsFamily != right.repeatsFamily { return true }
        return !areFound { agree($0, $1) || nearlyAgree($0, $1) }
            && !areFound { agree($1, $0) || nearlyAgree($1, $0) }
    }

    /// Whether all family names of one side are found on the other, not both in its first.
    private func areFound(
        _ isFound: (LinkageKind.Role, LinkageKind.Role) -> Bool
    ) -> Bool {
        let elsewhere: [LinkageKind.Role] = [.lastFamily, .firstGiven, .otherGiven]
        let isFirstElsewhere = elsewhere.contains { isFound(.family, $0) }
        let isLastElsewhere = elsewhere.contains { isFound(.lastFamily, $0) }
        return isFirstElsewhere && (isLastElsewhere || isFound(.lastFamily, .family))
            || isFound(.family, .family) && isLastElsewhere
    }

    private var birthEvidence: LinkageEvidence? {
        if share(.birthDate) { return .sameBirthDate }
        let isSwapped = !agreeing.isEmpty || share(.recordCharacters)
        if isSwapped { return .swappedBirthDate }
        if share(.nameDigits) { return .transposedBirthDate }
        if hasSameNameAndYear {
            return bothHave(.birthMonth) && !share(.birthMonth)
                ? .differentBirthDate : .compatibleBirthDate
        }
        return bothHave(.birthDate) ? .differentBirthDate : nil
    }
}
