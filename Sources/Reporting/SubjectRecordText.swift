import ClinicalQuality
import Eligibility
public import TrialOffice

/// A subject's state and record at enrollment, for the terminal.
public struct SubjectRecordText: Sendable {
    private let record: SubjectRecord
    private let style: Style

    /// The record `record` in `style`.
    public init(_ record: SubjectRecord, style: Style) {
        self.record = record
        self.style = style
    }

    /// The whole text, with line ends.
    public var text: String {
        let report = record.report
        let lines = [
            style.bold("At enrollment on \(report.asOf)")
                + ", protocol \(report.protocolVersion), from screening \(record.screening):"
                + " \(report.verdict.rawValue)"
        ]
        let factors = report.factors.map { "  \($0.name.text): \($0.level ?? "unknown")".printable }
        let criteria = report.criteria.map { criterion in
            let read = criterion.evidence.first { $0.decides && $0.value != nil }
            let value = read.map { "  \($0.value?.text ?? "") \($0.date?.text ?? "")" } ?? ""
            return "  \(criterion.id.padded(to: 4)) \(criterion.answer.rawValue.padded(to: 8))"
                .printable + " \(criterion.title.text)\(value)".printable
        }
        return OpenSubjectText([record.status]).text
            + (lines + factors + criteria).joined(separator: "\n") + "\n"
    }
}
