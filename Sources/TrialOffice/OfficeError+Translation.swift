import AuditLog
import ClinicalQuality
import Cryptography
import Eligibility
import Foundation
import Intake
import Pseudonymization
import Randomization
import TrialStore

extension OfficeError {
    /// Runs `body` and puts whatever it throws into the office's terms.
    static func translate<Result>(
        _ body: () throws -> Result
    ) throws(OfficeError) -> Result {
        do {
            return try body()
        } catch {
            throw OfficeError(error)
        }
    }

    /// `error` in the office's terms.
    init(_ error: any Error) {
        self =
            switch error {
            case let error as OfficeError: error
            case let error as TrialStoreError: OfficeError(store: error)
            case let error as CryptographyError: OfficeError(cryptography: error)
            case let error as AuditLogError:
                OfficeError(
                    .damaged,
                    at: "log",
                    "\(error)",
                    remedy: "run `milenari log verify` on the trial folder"
                )
            case let error as RandomizationError:
                OfficeError(
                    .damaged,
                    at: "allocation",
                    error.description,
                    remedy: "run `milenari log verify`, and tell the statistician"
                )
            case let error as PseudonymizationError:
                OfficeError(
                    .badInput,
                    at: "code",
                    error.description,
                    remedy: "compare it with the label, character by character"
                )
            case is CocoaError:
                OfficeError(
                    .storage,
                    at: "disk",
                    "a file or folder of the trial cannot be written",
                    remedy: "check space and permissions; nothing was acknowledged"
                )
            default:
                OfficeError(
                    .software,
                    at: "program",
                    "an error of kind \(type(of: error))",
                    remedy: "report it with the command that you gave"
                )
            }
    }

    private init(store error: TrialStoreError) {
        let text = error.shortText
        self =
            switch error {
            case .notATrial(let file):
                OfficeError(
                    .damaged,
                    at: file,
                    text,
                    remedy: "run `milenari log verify`, stop working, restore from the backup"
                )
            case .newerFormat:
                OfficeError(.damaged, at: "trial", text, remedy: "use a newer milenari")
            case .alreadyExists(let file):
                OfficeError(
                    .cannotCreate,
                    at: file,
                    text,
                    remedy: "choose another folder"
                )
            case .missing(let file):
                OfficeError(
                    .damaged,
                    at: file,
                    text,
                    remedy: "stop working; restore the file from the backup"
                )
            case .unreadable(let file):
                OfficeError(
                    .storage,
                    at: file,
                    text,
                    remedy: "work as the owner of the trial folder, or let the owner give you"
                        + " the permission; nothing was changed"
                )
            case .readOnly(let file):
                OfficeError(
                    .storage,
                    at: file,
                    text,
                    remedy: "work on the trial folder itself, as its owner, not on a copy for"
                        + " reading; nothing was changed"
                )
            case .damaged(let file, _):
                OfficeError(
                    .damaged,
                    at: file,
                    text,
                    remedy: "run `milenari log verify`, stop working, restore from the backup"
                )
            case .erased(let file):
                OfficeError(
                    .refused,
                    at: file,
                    text,
                    remedy:
                        "nothing can bring it back; `milenari log verify` says that the rest holds"
                )
            case .eventsMissing, .logForked:
                OfficeError(
                    .damaged,
                    at: "log",
                    text,
                    remedy: "stop working: an older copy was put in place, or the end was cut off;"
                        + " restore the newest backup"
                )
            case .busy:
                OfficeError(
                    .busy,
                    at: "trial",
                    text,
                    remedy: "try again in a minute; nothing was changed"
                )
            case .storage(let file, _):
                OfficeError(
                    .storage,
                    at: file,
                    text,
                    remedy: "check space and permissions; nothing was acknowledged"
                )
            case .conflict:
                OfficeError(
                    .refused,
                    at: "trial",
                    text,
                    remedy: "run `milenari log verify` on the trial folder"
                )
            case .againstRules:
                OfficeError(
                    .software,
                    at: "trial",
                    text,
                    remedy: "nothing was written; report this with the command"
                )
            case .log(let error): OfficeError(error)
            case .cryptography(let error): OfficeError(cryptography: error)
            }
    }

    private init(cryptography error: CryptographyError) {
        self =
            switch error {
            case .wrongPassphrase:
                OfficeError(
                    .notPermitted,
                    at: "passphrase",
                    "the passphrase is wrong",
                    remedy: "type it again; mind upper and lower case"
                )
            default:
                OfficeError(
                    .damaged,
                    at: "sealed value",
                    "\(error)",
                    remedy: "run `milenari log verify` on the trial folder"
                )
            }
    }

    /// A document that was not taken in.
    init(_ error: IntakeError, document: String) {
        let lines = error.problems.map { "\($0.place): \($0.message); \($0.remedy)" }
        let first = error.problems.first
        self.init(
            .badInput,
            at: first.map { "\(document): \($0.place)" } ?? document,
            first?.message ?? "cannot be read",
            remedy: ([first?.remedy ?? ""] + lines.dropFirst()).joined(separator: "\n  ")
        )
    }
}
