import Foundation
import TestSupport
import TrialOffice

/// Runs commands and kills them at random moments, from a seed.
final class Killer {
    let trial: SampleTrial
    private(set) var kills = 0
    private(set) var survivors = 0
    private let folder: TemporaryFolder
    private var state: UInt64
    /// How long an undisturbed command takes.
    private var duration = 2.0

    init(seed: UInt64, sites: [String]) throws {
        trial = try SampleTrial(active: sites)
        folder = try TemporaryFolder()
        state = seed
    }

    private func fraction() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(1 << 53)
    }

    /// Half of the kills fall anywhere, half into the last part, where the files are written.
    private var delay: Double {
        let part = fraction() < 0.5 ? fraction() : 0.7 + 0.35 * fraction()
        return part * duration
    }

    /// A candidate whom nobody resembles, screened: screening number and document.
    func screenedCandidate(_ number: Int) throws -> (number: String, file: String) {
        let document = try document(number)
        let file = folder.file("candidate-\(number).json")
        try Data(document).write(to: file)
        return (try trial.screen(document, name: "d", site: "BCN").number, file.path)
    }

    /// Runs a command, killing it again and again, until it has printed its result or refuses
    /// because an earlier run, killed before it could print, had done the work.
    func insist(
        _ arguments: [String],
        by user: String,
        orRefusal pattern: Regex<(Substring, Substring)>
    ) throws -> String {
        let all = arguments + trial.options(user)
        while true {
            // A command that is always killed would never end: every fourth may live.
            let run = try run(all, killAfter: fraction() < 0.75 ? delay : 600)
            let output = run.output.trimmingCharacters(in: .newlines)
            if !output.isEmpty { return output }
            if let done = run.errors.firstMatch(of: pattern)?.1 { return String(done) }
            guard run.wasKilled else { throw KillError.unexpected(run.errors) }
        }
    }

    private enum KillError: Error {
        case unexpected(String)
    }

    private func run(
        _ arguments: [String],
        killAfter delay: Double
    ) throws -> (output: String, errors: String, wasKilled: Bool) {
        let (out, err) = (folder.file("out"), folder.file("err"))
        for file in [out, err] { try Data().write(to: file) }
        let start = Date()
        let process = try CommandLineTool.start(
            arguments,
            output: try FileHandle(forWritingTo: out),
            errors: try FileHandle(forWritingTo: err)
        )
        while process.isRunning, Date().timeIntervalSince(start) < delay {
            Thread.sleep(forTimeInterval: 0.0005)
        }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        let wasKilled = process.terminationReason == .uncaughtSignal
        if wasKilled {
            kills += 1
        } else {
            survivors += 1
            duration = 0.5 * duration + 0.5 * Date().timeIntervalSince(start)
        }
        return (
            try String(contentsOf: out, encoding: .utf8),
            try String(contentsOf: err, encoding: .utf8), wasKilled
        )
    }

    /// An eligible candidate under another name, number and birth date.
    private func document(_ number: Int) throws -> [UInt8] {
        let fixture = try CandidateFixture.named("04")
        let object = try JSONSerialization.jsonObject(with: Data(fixture.document))
        guard var bundle = object as? [String: Any],
            var entries = bundle["entry"] as? [[String: Any]]
        else { throw CocoaError(.fileReadCorruptFile) }
        let letters = Array("bdfgklmnprstvz")
        let digits = [number % 14, (number / 14 + 3) % 14, (number * 5 + 7) % 14]
        let name = digits.map { "\(letters[$0])a\(letters[($0 * 3 + 5) % 14])o" }
        for index in entries.indices {
            guard var resource = entries[index]["resource"] as? [String: Any],
                resource["resourceType"] as? String == "Patient"
            else { continue }
            resource["name"] = [["family": name.joined(), "given": [name.reversed().joined()]]]
            resource["identifier"] = [
                ["system": "urn:test", "value": "N\(100_003 + number * 7919)"]
            ]
            resource["birthDate"] = "2015-0\(1 + number % 6)-\(10 + number % 18)"
            entries[index]["resource"] = resource
        }
        bundle["entry"] = entries
        return [UInt8](try JSONSerialization.data(withJSONObject: bundle))
    }
}
