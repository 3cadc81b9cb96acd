import Randomization

/// A comparison of schemes as a picture: how far a scheme goes out of balance against how well its
/// next arm can be guessed.
///
/// Both are better when less, so better schemes are nearer to the lower left.
public struct SchemeComparisonPicture: Sendable {
    private let comparison: SchemeComparison
    private static let area = (x: 80, y: 50, width: 520, height: 320)
    private static let axes: (x: Characteristic, y: Characteristic) = (
        .maximalImbalance, .guessConvergence
    )

    /// The comparison to draw.
    public init(_ comparison: SchemeComparison) {
        self.comparison = comparison
    }

    /// The picture as an SVG file.
    public var svg: String {
        var picture = SVG()
        let title = "Imbalance against predictability"
        picture.text(title, Self.area.x, 28, size: 16, isBold: true)
        frame(&picture)
        let (across, up) = (scale(Self.axes.x), scale(Self.axes.y))
        for step in 0...4 {
            let x = Self.area.x + Self.area.width * step / 4
            let y = Self.area.y + Self.area.height - Self.area.height * step / 4
            picture.text(across.text(step), x - 14, Self.area.y + Self.area.height + 18, size: 11)
            picture.text(up.text(step), Self.area.x - 52, y + 4, size: 11)
        }
        var y = Self.area.y + Self.area.height + 68
        for (number, entry) in comparison.entries.enumerated() {
            mark(number, across, up, &picture)
            picture.text("\(SchemeComparisonText.name(number))  \(entry.method)", Self.area.x, y)
            y += 18
        }
        return picture.document(width: 680, height: y + 10, title: title)
    }

    private func frame(_ picture: inout SVG) {
        picture.rectangle(
            Self.area.x,
            Self.area.y,
            width: Self.area.width,
            height: Self.area.height,
            fill: "#fafafa",
            stroke: "#888888"
        )
        picture.text(
            Self.axes.x.label,
            Self.area.x + Self.area.width / 2 - 80,
            Self.area.y + Self.area.height + 38
        )
        picture.text(Self.axes.y.label, Self.area.x, Self.area.y - 6)
    }

    private func mark(_ number: Int, _ across: Axis, _ up: Axis, _ picture: inout SVG) {
        guard let right = comparison.estimate(number, Self.axes.x)?.value,
            let high = comparison.estimate(number, Self.axes.y)?.value
        else { return }
        let x = Self.area.x + across.place(right, Self.area.width)
        let y = Self.area.y + Self.area.height - up.place(high, Self.area.height)
        let name = SchemeComparisonText.name(number)
        picture.rectangle(
            x - 4,
            y - 4,
            width: 8,
            height: 8,
            fill: "#2a6fbb",
            title: "\(name): \(across.text(right)), \(up.text(high))"
        )
        picture.text(name, x + 7, y - 5, size: 11, isBold: true)
    }

    /// The range of an axis.
    private struct Axis {
        let low: Double
        let high: Double

        func place(_ value: Double, _ length: Int) -> Int {
            Int(((value - low) / (high - low) * Double(length)).rounded())
        }

        func text(_ step: Int) -> String { text(low + (high - low) * Double(step) / 4) }

        func text(_ value: Double) -> String { FixedNumber.text(value, decimals: 3) }
    }

    /// A range in which all values lie, with some room.
    private func scale(_ characteristic: Characteristic) -> Axis {
        let values = comparison.entries.indices.compactMap {
            comparison.estimate($0, characteristic)?.value
        }
        let (least, most) = (values.min() ?? 0, values.max() ?? 1)
        let room = max((most - least) * 0.1, 0.01)
        return Axis(low: max(least - room, 0), high: most + room)
    }
}
