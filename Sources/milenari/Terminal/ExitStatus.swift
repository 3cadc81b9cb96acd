import ArgumentParser
import TrialOffice

/// The documented exit codes.
///
/// They are stable.
enum ExitStatus {
    static let no = ExitCode(1)
    static let undetermined = ExitCode(2)

    /// The code for a refusal.
    static func code(for error: OfficeError) -> ExitCode {
        switch error.code {
        case .refused: no
        case .undetermined: undetermined
        case .badInput, .damaged: ExitCode(65)
        case .notFound: ExitCode(66)
        case .unknownUser: ExitCode(67)
        case .software: ExitCode(70)
        case .cannotCreate: ExitCode(73)
        case .storage: ExitCode(74)
        case .busy: ExitCode(75)
        case .notPermitted: ExitCode(77)
        }
    }
}
