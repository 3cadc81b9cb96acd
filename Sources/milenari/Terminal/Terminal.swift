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

    static func data(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// Runs `body`; a refusal becomes one message with place and remedy, and an exit code.
    static func run(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as OfficeError {
            let place = error.place.printable
            let message = error.message.printable
            note("milenari: \(message) — \(place) — \(remedy(error.remedy))")
            throw ExitStatus.code(for: error)
        } catch let error as ExitCode {
            throw error
        } catch {
            note("milenari: a defect of this program (\(type(of: error))) — report the command")
            throw ExitCode(70)
        }
    }

    /// A remedy can have several lines; each is made safe to print on its own.
    private static func remedy(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0).printable }.joined(separator: "\n")
    }
}
