import Foundation
import TestSupport
import Testing
import TrialDefinition

/// `milenari worksheet new`, and the way back in.
struct WorksheetTests {
    private static let options = [
        "--protocol", Repository.trialProtocol.path, "--as-of", "2026-11-21",
    ]

    private func new(_ more: [String]) throws -> CommandLineTool.Run {
        try CommandLineTool.run(["worksheet", "new"] + Self.options + more)
    }

    @Test(arguments: ["en", "es", "it", "fr", "ar"], ["yaml", "csv"])
    func `a form has every item, and an empty one lacks only the birth date`(
        _ language: String,
        _ format: String
    ) throws {
        let made = try new(["--language", language, "--format", format])
        #expect(made.status == 0, "\(made.errors)")
        for item in try SampleProtocol.items().items {
            #expect(made.output.contains(item.id), "\(item.id)")
        }
        #expect(made.output.contains("2026-11-07"))
        #expect(made.output.contains("I08"))
        #expect(made.output.contains("°") == (language != "en"))
        let folder = try TemporaryFolder()
        let file = folder.file("form.\(format)")
        try Data(made.output.utf8).write(to: file)
        let run = try CommandLineTool.run(["screen", file.path] + Self.options)
        #expect(run.status == 65)
        #expect(run.errors.contains("the birth date is missing"), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    }

    @Test(arguments: ["yaml", "csv"])
    func `what is filled in by hand comes back in`(_ format: String) throws {
        var text = try new(["--language", "es", "--format", format]).output
        let filled: [(String, String)] =
            format == "yaml"
            ? [
                ("  birth-date:\n", "  birth-date: 2015-03-02\n"),
                ("  weight:\n    valor:\n", "  weight:\n    valor: 25,5\n"),
                ("    unidad: 'kg'\n    fecha:\n", "    unidad: 'kg'\n    fecha: 2026-11-18\n"),
            ]
            : [
                (
                    "birth-date;fecha de nacimiento °;;;;;",
                    "birth-date;fecha de nacimiento °;;;;2015-03-02;"
                ),
                (";;kg;;", ";25,5;kg;2026-11-18;"),
            ]
        for (empty, full) in filled {
            if format == "yaml" { #expect(text.contains(empty), "\(empty)") }
            text = text.replacing(empty, with: full)
        }
        let folder = try TemporaryFolder()
        let file = folder.file("form.\(format)")
        try Data(text.utf8).write(to: file)
        let run = try CommandLineTool.run(["screen", file.path, "--json"] + Self.options)
        #expect(run.status == 2, "\(run.errors)")
        #expect(run.output.contains("Body weight 25.5 kg on 2026-11-18 ≥ 10 kg: yes"))
    }

    @Test func `a form that may be filled in is not overwritten`() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("candidate.yaml")
        #expect(try new(["--output", file.path]).status == 0)
        let before = try Data(contentsOf: file)
        let again = try new(["--output", file.path, "--language", "es"])
        #expect(again.status == 73 && again.errors.contains("filled in"))
        #expect(try Data(contentsOf: file) == before)
    }

    @Test(arguments: [
        (["--language", "de"], Int32(66), "en, es, it, fr, ar"),
        (["--protocol-version", "9.0.0"], 66, "9.0.0"),
    ])
    func `a language or version that is not there is told`(
        _ more: [String],
        _ status: Int32,
        _ message: String
    ) throws {
        let run = try new(more)
        #expect(run.status == status && run.errors.contains(message), "\(run.errors)")
    }

    @Test func `an amendment's windows and limits are asked for by its version`() throws {
        let first = try new(["--protocol-version", "1.0.0"]).output
        let second = try new(["--protocol-version", "1.1.0"]).output
        #expect(first.contains("version: 1.0.0") && second.contains("version: 1.1.0"))
    }

    /// The main job with a table and with a worksheet: screened in the trial, and enrolled from it.
    @Test(arguments: ["wide.csv", "long.csv", "worksheet.yaml"])
    func `a sheet goes through the trial`(_ ending: String) throws {
        let trial = try SampleTrial(active: ["BCN"])
        let sheet = try SheetFixture.named("04", ending)
        func options(_ user: String) -> [String] {
            [
                "--trial", trial.url.path, "--user", user, "--passphrase-file",
                trial.passphraseFile(user), "--as-of", "2026-11-21",
            ]
        }
        let screened = try CommandLineTool.run(["screen", sheet.file.path] + options("jordi.bcn"))
        #expect(screened.status == 0, "\(screened.errors)")
        let number = try #require(
            screened.output.firstMatch(of: /S-BCN-[0-9]{4}-[0-9A-Z]{2}/)?.output
        )
        let enrolled = try CommandLineTool.run(
            ["enroll", String(number), sheet.file.path] + options("marta.bcn")
        )
        #expect(enrolled.status == 0, "\(enrolled.errors)")
        #expect(enrolled.output.hasPrefix("BCN-"))
    }
}
