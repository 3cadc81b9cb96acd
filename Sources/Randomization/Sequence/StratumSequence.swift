/// The sequence of one stratum under one procedure, advanced one allocation at a time.
struct StratumSequence<P: Procedure> {
    private let scheme: Scheme
    private let stratum: Stratum
    private let procedure: P
    private var state: P.State
    private var recorded = 0
    private var settled = 0
    private var weights: ArmWeights

    init(scheme: Scheme, stratum: Stratum, procedure: P) {
        self.scheme = scheme
        self.stratum = stratum
        self.procedure = procedure
        state = procedure.initialState
        weights = ArmWeights(zeros: scheme.arms.count)
    }

    /// Settles what is due before the next arm: the same outcome whenever it is done.
    ///
    /// When nothing is due, a word is drawn for nothing. Else the time that an allocation takes
    /// would tell where a block begins.
    private mutating func settle(
        from source: some StreamSource
    ) throws(RandomizationError) {
        var wasDue = false
        while let due = procedure.hiddenDraw(in: state) {
            var stream = try source.stream(for: label(due.purpose, settled + 1))
            procedure.settle(try DrawEngine.draw(due.weights, from: &stream).choice, in: &state)
            settled += 1
            wasDue = true
        }
        if !wasDue {
            var stream = try source.stream(for: label("idle", recorded + 1))
            _ = try stream.next()
        }
    }

    private func label(_ purpose: String, _ index: Int) -> StreamLabel {
        StreamLabel(scheme: scheme, stratum: stratum, purpose: purpose, index: index)
    }

    private func details(_ label: StreamLabel, _ outcome: DrawEngine.Outcome) -> DrawDetails {
        DrawDetails(
            label: label.text,
            weights: weights.values,
            value: outcome.value,
            words: outcome.words,
            block: procedure.block(in: state).map {
                BlockPosition(index: settled, size: $0.size, position: $0.position)
            },
            large: outcome.large.map { value in
                LargeDraw(
                    weights: weights.large.map(\.hexadecimal),
                    value: value.hexadecimal
                )
            }
        )
    }
}

extension StratumSequence: StratumRun {
    mutating func next(
        for participant: Stratum,
        from source: some StreamSource
    ) throws(RandomizationError) -> Draw {
        try settle(from: source)
        try procedure.weigh(scheme.profile(of: participant), in: state, into: &weights)
        let label = label("arm", recorded + 1)
        var stream = try source.stream(for: label)
        let outcome = try DrawEngine.draw(weights, from: &stream)
        return Draw(
            stratum: participant,
            arm: scheme.arms[outcome.choice],
            sequenceNumber: recorded + 1,
            unblinding: details(label, outcome)
        )
    }

    mutating func record(
        _ arm: Int,
        for participant: Stratum,
        from source: some StreamSource
    ) throws(RandomizationError) -> Bool {
        try settle(from: source)
        let profile = scheme.profile(of: participant)
        do throws(RandomizationError) {
            try procedure.weigh(profile, in: state, into: &weights)
        } catch .exhausted {
            return false
        }
        guard weights.isPossible(arm) else { return false }
        procedure.record(arm, for: profile, in: &state)
        recorded += 1
        return true
    }
}

/// What a stratum's sequence does, whatever its procedure.
protocol StratumRun: Sendable {
    /// Draws the next arm without recording it.
    mutating func next(
        for participant: Stratum,
        from source: some StreamSource
    ) throws(RandomizationError) -> Draw

    /// Records an arm; false, and nothing recorded, when its probability was zero.
    mutating func record(
        _ arm: Int,
        for participant: Stratum,
        from source: some StreamSource
    ) throws(RandomizationError) -> Bool
}

extension Scheme {
    /// The sequence of a stratum before its first allocation.
    func sequence(of stratum: Stratum) throws(RandomizationError) -> any StratumRun {
        struct Begin: ProcedureUse {
            let scheme: Scheme
            let stratum: Stratum

            func use<P: Procedure>(_ procedure: P) -> any StratumRun {
                StratumSequence(scheme: scheme, stratum: stratum, procedure: procedure)
            }
        }
        return try withProcedure(Begin(scheme: self, stratum: stratum))
    }
}
