import Eligibility
public import TrialOffice

/// The screening log as CSV (RFC 4180, UTF-8, CRLF line ends): a line for each screening.
///
/// What became of a candidate stands in the line of the newest screening, so that a count of it
/// counts candidates; the lines before say `screened again`.
public enum ScreeningLogCSV: Sendable {
    /// The columns, in the order of the file.
    public static let columns = [
        "site", "candidate", "screening", "place_in_chain", "as_of", "recorded_at", "recorded_by",
        "protocol_version", "verdict", "pre_screening", "excluded_by", "open", "document_sha256",
        "outcome", "not_enrolled_reason", "subject", "allocation", "arm",
    ]

    /// The rows of `log` under a header.
    public static func text(_ log: ScreeningLog) -> String {
        var text = CSVLine.text(columns)
        for candidate in log.candidates {
            for (place, screening) in candidate.screenings.enumerated() {
                text += CSVLine.text(cells(candidate, screening, place + 1))
            }
        }
        return text
    }

    private static func cells(
        _ candidate: ScreenedCandidate,
        _ screening: LoggedScreening,
        _ place: Int
    ) -> [String] {
        let isNewest = place == candidate.screenings.count
        let outcome = isNewest ? candidate.outcome.rawValue : "screened again"
        return [
            candidate.site, candidate.screenings[0].number, screening.number, String(place),
            screening.asOf, screening.recordedAt, screening.recordedBy, screening.protocolVersion,
            screening.verdict.rawValue, screening.isPreScreening ? "yes" : "no",
            words(screening.excluding), words(screening.open), screening.document, outcome,
            screening.closed?.rawValue ?? "", isNewest ? candidate.subject ?? "" : "",
            isNewest ? candidate.allocation ?? "" : "", isNewest ? candidate.arm ?? "" : "",
        ]
    }

    /// Identifier and text of each criterion, one in a line of the cell.
    private static func words(_ criteria: [CriterionWording]) -> String {
        criteria.map { "\($0.id) \($0.text)".printable }.joined(separator: "\n")
    }
}
