public import Eligibility
import Intake

/// A screening on record.
public struct Screening: Sendable, Codable {
    /// The screening number.
    public let number: String
    /// The code of the site by whose rules the candidate was screened; empty without one.
    public let site: String
    /// Every criterion with its answer, and the overall answer.
    public let report: EligibilityReport
    /// SHA-256 of the document's bytes that were read, hexadecimal.
    public let document: String
    /// The number of the screening of the same candidate before this one, if there was one.
    public let again: String?
    /// Whether the site was suspended: nobody is enrolled from a pre-screening.
    public let isPreScreening: Bool
    /// The days ahead, where they were asked for.
    public let calendar: EligibilityCalendar?
    /// How many resources of the document were read.
    public let resourcesRead: Int
    /// How many resources were passed over, by type, because no criterion can use them.
    public let resourcesIgnored: [String: Int]
    /// What was read otherwise than it was printed.
    public let notes: [String]

    init(
        number: String,
        site: String,
        _ payload: ScreeningPayload,
        calendar: EligibilityCalendar?
    ) {
        self.init(
            number: number,
            site: site,
            report: payload.report,
            document: payload.document,
            again: payload.again,
            intake: payload.intake,
            isPreScreening: payload.isPreScreening,
            calendar: calendar
        )
    }

    init(
        number: String,
        site: String,
        report: EligibilityReport,
        document: String,
        again: String? = nil,
        intake: IntakeSummary,
        isPreScreening: Bool = false,
        calendar: EligibilityCalendar? = nil
    ) {
        self.number = number
        self.site = site
        self.report = report
        self.document = document
        self.again = again
        self.isPreScreening = isPreScreening
        self.calendar = calendar
        resourcesRead = intake.read.values.reduce(0, +)
        resourcesIgnored = intake.ignored
        notes = intake.notes
    }

    /// The number of the version by which the candidate was screened.
    public var protocolVersion: String { report.protocolVersion }
    /// Whether the answer is that the candidate can take part.
    public var isEligible: Bool { report.verdict == .eligible }
    /// Whether the answer is that the candidate cannot take part.
    public var isIneligible: Bool { report.verdict == .ineligible }
}

/// A screening that said *eligible*, which is what an enrollment needs.
struct EligibleScreening {
    let number: String
    let payload: ScreeningPayload
    let report: EligibilityReport

    /// Refuses unless `report`, made today from the screened record, says *eligible*.
    init(
        number: String,
        payload: ScreeningPayload,
        report: EligibilityReport
    ) throws(OfficeError) {
        switch report.verdict {
        case .eligible: break
        case .ineligible:
            throw OfficeError(
                .refused,
                at: number,
                "the candidate is not eligible: \(Self.list(report, .excludes))",
                remedy: "see the screening report; enroll only after a new eligible screening"
            )
        case .undetermined:
            throw OfficeError(
                .undetermined,
                at: number,
                "it is not decided whether the candidate is eligible: \(Self.list(report, .open))",
                remedy: "complete what is missing, and screen again"
            )
        }
        guard !payload.isPreScreening else {
            throw OfficeError(
                .refused,
                at: number,
                "this was a pre-screening, made while the site was suspended",
                remedy: "screen again now"
            )
        }
        guard payload.report.protocolVersion == report.protocolVersion else {
            throw OfficeError(
                .refused,
                at: number,
                "this screening was made by version \(payload.report.protocolVersion) of the"
                    + " protocol, and \(report.protocolVersion) is in force",
                remedy: "screen again, and enroll from the new screening"
            )
        }
        guard payload.report.verdict == .eligible else {
            throw OfficeError(
                .refused,
                at: number,
                "this screening did not say eligible",
                remedy: "screen again, and enroll from the new screening"
            )
        }
        self.number = number
        self.payload = payload
        self.report = report
    }

    private static func list(_ report: EligibilityReport, _ effect: CriterionEffect) -> String {
        report.criteria.filter { $0.effect == effect }.map { "\($0.id) \($0.title)" }
            .joined(separator: ", ")
    }
}
