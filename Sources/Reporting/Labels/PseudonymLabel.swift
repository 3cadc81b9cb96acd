public import Pseudonymization

/// The label for a subject's tubes and forms: the pseudonym, large and as a Data Matrix symbol that
/// holds the same characters.
///
/// Nothing else is on it, so nothing on it tells who the child is.
public struct PseudonymLabel: Sendable {
    // Everything is measured in tenths of a millimeter.
    private static let width = 500
    private static let height = 250
    private static let module = 10
    private static let columns = 4
    private static let rows = 11
    private static let page = (width: 2100, height: 2970)

    private let pseudonym: Pseudonym

    /// The label of `pseudonym`.
    public init(_ pseudonym: Pseudonym) {
        self.pseudonym = pseudonym
    }

    /// One label of 50 × 25 mm as an SVG file.
    public var svg: String {
        document(Self.width, Self.height, [label])
    }

    /// A sheet of A4 with 44 such labels and lines to cut along, as an SVG file.
    public var sheet: String {
        let left = (Self.page.width - Self.columns * Self.width) / 2
        let top = (Self.page.height - Self.rows * Self.height) / 2
        var lines: [String] = []
        for column in 0...Self.columns {
            lines.append("M \(left + column * Self.width) \(top) v \(Self.rows * Self.height)")
        }
        for row in 0...Self.rows {
            lines.append("M \(left) \(top + row * Self.height) h \(Self.columns * Self.width)")
        }
        var parts = ["<defs><g id=\"label\">", label, "</g></defs>"]
        parts.append(
            "<path d=\"\(lines.joined(separator: " "))\" stroke=\"#bbbbbb\" fill=\"none\"/>"
        )
        for row in 0..<Self.rows {
            for column in 0..<Self.columns {
                let (x, y) = (left + column * Self.width, top + row * Self.height)
                parts.append("<use href=\"#label\" x=\"\(x)\" y=\"\(y)\"/>")
            }
        }
        return document(Self.page.width, Self.page.height, parts)
    }

    /// Symbol and text of one label, whose upper left corner is at 0, 0.
    private var label: String {
        var parts: [String] = []
        var textStart = 30
        if let symbol = DataMatrix(pseudonym.text) {
            let side = symbol.modules * Self.module
            // The standard asks for one light module around; a curved tube is kinder with three.
            parts.append(path(symbol, x: 30, y: (Self.height - side) / 2))
            textStart += side + 30
        }
        let lines = pseudonym.text.split(separator: "-")
        for (index, line) in lines.enumerated() {
            let text = index < lines.count - 1 ? line + "-" : line
            // The width is fixed, so that the label is the same with every font.
            parts.append(
                "<text x=\"\(textStart)\" y=\"\(80 + index * 65)\" font-size=\"66\""
                    + " textLength=\"\(text.count * 42)\" lengthAdjust=\"spacingAndGlyphs\""
                    + " font-family=\"monospace\" font-weight=\"bold\">\(text)</text>"
            )
        }
        return parts.joined(separator: "\n")
    }

    /// The dark modules, those side by side as one rectangle.
    private func path(_ symbol: DataMatrix, x: Int, y: Int) -> String {
        var runs: [String] = []
        for row in 0..<symbol.modules {
            var column = 0
            while column < symbol.modules {
                let start = column
                while column < symbol.modules, symbol.isDark(row: row, column: column) {
                    column += 1
                }
                if column > start {
                    let width = (column - start) * Self.module
                    runs.append(
                        "M \(x + start * Self.module) \(y + row * Self.module)"
                            + " h \(width) v \(Self.module) h -\(width) z"
                    )
                }
                column += 1
            }
        }
        return "<path d=\"\(runs.joined(separator: " "))\" shape-rendering=\"crispEdges\"/>"
    }

    private func document(_ width: Int, _ height: Int, _ parts: [String]) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="\(width / 10)mm" height="\(height / 10)mm" \
        viewBox="0 0 \(width) \(height)" role="img">
        <title>\(pseudonym.text)</title>
        <rect width="\(width)" height="\(height)" fill="white"/>
        \(parts.joined(separator: "\n"))
        </svg>

        """
    }
}
