import Foundation
import TestSupport
import Testing

/// People come and go on the command line.
struct PeopleCommandTests {
    private func run(
        _ arguments: [String],
        expecting status: Int32 = 0
    ) throws -> CommandLineTool.Run {
        let run = try CommandLineTool.run(arguments)
        #expect(run.status == status, "\(arguments): \(run.output)\(run.errors)")
        return run
    }

    @Test func `add, list, grant, suspend, resume, revoke, verify`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let subject = try trial.enroll(candidate: "04")
        let folder = ["--trial", trial.url.path]
        let custodian = trial.options("ana.custodian")
        try Data("nuria.bcn\n".utf8).write(
            to: URL(fileURLWithPath: trial.passphraseFile("nuria.bcn"))
        )
        let new = [
            "--new-passphrase-file", trial.passphraseFile("nuria.bcn"), "--scrypt-log2n", "14",
        ]
        let add = ["user", "add", "nuria.bcn"] + new
        let place = ["--role", "coordinator", "--site", "BCN"]
        _ = try run(add + ["--role", "chief"] + custodian, expecting: 64)
        _ = try run(add + ["--role", "coordinator"] + custodian, expecting: 65)
        _ = try run(add + place + trial.options("data.manager"), expecting: 77)
        let added = try run(add + place + custodian)
        #expect(added.output.contains("nuria.bcn  coordinator BCN  active;  no key"))
        #expect(added.output.contains("to be granted: identity/BCN#1"))
        #expect(added.errors.contains("milenari key grant nuria.bcn"))
        _ = try run(add + place + custodian, expecting: 1)

        let reason = ["--reason", "absence"]
        let lost = try run(["user", "suspend", "marta.bcn"] + reason + custodian, expecting: 1)
        #expect(lost.errors.contains("nobody else holds identity/BCN#1"))
        let grant = ["key", "grant", "nuria.bcn"]
        _ = try run(grant + trial.options("data.manager"), expecting: 77)
        _ = try run(grant + trial.options("marta.bcn"))
        _ = try run(grant + trial.options("marta.bcn"), expecting: 1)
        _ = try run(["key", "grant", "nobody"] + trial.options("marta.bcn"), expecting: 67)

        _ = try run(
            ["user", "suspend", "marta.bcn", "--reason", "tired"] + custodian,
            expecting: 64
        )
        _ = try run(["user", "suspend", "marta.bcn"] + reason + custodian)
        let show = ["subject", "show", subject]
        let out = try run(show + trial.options("marta.bcn"), expecting: 77)
        #expect(out.errors.contains("this user is suspended"))
        _ = try run(["user", "resume", "marta.bcn"] + reason + custodian)
        _ = try run(show + trial.options("marta.bcn"))
        _ = try run(["user", "revoke", "marta.bcn", "--reason", "left"] + custodian)
        _ = try run(show + trial.options("marta.bcn"), expecting: 77)
        _ = try run(show + trial.options("nuria.bcn"))
        let people = try run(["user", "list"] + folder).output
        #expect(people.contains("marta.bcn  coordinator BCN  revoked;"))
        let keys = try run(["key", "list"] + folder).output
        #expect(keys.contains("identity/BCN#1  nuria.bcn;  known to marta.bcn\n"))
        let rotate = ["key", "rotate", "identity/BCN"]
        _ = try run(rotate + trial.options("jordi.bcn"), expecting: 77)
        _ = try run(["key", "rotate", "linkage"] + trial.options("nuria.bcn"), expecting: 1)
        let rotated = try run(rotate + trial.options("nuria.bcn")).output
        #expect(rotated == "  identity/BCN#2  nuria.bcn\n")
        let reseal = ["key", "reseal", "identity/BCN"] + trial.options("nuria.bcn")
        #expect(try run(reseal).output.hasPrefix("1 sealed again"))
        #expect(try run(reseal).output.hasPrefix("0 sealed again"))
        #expect(try run(["log", "verify", trial.url.path]).output.hasPrefix("HOLDS"))
    }

    @Test func `a passphrase is changed`() throws {
        let trial = try SampleTrial(active: [])
        let home = try TemporaryFolder()
        let file = home.file("new")
        try Data("four other words\n".utf8).write(to: file)
        let user = trial.options("ana.custodian")
        let new = ["--new-passphrase-file", file.path, "--scrypt-log2n", "14"]
        _ = try run(["user", "passphrase"] + new + user)
        _ = try run(["user", "passphrase"] + new + user, expecting: 77)
        let options = ["--trial", trial.url.path, "--user", "ana.custodian", "--passphrase-file"]
        _ = try run(["user", "passphrase"] + new + options + [file.path])
        #expect(try run(["log", "verify", trial.url.path]).output.hasPrefix("HOLDS"))
    }
}
