/// Recomputes every allocation of a log from seed, scheme and the log itself.
public enum Replay: Sendable {
    /// Compares each allocation of a log with the one that the scheme makes at its place.
    ///
    /// After a difference the log's own arm is taken as the history, so that one changed entry
    /// does not hide what comes after it.
    ///
    /// - Parameters:
    ///   - log: The allocations in the order of the log.
    ///   - scheme: The scheme.
    ///   - source: The streams under the allocation seed.
    /// - Returns: What does not hold, in the order of the log; empty when all was recomputed.
    /// - Throws: `RandomizationError.streamFailed`, or `.unknownStratum` and `.unknownArm` for an
    ///   entry that is not of this scheme at all.
    public static func findings(
        in log: some Swift.Sequence<PastAllocation>,
        scheme: Scheme,
        source: some StreamSource
    ) throws(RandomizationError) -> [ReplayFinding] {
        var sequence = AllocationSequence(scheme: scheme, source: source)
        var findings: [ReplayFinding] = []
        var broken: Set<Stratum> = []
        for (entry, past) in log.enumerated() {
            let sequenceStratum = scheme.sequenceStratum(of: past.stratum)
            guard !broken.contains(sequenceStratum) else {
                findings.append(ReplayFinding(entry: entry, kind: .unverifiable))
                continue
            }
            let expected: Arm
            do throws(RandomizationError) {
                expected = try sequence.next(in: past.stratum).arm
            } catch .exhausted {
                broken.insert(sequenceStratum)
                findings.append(ReplayFinding(entry: entry, kind: .exhausted))
                continue
            }
            do throws(RandomizationError) {
                try sequence.record(past)
                if past.arm != expected {
                    findings.append(ReplayFinding(entry: entry, kind: .differs(expected: expected)))
                }
            } catch .impossibleHistory {
                broken.insert(sequenceStratum)
                findings.append(
                    ReplayFinding(entry: entry, kind: .impossible(expected: expected))
                )
            }
        }
        return findings
    }
}

/// An entry of a log that a replay did not confirm.
public struct ReplayFinding: Hashable, Sendable {
    /// What is wrong with the entry.
    public enum Kind: Hashable, Sendable {
        /// The scheme allocates another arm here.
        case differs(expected: Arm)
        /// The scheme allocates another arm here and could not have allocated this one.
        case impossible(expected: Arm)
        /// The scheme had made all its allocations before this one.
        case exhausted
        /// An earlier entry of the same sequence is impossible, so nothing can be said about this one.
        case unverifiable
    }

    /// The place of the entry in the log, counted from 0.
    public let entry: Int
    /// What is wrong.
    public let kind: Kind
}
