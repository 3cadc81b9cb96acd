/// The allocation sequence of a trial: a pure function of seed, scheme and history.
///
/// It keeps a small state for each stratum, all of which is recomputed from the history: nothing
/// of it has to be stored, and nothing is lost in a crash. The order of the strata in the history
/// does not matter, the order within a stratum does; where a method balances factors, the order of
/// all participants within the other factors does.
public struct AllocationSequence<Source: StreamSource> {
    /// The scheme.
    public let scheme: Scheme
    private let source: Source
    private var runs: [Stratum: any StratumRun] = [:]
    private var recorded = 0

    /// Begins with an empty history.
    ///
    /// - Parameters:
    ///   - scheme: The scheme.
    ///   - source: The streams under the allocation seed.
    public init(scheme: Scheme, source: Source) {
        self.scheme = scheme
        self.source = source
    }

    /// Begins after a history.
    ///
    /// - Parameters:
    ///   - scheme: The scheme.
    ///   - source: The streams under the allocation seed.
    ///   - history: The allocations made so far, in the order of the log.
    /// - Throws: As `record(_:)`.
    public init(
        scheme: Scheme,
        source: Source,
        history: some Swift.Sequence<PastAllocation>
    ) throws(RandomizationError) {
        self.init(scheme: scheme, source: source)
        for past in history {
            try record(past)
        }
    }

    /// Takes an allocation that was made into the history.
    ///
    /// - Parameter past: The allocation.
    /// - Throws: `RandomizationError.impossibleHistory` with its position when its probability was
    ///   zero, `.unknownStratum`, `.unknownArm` or `.streamFailed`. The history is then unchanged.
    public mutating func record(_ past: PastAllocation) throws(RandomizationError) {
        let arm = try scheme.index(of: past.arm)
        try scheme.check(past.stratum)
        let key = scheme.sequenceStratum(of: past.stratum)
        var run = try takeRun(of: key)
        let isPossible: Bool
        do throws(RandomizationError) {
            isPossible = try run.record(arm, for: past.stratum, from: source)
        } catch {
            runs[key] = run
            throw error
        }
        runs[key] = run
        guard isPossible else { throw .impossibleHistory(position: recorded) }
        recorded += 1
    }

    /// Draws the next allocation in a stratum.
    ///
    /// The history is not changed: asked again, the answer is the same. Record the allocation when
    /// it is durable.
    ///
    /// - Parameter stratum: One of the scheme's strata.
    /// - Returns: The allocation, with the details that have to be sealed.
    /// - Throws: `RandomizationError.unknownStratum`, `.exhausted` or `.streamFailed`.
    public mutating func next(in stratum: Stratum) throws(RandomizationError) -> Draw {
        try scheme.check(stratum)
        let key = scheme.sequenceStratum(of: stratum)
        var run = try takeRun(of: key)
        // The run then holds the outcome of its hidden draw, which `record` need not repeat.
        defer { runs[key] = run }
        return try run.next(for: stratum, from: source)
    }

    /// Takes a run out of its place, so that its state is advanced where it stands, not copied.
    private mutating func takeRun(of key: Stratum) throws(RandomizationError) -> any StratumRun {
        if let run = runs.removeValue(forKey: key) { return run }
        return try scheme.sequence(of: key)
    }
}

extension AllocationSequence: Sendable where Source: Sendable {}
