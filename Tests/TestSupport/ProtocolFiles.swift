import Foundation
public import TrialDefinition
import TrialOffice

extension DefinitionFiles {
    /// The planned trial of the repository, with all its amendments and the shared library.
    public static func plannedTrial() throws -> DefinitionFiles {
        try DefinitionFolder.read(Repository.trialProtocol)
    }
}
