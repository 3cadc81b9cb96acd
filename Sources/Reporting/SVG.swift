/// Writes a picture as SVG: shapes with fixed number formats, so that the same picture is always
/// the same bytes.
struct SVG {
    private var shapes: [String] = []

    mutating func rectangle(
        _ x: Int,
        _ y: Int,
        width: Int,
        height: Int,
        fill: String,
        stroke: String = "none",
        title: String? = nil
    ) {
        let hint = title.map { "<title>\(Self.escaped($0))</title>" } ?? ""
        shapes.append(
            "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"3\""
                + " fill=\"\(fill)\" stroke=\"\(stroke)\">\(hint)</rect>"
        )
    }

    mutating func text(
        _ text: String,
        _ x: Int,
        _ y: Int,
        size: Int = 12,
        fill: String = "#222222",
        isBold: Bool = false
    ) {
        let weight = isBold ? " font-weight=\"bold\"" : ""
        shapes.append(
            "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" fill=\"\(fill)\"\(weight)>"
                + "\(Self.escaped(text))</text>"
        )
    }

    mutating func line(from: (x: Int, y: Int), to: (x: Int, y: Int)) {
        shapes.append(
            "<path d=\"M \(from.x) \(from.y) L \(to.x) \(to.y)\" fill=\"none\""
                + " stroke=\"#888888\"/>"
        )
    }

    mutating func arrow(from: (x: Int, y: Int), to: (x: Int, y: Int)) {
        let middle = (from.x + to.x) / 2
        shapes.append(
            "<path d=\"M \(from.x) \(from.y) C \(middle) \(from.y) \(middle) \(to.y) \(to.x - 6)"
                + " \(to.y)\" fill=\"none\" stroke=\"#888888\"/>"
        )
        shapes.append(
            "<path d=\"M \(to.x) \(to.y) l -7 -4 l 0 8 z\" fill=\"#888888\"/>"
        )
    }

    /// The whole file.
    func document(width: Int, height: Int, title: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
        viewBox="0 0 \(width) \(height)" font-family="sans-serif" role="img">
        <title>\(Self.escaped(title))</title>
        <rect width="\(width)" height="\(height)" fill="white"/>
        \(shapes.joined(separator: "\n"))
        </svg>

        """
    }

    private static func escaped(_ text: String) -> String {
        text.printable.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
