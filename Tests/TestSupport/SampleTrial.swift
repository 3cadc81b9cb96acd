public import Foundation
public import TrialOffice

/// A trial on disk with the synthetic staff of the fixtures; every passphrase is the user's name.
public final class SampleTrial: Sendable {
    private let home: TemporaryFolder
    /// The trial folder.
    public let url: URL
    /// A folder with a passphrase file for each user.
    public let passphrases: URL

    /// Makes a trial, with the given sites active.
    ///
    /// Passphrases cost little, to keep tests fast.
    public init(active sites: [String] = ["BCN", "ROM", "BEY", "AMM"]) throws {
        home = try TemporaryFolder()
        url = home.file("trial")
        passphrases = home.file("passphrases")
        try FileManager.default.createDirectory(at: passphrases, withIntermediateDirectories: true)
        let staff = try StaffMember.list(Repository.fixtures.appendingPathComponent("staff.yaml"))
        for member in staff {
            try Data((member.name + "\n").utf8)
                .write(to: passphrases.appendingPathComponent(member.name))
        }
        _ = try TrialOffice.found(
            TrialOffice.Founding(
                files: try DefinitionFolder.read(Repository.trialProtocol),
                staff: staff,
                cost: try PassphraseCost(log2N: 14)
            ),
            at: url,
            now: try Self.moment(0),
            passphrase: { try Passphrase(Array($0.utf8)) }
        )
        guard !sites.isEmpty else { return }
        try withSession("data.manager") { office, session in
            for site in sites {
                _ = try office.activate(
                    site,
                    approvals: try Self.approvals(office, site),
                    version: "1.0.0",
                    by: session,
                    asOf: try Self.day,
                    now: try Self.moment(1)
                )
            }
        }
    }

    /// The day for which the fixtures are made.
    public static var day: Day {
        get throws { try Day("2026-11-21", at: "test") }
    }

    /// A time on that day.
    public static func moment(_ seconds: Int64) throws -> Moment {
        try Moment(millisecondsSince1970: 1_795_254_000_000 + seconds * 1000)
    }

    /// Every approval that the country of `site` asks for.
    public static func approvals(_ office: TrialOffice, _ site: String) throws -> [GrantedApproval]
    {
        let date = try Day("2026-09-15", at: "test")
        return try office.approvalsNeeded(site: site).map { GrantedApproval(id: $0, date: date) }
    }

    /// The passphrase file of `user`.
    public func passphraseFile(_ user: String) -> String {
        passphrases.appendingPathComponent(user).path
    }

    /// Opens the trial as `user`, and closes it afterwards.
    public func withSession<Result>(
        _ user: String,
        _ body: (TrialOffice, Session) throws -> Result
    ) throws -> Result {
        let office = try TrialOffice.open(url)
        defer { try? office.close() }
        return try body(office, try Self.unlock(office, user))
    }

    /// The open keys of `user`.
    public static func unlock(_ office: TrialOffice, _ user: String) throws -> Session {
        try office.unlock(user, passphrase: try Passphrase(Array(user.utf8)))
    }

    /// The user of `role` at `site`.
    public static func user(_ role: Role, at site: String) -> String {
        let names: [String: [Role: String]] = [
            "BCN": [.coordinator: "marta.bcn", .investigator: "jordi.bcn"],
            "ROM": [.coordinator: "elena.rom", .investigator: "paolo.rom"],
            "BEY": [.coordinator: "rima.bey", .investigator: "ziad.bey"],
            "AMM": [.coordinator: "huda.amm", .investigator: "tariq.amm"],
        ]
        return names[site]?[role] ?? ""
    }

    /// Screens `fixture` at its site.
    public func screen(_ fixture: CandidateFixture) throws -> Screening {
        try screen(fixture.document, name: fixture.name, site: fixture.site)
    }

    /// Screens `document` at `site`.
    public func screen(_ document: [UInt8], name: String, site: String) throws -> Screening {
        try withSession(Self.user(.investigator, at: site)) { office, session in
            try office.screen(
                GivenDocument(name: name, bytes: document),
                by: session,
                asOf: try Self.day,
                now: try Self.moment(2)
            )
        }
    }

    /// Enrolls a screened document at `site`.
    public func enroll(_ number: String, _ document: [UInt8], site: String) throws -> Enrollment {
        try withSession(Self.user(.coordinator, at: site)) { office, session in
            try office.enroll(
                TrialOffice.EnrollmentRequest(
                    screening: number,
                    document: GivenDocument(name: "document", bytes: document),
                    asOf: try Self.day
                ),
                by: session,
                now: try Self.moment(3)
            )
        }
    }

    /// Allocates `subject` of `site`.
    public func allocate(_ subject: String, site: String) throws -> Allocation {
        try withSession(Self.user(.coordinator, at: site)) { office, session in
            try office.allocate(
                subject,
                by: session,
                office: try Self.unlock(office, "office"),
                now: try Self.moment(4)
            )
        }
    }

    /// A copy of the trial folder, with which a test may do what it likes.
    public func copy() throws -> (folder: TemporaryFolder, trial: URL) {
        let folder = try TemporaryFolder()
        let copy = folder.file("trial")
        try FileManager.default.copyItem(at: url, to: copy)
        return (folder, copy)
    }
}
