public import TrialOffice

/// How far sites are, as a picture: a band for each site, a box for each approval, and an arrow
/// from what has to come first.
public struct ReadinessPicture: Sendable {
    private let sites: [SiteReadiness]
    private let asOf: String

    private static let box = (width: 230, height: 40)
    private static let gap = (x: 50, y: 12)
    private static let margin = 20

    /// The result `sites` for the day `asOf`, ISO 8601.
    public init(_ sites: [SiteReadiness], asOf: String) {
        self.sites = sites
        self.asOf = asOf
    }

    /// The picture as an SVG file.
    public var svg: String {
        var picture = SVG()
        var y = Self.margin + 20
        picture.text("Readiness of sites on \(asOf)", Self.margin, y, size: 16, isBold: true)
        let widest = sites.map { columns(of: $0).count }.max() ?? 1
        for site in sites {
            y += 30
            let state = site.state?.rawValue ?? "candidate"
            picture.text(
                "\(site.site) \(site.name): \(state)",
                Self.margin,
                y,
                size: 13,
                isBold: true
            )
            y = draw(site, from: y + 12, in: &picture)
        }
        y += 30
        legend(y, in: &picture)
        let width = 2 * Self.margin + widest * (Self.box.width + Self.gap.x)
        return picture.document(width: max(width, 640), height: y + 30, title: "Readiness of sites")
    }

    /// The approvals by how many have to come before them.
    private func columns(of site: SiteReadiness) -> [[ApprovalStatus]] {
        var columns: [[ApprovalStatus]] = []
        var placed: Set<String> = []
        var waiting = site.approvals
        while !waiting.isEmpty {
            let next = waiting.filter { $0.needs.allSatisfy(placed.contains) }
            // A circle among the needs would never be placed.
            let column = next.isEmpty ? waiting : next
            columns.append(column)
            placed.formUnion(column.map(\.id))
            waiting.removeAll { placed.contains($0.id) }
        }
        return columns
    }

    /// Draws the boxes of `site` below `top`; returns where they end.
    private func draw(_ site: SiteReadiness, from top: Int, in picture: inout SVG) -> Int {
        var places: [String: (x: Int, y: Int)] = [:]
        var bottom = top
        for (column, approvals) in columns(of: site).enumerated() {
            for (row, approval) in approvals.enumerated() {
                let x = Self.margin + column * (Self.box.width + Self.gap.x)
                let y = top + row * (Self.box.height + Self.gap.y)
                places[approval.id] = (x, y)
                bottom = max(bottom, y + Self.box.height)
                draw(approval, x, y, in: &picture)
            }
        }
        for approval in site.approvals {
            for need in approval.needs {
                guard let from = places[need], let to = places[approval.id] else { continue }
                let half = Self.box.height / 2
                picture.arrow(
                    from: (from.x + Self.box.width, from.y + half),
                    to: (to.x, to.y + half)
                )
            }
        }
        return bottom
    }

    private func draw(_ approval: ApprovalStatus, _ x: Int, _ y: Int, in picture: inout SVG) {
        picture.rectangle(
            x,
            y,
            width: Self.box.width,
            height: Self.box.height,
            fill: Self.color(approval.state),
            stroke: "#666666",
            title: "\(approval.name) (\(approval.authority)); \(approval.source)"
        )
        let mark = approval.isVerified ? "" : " (unverified)"
        picture.text(approval.id + mark, x + 8, y + 17, isBold: true)
        picture.text(approval.period ?? approval.state.rawValue, x + 8, y + 33, size: 11)
    }

    private func legend(_ y: Int, in picture: inout SVG) {
        let states: [ApprovalStatus.State] = [.granted, .missing, .blocked, .expired]
        for (number, state) in states.enumerated() {
            let x = Self.margin + number * 120
            picture.rectangle(
                x,
                y - 11,
                width: 14,
                height: 14,
                fill: Self.color(state),
                stroke: "#666666"
            )
            picture.text(state.rawValue, x + 20, y, size: 11)
        }
    }

    private static func color(_ state: ApprovalStatus.State) -> String {
        switch state {
        case .granted: "#cfe8cf"
        case .missing: "#fff3c4"
        case .blocked: "#e6e6e6"
        case .expired: "#f4c7c3"
        }
    }
}
