public import TrialOffice

extension SampleTrial {
    /// Screens, enrolls and allocates the candidates whose file names begin with `prefixes`.
    public func allocate(candidates prefixes: [String]) throws {
        for prefix in prefixes {
            let fixture = try CandidateFixture.named(prefix)
            let number = try screen(fixture).number
            let subject = try enroll(number, fixture.document, site: fixture.site).subject
            _ = try allocate(subject, site: fixture.site)
        }
    }

    /// The allocation log as the monitor exports it.
    public func export(isBlinded: Bool = false, second: Int64 = 30) throws -> AllocationLog {
        try withSession("monitor") { office, session in
            try office.exportAllocationLog(
                isBlinded: isBlinded,
                by: session,
                now: try Self.moment(second)
            )
        }
    }
}
