import TrialOffice

/// One box of the flow: a number of candidates, and what it is made of.
struct ConsortStep {
    /// Whether it stands beside the way to allocation: those who leave it.
    let isAside: Bool
    /// For example `Assessed for eligibility (n = 12)`.
    let text: String
    /// What the number is made of.
    let details: [Detail]

    /// A line of a box.
    struct Detail {
        /// 0, or 1 for what the line before is made of.
        let level: Int
        let text: String
    }

    /// The boxes in their order.
    static func steps(of numbers: ConsortNumbers) -> [ConsortStep] {
        let excluded = numbers.ineligible + numbers.undetermined + numbers.notEnrolled
        return [
            way("Assessed for eligibility", numbers.assessed, assessed(numbers)),
            aside("Not enrolled", excluded, exclusions(numbers)),
            way("Enrolled", numbers.enrolled, []),
            aside("Not allocated yet", numbers.enrolled - numbers.allocated, []),
            way(
                "Allocated",
                numbers.allocated,
                numbers.arms.map { Detail(level: 0, text: counted($0.name, $0.count)) }
            ),
        ]
    }

    private static func assessed(_ numbers: ConsortNumbers) -> [Detail] {
        guard numbers.screenings > numbers.assessed else { return [] }
        return [
            Detail(level: 0, text: "in \(numbers.screenings) screenings"),
            Detail(
                level: 0,
                text: counted("screened until eligible", numbers.screenedUntilEligible)
            ),
        ]
    }

    private static func exclusions(_ numbers: ConsortNumbers) -> [Detail] {
        let reasons = numbers.reasons.map { reason in
            counted(reason.name.isEmpty ? "no reason recorded" : reason.name, reason.count)
        }
        return group(
            "Not meeting the criteria; one candidate can count under several",
            numbers.ineligible,
            numbers.excluding.map(criterion)
        ) + group("Undetermined", numbers.undetermined, numbers.open.map(criterion))
            + group("Eligible, not enrolled", numbers.notEnrolled, reasons)
    }

    private static func group(_ name: String, _ count: Int, _ parts: [String]) -> [Detail] {
        [Detail(level: 0, text: counted(name, count))] + parts.map { Detail(level: 1, text: $0) }
    }

    private static func way(_ name: String, _ count: Int, _ details: [Detail]) -> ConsortStep {
        ConsortStep(isAside: false, text: counted(name, count), details: details)
    }

    private static func aside(_ name: String, _ count: Int, _ details: [Detail]) -> ConsortStep {
        ConsortStep(isAside: true, text: counted(name, count), details: details)
    }

    private static func counted(_ name: String, _ count: Int) -> String { "\(name) (n = \(count))" }

    /// The number first: it must not be lost at the end of a long text.
    private static func criterion(_ counted: CriterionCount) -> String {
        "(n = \(counted.count)) \(counted.criterion.id) \(counted.criterion.text)".printable
    }

    /// The columns of the table by site, and their numbers.
    static let columns = [
        "assessed", "ineligible", "undetermined", "not enrolled", "enrolled", "allocated",
    ]

    static func cells(of numbers: ConsortNumbers) -> [Int] {
        [
            numbers.assessed, numbers.ineligible, numbers.undetermined, numbers.notEnrolled,
            numbers.enrolled, numbers.allocated,
        ]
    }
}
