public import TrialOffice

extension SampleTrial {
    /// Screens and enrolls the candidate whose file name begins with `prefix`, at its site.
    public func enroll(candidate prefix: String) throws -> String {
        let fixture = try CandidateFixture.named(prefix)
        let number = try screen(fixture).number
        return try enroll(number, fixture.document, site: fixture.site).subject
    }

    /// Offers `subject` of `site` to `destination`.
    public func offer(
        _ subject: String,
        from site: String,
        to destination: String,
        second: Int64 = 20
    ) throws -> TransferOffer {
        try withSession(Self.user(.coordinator, at: site)) { office, session in
            try office.offerTransfer(
                of: subject,
                to: destination,
                reason: .war,
                by: session,
                now: try Self.moment(second)
            )
        }
    }

    /// Accepts `subject` at `site`.
    public func accept(_ subject: String, at site: String) throws -> AcceptedTransfer {
        try withSession(Self.user(.coordinator, at: site)) { office, session in
            try office.acceptTransfer(of: subject, by: session, now: try Self.moment(21))
        }
    }

    /// Moves `subject` from one site to another.
    public func transfer(
        _ subject: String,
        from site: String,
        to destination: String
    ) throws -> AcceptedTransfer {
        _ = try offer(subject, from: site, to: destination)
        return try accept(subject, at: destination)
    }
}
