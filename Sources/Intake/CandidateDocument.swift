public import ClinicalRecord
public import Pseudonymization

/// A candidate's document, taken apart: here the identity and the clinical data part, for good.
public struct CandidateDocument: Sendable {
    /// What is known about the candidate, without identity.
    public let record: ClinicalRecord
    /// Who the candidate is.
    ///
    /// It goes to the identity vault and nowhere else.
    public let identity: Identity
    /// The code of the site that the document names as the patient's, if it names one.
    public let siteCode: String?
    /// What was read, what was passed over, and what was read otherwise than printed.
    public let summary: IntakeSummary
}

/// What the intake did with a document.
public struct IntakeSummary: Sendable, Codable, Equatable {
    /// How many resources were read, by resource type.
    public let read: [String: Int]
    /// How many resources were passed over, by resource type, because no criterion can use them.
    public let ignored: [String: Int]
    /// What was read otherwise than it was printed, for example a unit in a laboratory's spelling.
    public let notes: [String]

    /// The same with more notes.
    public func noting(_ more: [String]) -> IntakeSummary {
        IntakeSummary(read: read, ignored: ignored, notes: notes + more)
    }
}
