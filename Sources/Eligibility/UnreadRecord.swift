public import ClinicalQuality

/// Resources of a record that no criterion asks for by their code.
///
/// Absence of evidence rests on what the criteria can read. What they cannot read is told here, so
/// that a person looks at it.
public struct UnreadRecord: Sendable, Codable, Equatable {
    /// The type of the resources, for example `Condition`.
    public let kind: String
    /// The code with its system's name, for example `SNOMED CT 41040004`; `text only` without a
    /// code, and `another code system` where the code's system is not a known one.
    ///
    /// Other codes are not shown, because they may be anything, also a name.
    public let code: Phrase
    /// Which resources of the document, for example `entry-12`, in its order.
    public let sources: [String]
}
