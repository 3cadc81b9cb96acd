import ArgumentParser
import TrialOffice

/// The documented exit codes.
///
/// They are stable.
enum ExitStatus {
    static let no = ExitCode(1)
    static let undetermined = ExitCode(2)
    static let usage = ExitCode(64)
    static let badInput = ExitCode(65)
    static let software = ExitCode(70)
    static let output = ExitCode(74)

    /// The code for a refusal.
    static func code(for error: OfficeError) -> ExitCode {
        switch error.code {
        case .refused: no
        case .undetermined: undetermined
        case .badInput, .damaged: badInput
        case .notFound: ExitCode(66)
        case .unknownUser: ExitCode(67)
        case .software: software
        case .cannotCreate: ExitCode(73)
        case .storage: output
        case .busy: ExitCode(75)
        case .notPermitted: ExitCode(77)
        }
    }
}
