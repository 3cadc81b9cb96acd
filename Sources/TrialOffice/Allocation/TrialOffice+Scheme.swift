public import Randomization
public import TrialDefinition

extension TrialOffice {
    /// The allocation scheme of a protocol, to look at before a trial.
    ///
    /// - Parameter definition: The protocol.
    /// - Returns: The scheme as `allocate` uses it.
    /// - Throws: `OfficeError` for a published trial, which has none.
    public static func scheme(of definition: TrialProtocol) throws(OfficeError) -> Scheme {
        try OfficeError.translate { try definition.scheme() }
    }
}
