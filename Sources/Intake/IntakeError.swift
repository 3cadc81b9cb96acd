/// Why a document was not taken in.
///
/// Nothing was kept of it.
public struct IntakeError: Error, Sendable {
    /// What is wrong, in the order of the document; at least one.
    public let problems: [IntakeProblem]

    /// Holds `problems`.
    public init(problems: [IntakeProblem]) {
        self.problems = problems
    }
}

/// One thing that is wrong with a document: place, what, and what to do.
///
/// It holds no value of the document, because a value can be a patient's.
public struct IntakeProblem: Sendable, Hashable {
    /// Where, for example `entry[3] Observation valueQuantity.value`.
    public let place: String
    /// What is wrong, in words.
    public let message: String
    /// What to do about it.
    public let remedy: String

    /// Holds the three parts.
    public init(place: String, message: String, remedy: String) {
        self.place = place
        self.message = message
        self.remedy = remedy
    }
}
