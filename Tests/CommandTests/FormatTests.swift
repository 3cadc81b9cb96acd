import Cryptography
import Foundation
import TestSupport
import Testing

/// Each format stays readable: by the programs of Examples/, which were written from
/// Documentation/Format.md, and by this one.
struct FormatTests {
    private static let format = Repository.fixtures.appendingPathComponent("Formats/1")

    private static let python = [
        "/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3",
    ]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

    private struct Run {
        let status: Int32
        let output: [UInt8]
        let errors: String

        var digest: String { Cryptography.SHA256.digest(of: output).hex }
    }

    private func run(_ program: String, _ arguments: [String]) throws -> Run {
        let folder = try TemporaryFolder()
        for name in ["out", "err"] { try Data().write(to: folder.file(name)) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.python))
        let script = Repository.root.appendingPathComponent("Examples/\(program)").path
        process.arguments = ["-B", script] + arguments
        process.standardOutput = try FileHandle(forWritingTo: folder.file("out"))
        process.standardError = try FileHandle(forWritingTo: folder.file("err"))
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus,
            output: [UInt8](try Data(contentsOf: folder.file("out"))),
            errors: try String(contentsOf: folder.file("err"), encoding: .utf8)
        )
    }

    /// Opens a record of the trial in `trial` with the passphrase of the fixture.
    private func open(
        _ user: String,
        _ place: [String],
        passphraseOf other: String? = nil,
        trial: URL = format.appendingPathComponent("trial")
    ) throws -> Run {
        let folder = try TemporaryFolder()
        try Data("fixture of \(other ?? user)\n".utf8).write(to: folder.file("passphrase"))
        return try run(
            "open_record.py",
            [trial.path, user, folder.file("passphrase").path] + place
        )
    }

    @Test(
        .enabled(if: python != nil, "there is no Python 3"),
        arguments: [
            (
                "jordi.bcn", ["screening", "S-BCN-0001-2H"],
                "1a822a332ee0b7f1a4f4e584e3996f5ac75cb6b4554f7532bdf852cf009abe53"
            ),
            (
                "marta.bcn", ["identity", "BCN-15WF-A5SK"],
                "5ecbb4f791d3c6744f5e9fd6328885aa019b09589fdc6fbfce5816a3fb5ebfea"
            ),
            (
                "marta.bcn", ["allocation", "BCN-15WF-A5SK"],
                "6d0cea6146661f03d2fa33488a89b51f8218de659d2eea4f30dd0a32cac6fbf5"
            ),
        ]
    )
    func `a program of few lines opens every kind of record`(
        user: String,
        place: [String],
        digest: String
    ) throws {
        let run = try open(user, place)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.digest == digest)
    }

    @Test(.enabled(if: python != nil, "there is no Python 3"))
    func `it opens the keys that a person holds, and no others`() throws {
        let keys = try open("jordi.bcn", [])
        #expect(String(decoding: keys.output, as: UTF8.self) == "records/BCN#1\nresults/BCN#1\n")
        let identity = try open("jordi.bcn", ["identity", "BCN-15WF-A5SK"])
        #expect(identity.status == 1)
        #expect(identity.output.isEmpty)
        #expect(identity.errors.contains("does not hold the key identity/BCN#1"))
    }

    @Test(.enabled(if: python != nil, "there is no Python 3"))
    func `a wrong passphrase and a changed byte open nothing`() throws {
        let wrong = try open("jordi.bcn", [], passphraseOf: "marta.bcn")
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("wrong passphrase"))

        let folder = try TemporaryFolder()
        let copy = folder.file("trial")
        let trial = Self.format.appendingPathComponent("trial")
        try FileManager.default.copyItem(at: trial, to: copy)
        let vault = copy.appendingPathComponent("vaults/BCN.sqlite")
        var bytes = [UInt8](try Data(contentsOf: vault))
        let mark = Array("MLNS".utf8)
        let start = try #require(
            bytes.indices.dropLast(4).first { Array(bytes[$0..<$0 + 4]) == mark }
        )
        bytes[start + 120] ^= 1
        try Data(bytes).write(to: vault)
        let changed = try open("marta.bcn", ["identity", "BCN-15WF-A5SK"], trial: copy)
        #expect(changed.status == 1)
        #expect(changed.output.isEmpty)
        #expect(changed.errors.contains("does not authenticate"))
    }

    @Test func `the decoder has fewer than 200 lines`() throws {
        let script = Repository.root.appendingPathComponent("Examples/open_record.py")
        let text = try String(contentsOf: script, encoding: .utf8)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 200)
    }

    private static let shares = (1...5).map { format.appendingPathComponent("shares/\($0).txt") }
    private static let origin = "milenari/TEST/00112233"
    private static let secret = (0..<32).map { UInt8($0 * 7 + 3) }

    @Test(arguments: [[1, 2, 3], [5, 3, 1], [2, 4, 5]])
    func `this program recovers a key from shares that another one made`(
        numbers: [Int]
    ) throws {
        var recovery = KeyRecovery(
            of: try KeyIdentifier(text: "records/BCN#1"),
            trial: Self.origin
        )
        for number in numbers {
            let text = [UInt8](try Data(contentsOf: Self.shares[number - 1]))
            let share = try KeyShare(printed: SecretBytes(copying: text))
            // What this program prints is what the other one printed.
            let printed = try share.printed(
                trial: Self.origin,
                key: KeyIdentifier(text: "records/BCN#1")
            )
            let isSame = printed.isEqual(to: text.span)
            #expect(isSame)
            try recovery.add(share)
        }
        let key = try recovery.recover()
        let isRecovered = key.withSecret { $0.isEqual(to: Self.secret.span) }
        #expect(isRecovered)
    }

    @Test(
        .enabled(if: python != nil, "there is no Python 3"),
        arguments: [([1, 2, 3], true), ([5, 2, 4], true), ([1, 2], false), ([1, 1, 1], false)]
    )
    func `another program recovers a key from enough shares`(
        numbers: [Int],
        isEnough: Bool
    ) throws {
        let paths = numbers.map { Self.shares[$0 - 1].path }
        let run = try run("recover_key.py", [Self.origin, "records/BCN#1"] + paths)
        #expect((run.status == 0) == isEnough)
        let text = String(decoding: run.output, as: UTF8.self)
        #expect(text == (isEnough ? Hex.encode(Self.secret) + "\n" : ""))
    }
}
