import Foundation
import TrialStore

extension TrialFolder {
    /// The folder of the trial in `url`; where there is none, `remedy` says what to do.
    static func existing(_ url: URL, remedy: String) throws -> TrialFolder {
        let folder = TrialFolder(url)
        guard try folder.holdsTrial() else {
            throw OfficeError(
                .notFound,
                at: url.path,
                "there is no trial in this folder",
                remedy: remedy
            )
        }
        return folder
    }
}
