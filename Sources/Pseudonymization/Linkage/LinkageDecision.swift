/// Whether two identities are of one child, and why.
///
/// The rules, of which the first that fits decides:
///
/// 1. The complete names and the full birth dates are the same: *same*. If the sexes or two record
///    numbers of one office differ, or if the name has two words only or the day is a first of January
///    and no record number is the same: *possible*.
/// 2. A record number is the same, or two of its neighboring characters changed places and the birth
///    date is the same: *possible*.
/// 3. The birth dates or, for similar names, the sexes, all further given names or the second family
///    names contradict each other: *different*.
/// 4. The names are similar, in one script or across two, straight or swapped, and the birth dates
///    are the same, swapped, transposed or compatible: *possible*.
/// 5. One name is the same and another differs by a letter, the birth dates are the same, and no two
///    record numbers of one office differ: *possible*.
/// 6. Else *different*.
///
/// So nothing phonetic, swapped or partial ever merges two children: that takes a person.
public struct LinkageDecision: Hashable, Sendable {
    /// The outcome.
    public let outcome: LinkageOutcome
    /// What agrees and what disagrees, in a fixed order.
    public let evidence: [LinkageEvidence]

    /// Compares two identities by their tokens; the order of the two makes no difference.
    ///
    /// - Parameters:
    ///   - left: The tokens of one identity.
    ///   - right: The tokens of the other, under the same key.
    /// - Returns: The decision.
    public static func between(_ left: LinkageTokens, _ right: LinkageTokens) -> LinkageDecision {
        let evidence = LinkageComparison(left, right).evidence
        return LinkageDecision(outcome: outcome(evidence), evidence: evidence.list)
    }

    /// The outcome alone, for those who look through many.
    static func outcome(_ left: LinkageTokens, _ right: LinkageTokens) -> LinkageOutcome {
        outcome(LinkageComparison(left, right).evidence)
    }

    private static func outcome(_ evidence: LinkageEvidenceSet) -> LinkageOutcome {
        if evidence.contains(.sameFullName) {
            let doubts: LinkageEvidenceSet = [.differentRecordNumber, .frequentName]
            let isCertain =
                evidence.isDisjoint(with: doubts) || evidence.contains(.sameRecordNumber)
            return isCertain && !evidence.contains(.differentSex) ? .same : .possible
        }
        if !evidence.isDisjoint(with: [.sameRecordNumber, .permutedRecordNumber]) {
            return .possible
        }
        let contradictions: LinkageEvidenceSet = [
            .differentBirthDate, .differentSex, .differentFurtherNames, .differentFamilyNames,
        ]
        guard evidence.isDisjoint(with: contradictions) else { return .different }
        let names: LinkageEvidenceSet = [.similarName, .similarNameAcrossScripts, .swappedName]
        let births: LinkageEvidenceSet = [
            .sameBirthDate, .swappedBirthDate, .transposedBirthDate, .compatibleBirthDate,
        ]
        let isSlip =
            evidence.isSuperset(of: [.misspelledName, .sameBirthDate])
            && !evidence.contains(.differentRecordNumber)
        if isSlip { return .possible }
        let isPossible = !evidence.isDisjoint(with: names) && !evidence.isDisjoint(with: births)
        return isPossible ? .possible : .different
    }
}
