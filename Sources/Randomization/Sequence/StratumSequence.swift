/// The sequence of one stratum under one procedure, advanced one allocation at a time.
struct StratumSequence<P: Procedure> {
    private let scheme: Scheme
    private let stratum: Stratum
    private let procedure: P
    private var state: P.State
    private var recorded = 0

    init(scheme: Scheme, stratum: Stratum, procedure: P) {
        self.scheme = scheme
        self.stratum = stratum
        self.procedure = procedure
        state = procedure.initialState
    }

    /// Settles what is due before the next arm: the same outcome whenever it is done.
    ///
    /// When nothing is due, a word is drawn for nothing. Else the time that an allocation takes
    /// would tell where a block begins.
    private mutating func settle(
        from source: some StreamSource
    ) throws(RandomizationError) -> ArmWeights {
        var wasDue = false
        while let due = try procedure.hiddenDraw(in: state) {
            var stream = try source.stream(for: label(due.purpose, due.index))
            procedure.settle(try DrawEngine.draw(due.weights, from: &stream).choice, in: &state)
            wasDue = true
        }
        if !wasDue {
            var stream = try source.stream(for: label("idle", recorded + 1))
            _ = try stream.next()
        }
        return try procedure.weights(for: stratum, in: state)
    }

    private func label(_ purpose: String, _ index: Int) -> StreamLabel {
        StreamLabel(scheme: scheme, stratum: stratum, purpose: purpose, index: index)
    }
}

extension StratumSequence: StratumRun {
    mutating func next(from source: some StreamSource) throws(RandomizationError) -> Draw {
        let weights = try settle(from: source)
        let label = label("arm", recorded + 1)
        var stream = try source.stream(for: label)
        let outcome = try DrawEngine.draw(weights, from: &stream)
        return Draw(
            stratum: stratum,
            arm: scheme.arms[outcome.choice],
            sequenceNumber: recorded + 1,
            unblinding: DrawDetails(
                label: label.text,
                weights: weights.values,
                value: outcome.value,
                words: outcome.words,
                block: procedure.block(in: state)
            )
        )
    }

    mutating func record(
        _ arm: Int,
        from source: some StreamSource
    ) throws(RandomizationError) -> Bool {
        guard try settle(from: source).values[arm] > 0 else { return false }
        procedure.record(arm, for: stratum, in: &state)
        recorded += 1
        return true
    }
}

/// What a stratum's sequence does, whatever its procedure.
protocol StratumRun: Sendable {
    /// Draws the next arm without recording it.
    mutating func next(from source: some StreamSource) throws(RandomizationError) -> Draw

    /// Records an arm; false, and nothing recorded, when its probability was zero.
    mutating func record(
        _ arm: Int,
        from source: some StreamSource
    ) throws(RandomizationError) -> Bool
}

extension Scheme {
    /// The sequence of a stratum before its first allocation.
    func sequence(of stratum: Stratum) throws(RandomizationError) -> any StratumRun {
        switch method {
        case .complete:
            StratumSequence(
                scheme: self,
                stratum: stratum,
                procedure: try CompleteRandomization(ratio: ratio)
            )
        case .permutedBlocks(let sizes):
            StratumSequence(
                scheme: self,
                stratum: stratum,
                procedure: try PermutedBlocks(ratio: ratio, sizes: sizes)
            )
        }
    }
}
