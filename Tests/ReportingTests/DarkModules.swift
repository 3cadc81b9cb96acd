import Testing

/// The dark modules of the symbol on a label, read from the path in its SVG.
struct DarkModules {
    private var modules: Set<[Int]> = []

    /// Reads `M x y h width v height h -width z …`, in tenths of a millimeter.
    init(svg: String) throws {
        let path = try #require(
            svg.split(separator: "\n").first { $0.contains("crispEdges") }
        )
        let data = path.split(separator: "\"")[1]
        var runs: [(x: Int, y: Int, width: Int)] = []
        for run in data.split(separator: "M") {
            let numbers = run.split(separator: " ").compactMap { Int($0) }
            try #require(numbers.count == 5 && numbers[3] == 10 && numbers[4] == -numbers[2])
            runs.append((numbers[0], numbers[1], numbers[2]))
        }
        let left = runs.map(\.x).min() ?? 0
        let top = runs.map(\.y).min() ?? 0
        for run in runs {
            for step in 0..<run.width / 10 {
                modules.insert([(run.y - top) / 10, (run.x - left) / 10 + step])
            }
        }
    }

    func contains(_ row: Int, _ column: Int) -> Bool {
        modules.contains([row, column])
    }
}
