public import TrialOffice

/// How far sites are, for the terminal: a table for each site.
public struct ReadinessText: Sendable {
    private let sites: [SiteReadiness]
    private let style: Style
    private static let width = 100

    /// The result `sites` in `style`.
    public init(_ sites: [SiteReadiness], style: Style) {
        self.sites = sites
        self.style = style
    }

    /// The whole text, with a line end.
    public var text: String {
        sites.map { ([head($0)] + body($0)).joined(separator: "\n") + "\n" }
            .joined(separator: "\n")
    }

    private func head(_ site: SiteReadiness) -> String {
        let open = site.approvals.count { $0.state != .granted }
        let state =
            switch site.state {
            case .active? where open == 0: style.good("ACTIVE")
            case .active?: style.bad("ACTIVE, BUT NOT IN ORDER")
            case .suspended?: style.open("SUSPENDED")
            case .planned? where open == 0: style.open("READY TO BE ACTIVATED")
            case .planned?: style.open("PLANNED")
            case nil: style.faint("CANDIDATE")
            }
        return "\(style.bold(site.site)) \(site.name.printable) (\(site.country))  "
            + style.bold(state)
    }

    private func body(_ site: SiteReadiness) -> [String] {
        var lines: [String] = []
        if !site.isPartner {
            lines.append("  It has agreed to nothing; this is what it would need.")
        }
        if !site.capabilities.isEmpty {
            lines.append("  has: \(site.capabilities.joined(separator: ", "))".printable)
        }
        lines += site.versions.map { "  protocol \($0.version) in force from \($0.since) on" }
        let width = site.approvals.map(\.id.count).max() ?? 0
        lines += site.approvals.flatMap { approval($0, width) }
        let rules = site.approvals.filter { !$0.isVerified }.map(\.id) + site.unverified
        if !rules.isEmpty {
            lines.append(
                style.faint(
                    "Nobody has verified: \(rules.joined(separator: "; "))".printable
                        .wrapped(to: Self.width, indent: "  ")
                )
            )
        }
        return lines
    }

    private func approval(_ approval: ApprovalStatus, _ width: Int) -> [String] {
        let (mark, word) =
            switch approval.state {
            case .granted: (style.good("✓"), "granted \(approval.period ?? "")")
            case .expired: (style.bad("✗"), "EXPIRED \(approval.period ?? "")")
            case .missing: (style.open("○"), "missing")
            case .blocked:
                (style.open("○"), "missing, needs \(approval.blockedBy.joined(separator: ", "))")
            }
        let line =
            "  \(mark) \(approval.id.padded(to: width))  \(word.padded(to: 36))"
            + (approval.isVerified ? "" : style.faint("unverified"))
        guard approval.state != .granted else { return [line] }
        let who = "\(approval.name) (\(approval.authority))".printable
        let indent = String(repeating: " ", count: 6)
        return [line, style.faint(who.wrapped(to: Self.width, indent: indent))]
    }
}
