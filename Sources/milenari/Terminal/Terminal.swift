import ArgumentParser
import Foundation
import Reporting
import TrialOffice

/// Writes to the terminal: data on standard output, everything else on standard error.
enum Terminal {
    /// Color only on a terminal, and not when NO_COLOR is set.
    static var style: Style {
        let wantsPlain =
            ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return Style(isColored: isatty(STDOUT_FILENO) == 1 && !wantsPlain)
    }

    /// Writes a command's result.
    ///
    /// `done` says what the command has recorded, and how to read it again if it is lost here.
    static func data(_ text: String, done: String? = nil) throws(OutputFailure) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            throw OutputFailure(done: done, cause: error)
        }
    }

    /// Tells the person something; where nobody can be told, the exit code has to do.
    static func note(_ text: String) {
        prompt(text + "\n")
    }

    /// Like a note, without a line end.
    static func prompt(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.printableLines.utf8))
    }

    /// Runs `body`; a refusal becomes one message with place and remedy, and an exit code.
    static func run(_ body: () throws -> Void) -> ExitCode {
        do {
            try body()
            return .success
        } catch let error as OfficeError {
            let place = error.place.printable
            let message = error.message.printable
            note("milenari: \(message) — \(place) — \(error.remedy)")
            return ExitStatus.code(for: error)
        } catch let failure as OutputFailure {
            if let message = failure.message { note("milenari: \(message)") }
            return ExitStatus.output
        } catch let code as ExitCode {
            return code
        } catch {
            note("milenari: a defect of this program (\(type(of: error))) — report the command")
            return ExitStatus.software
        }
    }
}
