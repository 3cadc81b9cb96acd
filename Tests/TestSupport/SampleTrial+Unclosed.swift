import TrialOffice

extension SampleTrial {
    /// Screens the candidate whose file name begins with `prefix` at Barcelona, and hands over
    /// while the last event stands in the write-ahead log only, as after a crash.
    public func whileUnclosed<Result>(
        screening prefix: String,
        _ body: () throws -> Result
    ) throws -> Result {
        let candidate = try CandidateFixture.named(prefix)
        return try withSession(Self.user(.investigator, at: "BCN")) { office, session in
            _ = try office.screen(
                GivenDocument(name: "d", bytes: candidate.document),
                by: session,
                asOf: try Self.day,
                now: try Self.moment(5)
            )
            return try body()
        }
    }
}
