public import TrialOffice

/// Subjects with their state and next step, for the terminal.
public struct OpenSubjectText: Sendable {
    private let subjects: [OpenSubject]

    /// The subjects `subjects`.
    public init(_ subjects: [OpenSubject]) {
        self.subjects = subjects
    }

    /// A line for each subject, with line ends.
    public var text: String {
        subjects.map { "  " + line($0).printable + "\n" }.joined()
    }

    private func line(_ subject: OpenSubject) -> String {
        let state = [
            subject.step.rawValue, subject.allocation,
            subject.path.count > 1 ? "(\(subject.path.joined(separator: " → ")))" : nil,
        ]
        return "\(subject.subject)  \(subject.site)  "
            + "\(state.compactMap(\.self).joined(separator: " "));  next: \(next(subject))"
    }

    private func next(_ subject: OpenSubject) -> String {
        switch subject.next {
        case .ask: "the coordinator asks for the allocation"
        case .answer: "the randomization office answers the request"
        case .treat: "the investigator goes on with the treatment"
        case .resumeOrTransfer:
            "the site is suspended; the allocation waits until it is resumed or the subject is"
                + " transferred"
        case .decideOnTreatment:
            "the site is suspended; the investigator decides how treatment goes on, here or after"
                + " a transfer"
        case .accept: "a coordinator of \(subject.offeredTo ?? "") accepts the transfer"
        }
    }
}
