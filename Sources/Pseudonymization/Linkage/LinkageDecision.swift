/// Whether two identities are of one child, and why.
///
/// The rules, of which the first that fits decides:
///
/// 1. The complete names and the full birth dates are the same: *same*. If the sexes or two record
///    numbers of one office differ: *possible*.
/// 2. A record number is the same, or has its characters in another order together with the birth
///    date: *possible*.
/// 3. The birth dates or, for similar names, the sexes or all further given names contradict each
///    other: *different*.
/// 4. The names are similar, in one script or across two, straight or swapped, and the birth dates
///    are the same, swapped or compatible: *possible*.
/// 5. Else *different*.
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
        return LinkageDecision(outcome: outcome(Set(evidence)), evidence: evidence)
    }

    private static func outcome(_ evidence: Set<LinkageEvidence>) -> LinkageOutcome {
        if evidence.contains(.sameFullName) {
            return evidence.isDisjoint(with: [.differentSex, .differentRecordNumber])
                || evidence.contains(.sameRecordNumber) && !evidence.contains(.differentSex)
                ? .same : .possible
        }
        if !evidence.isDisjoint(with: [.sameRecordNumber, .permutedRecordNumber]) {
            return .possible
        }
        let contradictions: Set<LinkageEvidence> = [
            .differentBirthDate, .differentSex, .differentFurtherNames,
        ]
        guard evidence.isDisjoint(with: contradictions) else { return .different }
        let names: Set<LinkageEvidence> = [.similarName, .similarNameAcrossScripts, .swappedName]
        let births: Set<LinkageEvidence> = [
            .sameBirthDate, .swappedBirthDate, .compatibleBirthDate,
        ]
        let isPossible = !evidence.isDisjoint(with: names) && !evidence.isDisjoint(with: births)
        return isPossible ? .possible : .different
    }
}
