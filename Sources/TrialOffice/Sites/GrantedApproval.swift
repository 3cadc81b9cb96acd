import TrialDefinition
import TrialStore

/// An approval that was granted.
public struct GrantedApproval: Sendable, Hashable {
    /// The `id` of the country's rule.
    public let id: String
    /// The day on which it was granted.
    public let date: Day
    /// The last day on which it holds; nil where it does not end.
    public let expires: Day?

    /// Holds an approval, granted on `date`.
    public init(id: String, date: Day, expires: Day? = nil) {
        self.id = id
        self.date = date
        self.expires = expires
    }

    /// Reads `ID` and `DATE` or `DATE/LASTDAY`.
    ///
    /// - Throws: ``OfficeError`` of code `badInput`.
    public init(id: String, period: String) throws(OfficeError) {
        let place = "approval \(id)"
        let days = period.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let date = try Day(days[0], at: place)
        let expires = days.count == 2 ? try Day(days[1], at: place) : nil
        guard days.count <= 2, expires?.isBefore(date) != true else {
            throw OfficeError(
                .badInput,
                at: place,
                "this is not a day, or a first and a last day",
                remedy: "write it like 2026-09-01, or 2026-09-01/2027-08-31 where it ends"
            )
        }
        self.init(id: id, date: date, expires: expires)
    }

    /// `2026-09-01`, or `2026-09-01/2027-08-31` where it ends.
    public var period: String {
        date.description + (expires.map { "/\($0)" } ?? "")
    }

    /// Whether it holds on `day`.
    func holds(on day: Day) -> Bool {
        !day.isBefore(date) && !isExpired(on: day)
    }

    func isExpired(on day: Day) -> Bool {
        expires?.isBefore(day) ?? false
    }

    /// `ethics-committee 2026-09-01`, as it stands in events.
    var line: String { "\(id) \(period)" }

    init?(line: String) {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let read = try? GrantedApproval(id: parts[0], period: parts[1])
        else { return nil }
        self = read
    }

    init?(_ row: SiteApprovalRow) {
        guard let read = try? GrantedApproval(id: row.name, period: row.period) else {
            return nil
        }
        self = read
    }

    func row(site: String) -> SiteApprovalRow {
        SiteApprovalRow(site: site, name: id, period: period)
    }
}

extension CountryFramework {
    /// The rules that an activation, or the approval of an amendment, has to fulfill.
    func rules(forAmendment isAmendment: Bool) -> [ApprovalRule] {
        isAmendment ? approvals.filter(\.isForAmendments) : approvals
    }

    /// Refuses unless each of `rules` is granted on `asOf`, in the order that they need.
    func require(
        _ rules: [ApprovalRule],
        _ granted: [GrantedApproval],
        on asOf: Day
    ) throws(OfficeError) {
        try requireKnown(granted)
        for approval in granted where asOf.isBefore(approval.date) {
            throw OfficeError(
                .refused,
                at: approval.id,
                "this approval is granted only on \(approval.date)",
                remedy: "do this on that day or later"
            )
        }
        let known = Set(rules.map(\.id))
        if let other = granted.first(where: { !known.contains($0.id) }) {
            throw OfficeError(
                .badInput,
                at: other.id,
                "this approval is not asked for here",
                remedy: "asked for are \(rules.map(\.id).joined(separator: ", "))"
            )
        }
        let holding = Dictionary(
            granted.filter { !$0.isExpired(on: asOf) }.map { ($0.id, $0.date) },
            uniquingKeysWith: { first, _ in first }
        )
        let missing = rules.filter { holding[$0.id] == nil }
        guard missing.isEmpty else {
            let list = missing.map { rule in
                let isExpired = granted.contains { $0.id == rule.id }
                return "\(rule.id) (\(rule.name), \(rule.authority)\(isExpired ? ", expired" : ""))"
            }
            throw OfficeError(
                .refused,
                at: name,
                "missing: \(list.joined(separator: "; "))",
                remedy: "add each with --approval ID=DATE once it is granted"
            )
        }
        for rule in rules {
            for need in rule.needs {
                guard let date = holding[rule.id], let earlier = holding[need],
                    date.isBefore(earlier)
                else { continue }
                throw OfficeError(
                    .refused,
                    at: rule.id,
                    "it needs `\(need)` first, but that is dated \(earlier)",
                    remedy: "check both dates"
                )
            }
        }
    }

    /// Refuses an approval that the country does not ask for, or one that is given twice.
    func requireKnown(_ granted: [GrantedApproval]) throws(OfficeError) {
        var seen: Set<String> = []
        let known = approvals.map(\.id)
        for approval in granted {
            guard known.contains(approval.id) else {
                throw OfficeError(
                    .badInput,
                    at: approval.id,
                    "\(name) asks for no such approval",
                    remedy: "it asks for \(known.joined(separator: ", "))"
                )
            }
            guard seen.insert(approval.id).inserted else {
                throw OfficeError(
                    .badInput,
                    at: approval.id,
                    "this approval is given twice",
                    remedy: "give each approval once"
                )
            }
        }
    }
}
