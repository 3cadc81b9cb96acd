public import TrialOffice

/// The flow of candidates as a picture: the way to allocation on the left, who leaves it on the
/// right, and a table by site below.
public struct ConsortPicture: Sendable {
    private let flow: ConsortFlow

    private static let margin = 20
    private static let gap = 28
    private static let line = 16
    private static let indent = 16
    /// The boxes on the way, and those beside it: left edge, width, and letters that fit in a line.
    private static let columns = [
        (x: 20, width: 270, letters: 38), (x: 340, width: 560, letters: 82),
    ]

    /// The flow `flow`.
    public init(_ flow: ConsortFlow) {
        self.flow = flow
    }

    /// The picture as an SVG file.
    public var svg: String {
        var picture = SVG()
        var y = Self.margin + 16
        let title = ConsortText.title(flow)
        picture.text(title, Self.margin, y, size: 16, isBold: true)
        y += 20
        var previous: (x: Int, y: Int)?
        for step in ConsortStep.steps(of: flow.total) {
            let column = Self.columns[step.isAside ? 1 : 0]
            let rows = Self.rows(step, column.letters)
            let height = rows.count * Self.line + 14
            picture.rectangle(
                column.x,
                y,
                width: column.width,
                height: height,
                fill: step.isAside ? "#ffffff" : "#eef3fa",
                stroke: "#666666"
            )
            for (number, row) in rows.enumerated() {
                let base = y + 18 + number * Self.line
                let x = column.x + 8 + row.level * Self.indent
                picture.text(row.text, x, base, isBold: row.isBold)
            }
            if let previous {
                let middle = (column.x, y + height / 2)
                draw(from: previous, to: middle, step.isAside, y, in: &picture)
            }
            if !step.isAside { previous = (column.x + column.width / 4, y + height) }
            y += height + Self.gap
        }
        y = table(from: y, in: &picture)
        let right = Self.columns[1].x + Self.columns[1].width + Self.margin
        return picture.document(width: right, height: y + Self.margin, title: title)
    }

    /// A line down the way, and a turn to the right for those who leave it.
    private func draw(
        from: (x: Int, y: Int),
        to: (x: Int, y: Int),
        _ isAside: Bool,
        _ top: Int,
        in picture: inout SVG
    ) {
        if isAside {
            picture.arrow(from: (from.x, to.y), to: to)
        } else {
            picture.line(from: from, to: (from.x, top))
        }
    }

    private struct Row {
        let text: String
        var level = 0
        var isBold = false
    }

    private static func rows(_ step: ConsortStep, _ letters: Int) -> [Row] {
        // Bold letters are wider.
        lines(step.text, letters - 4).map { Row(text: $0, isBold: true) }
            + step.details.flatMap { detail in
                lines(detail.text, letters - 4 * detail.level)
                    .map { Row(text: $0, level: detail.level) }
            }
    }

    private static func lines(_ text: String, _ letters: Int) -> [String] {
        text.wrapped(to: letters, indent: "").split(separator: "\n").map(String.init)
    }

    /// Draws the numbers by site; returns where the table ends.
    private func table(from top: Int, in picture: inout SVG) -> Int {
        var y = top
        func row(_ name: String, _ cells: [String], isBold: Bool) {
            picture.text(name, Self.margin, y, isBold: isBold)
            for (number, cell) in cells.enumerated() {
                picture.text(cell, Self.margin + 120 + number * 110, y, isBold: isBold)
            }
            y += Self.line + 2
        }
        row("Site", ConsortStep.columns, isBold: true)
        for numbers in flow.sites + [flow.total] {
            let name = numbers.site ?? "all"
            row(name, ConsortStep.cells(of: numbers).map(String.init), isBold: false)
            for arm in numbers.arms where numbers.site != nil {
                row("  \(arm.name)", ["", "", "", "", "", String(arm.count)], isBold: false)
            }
        }
        return y
    }
}
