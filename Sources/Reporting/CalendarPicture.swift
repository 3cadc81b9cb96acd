import ClinicalQuality
public import Eligibility

/// A calendar as a picture: one bar for each criterion over time, and the windows above them.
public struct CalendarPicture: Sendable {
    private let calendar: EligibilityCalendar

    private static let left = 290
    private static let row = 16
    private static let day = 8
    private static let top = 70

    /// The result `calendar`.
    public init(_ calendar: EligibilityCalendar) {
        self.calendar = calendar
    }

    /// The picture as an SVG file.
    public var svg: String {
        var picture = SVG()
        let days = calendar.criteria.first?.spans.reduce(0) { $0 + $1.days } ?? 0
        picture.text(
            "Eligibility, \(calendar.from) to \(calendar.to)",
            20,
            28,
            size: 16,
            isBold: true
        )
        picture.text(calendar.from, Self.left, Self.top - 24, size: 10, fill: "#555555")
        let end = Self.left + days * Self.day
        picture.text(
            calendar.to,
            max(end - 56, Self.left + 70),
            Self.top - 24,
            size: 10,
            fill: "#555555"
        )
        picture.text("eligible", 20, Self.top - 3, isBold: true)
        for (windows, color) in [
            (calendar.windowsWithRepeats, "#d3ead3"), (calendar.windows, Self.color(.allows)),
        ] {
            for window in windows {
                let title = "eligible from \(window.from) to \(window.to)"
                bar(window.start, window.days, Self.top - 13, color, title, in: &picture)
            }
        }
        for (number, criterion) in calendar.criteria.enumerated() {
            let y = Self.top + 8 + number * Self.row
            picture.text("\(criterion.id) \(criterion.title)", 20, y + 10, size: 11)
            var start = 0
            for span in criterion.spans {
                let title = "\(span.from) to \(span.to): \(span.effect.rawValue)"
                bar(start, span.days, y, Self.color(span.effect), title, in: &picture)
                start += span.days
            }
        }
        let bottom = Self.top + 8 + calendar.criteria.count * Self.row + 24
        legend(bottom, in: &picture)
        return picture.document(
            width: max(end, 640) + 20,
            height: bottom + 16,
            title: "Eligibility over time"
        )
    }

    private func bar(
        _ start: Int,
        _ length: Int,
        _ y: Int,
        _ color: String,
        _ title: String,
        in picture: inout SVG
    ) {
        picture.rectangle(
            Self.left + start * Self.day,
            y,
            width: length * Self.day,
            height: 12,
            fill: color,
            title: title
        )
    }

    private func legend(_ y: Int, in picture: inout SVG) {
        let effects: [(CriterionEffect, String)] = [
            (.allows, "allows"), (.open, "open"), (.excludes, "stands in the way"),
        ]
        for (number, (effect, name)) in effects.enumerated() {
            let x = 20 + number * 110
            picture.rectangle(x, y - 11, width: 14, height: 14, fill: Self.color(effect))
            picture.text(name, x + 20, y, size: 11)
        }
    }

    private static func color(_ effect: CriterionEffect) -> String {
        switch effect {
        case .allows: "#8fc98f"
        case .open: "#f2d16b"
        case .excludes: "#e08a80"
        }
    }
}
