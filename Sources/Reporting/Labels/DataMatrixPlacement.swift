/// Which bit of which code word stands in which module of a square data region (ISO/IEC 16022,
/// annex F).
struct DataMatrixPlacement {
    /// The number of a code word from 0, and of a bit from 0, the highest first.
    private struct Place {
        let word: Int
        let bit: Int
    }

    private let side: Int
    private var places: [Place?]
    private var word = 0

    /// The eight modules of a code word, relative to its last one.
    private static let shape = [
        (-2, -2), (-2, -1), (-1, -2), (-1, -1), (-1, 0), (0, -2), (0, -1), (0, 0),
    ]

    /// Places the code words in a region of so many modules on a side.
    init(side: Int) {
        self.side = side
        places = [Place?](repeating: nil, count: side * side)
        var row = 4
        var column = 0
        while row < side || column < side {
            placeCorner(row, column)
            while row >= 0, column < side {
                if row < side, column >= 0 { placeShape(row, column) }
                row -= 2
                column += 2
            }
            row += 1
            column += 3
            while row < side, column >= 0 {
                if row >= 0, column < side { placeShape(row, column) }
                row += 2
                column -= 2
            }
            row += 3
            column += 1
        }
    }

    /// Whether a module is dark.
    ///
    /// The last corner, where no code word stands, has a fixed pattern.
    func isDark(row: Int, column: Int, words: [UInt8]) -> Bool {
        guard let place = places[row * side + column] else {
            return row == column
        }
        return words[place.word] >> UInt8(7 - place.bit) & 1 == 1
    }

    private mutating func placeShape(_ row: Int, _ column: Int) {
        guard places[row * side + column] == nil else { return }
        place(Self.shape.map { (row + $0, column + $1) })
    }

    /// The four words that are bent around a corner.
    private mutating func placeCorner(_ row: Int, _ column: Int) {
        let end = side
        if row == end, column == 0 {
            place([
                (end - 1, 0), (end - 1, 1), (end - 1, 2), (0, end - 2), (0, end - 1), (1, end - 1),
                (2, end - 1), (3, end - 1),
            ])
        }
        if row == end - 2, column == 0, end % 4 != 0 {
            place([
                (end - 3, 0), (end - 2, 0), (end - 1, 0), (0, end - 4), (0, end - 3), (0, end - 2),
                (0, end - 1), (1, end - 1),
            ])
        }
        if row == end - 2, column == 0, end % 8 == 4 {
            place([
                (end - 3, 0), (end - 2, 0), (end - 1, 0), (0, end - 2), (0, end - 1), (1, end - 1),
                (2, end - 1), (3, end - 1),
            ])
        }
        if row == end + 4, column == 2, end % 8 == 0 {
            place([
                (end - 1, 0), (end - 1, end - 1), (0, end - 3), (0, end - 2), (0, end - 1),
                (1, end - 3), (1, end - 2), (1, end - 1),
            ])
        }
    }

    /// Places one word; what lies outside goes on at the opposite side.
    private mutating func place(_ modules: [(row: Int, column: Int)]) {
        let shift = 4 - (side + 4) % 8
        for (bit, module) in modules.enumerated() {
            var (row, column) = module
            if row < 0 {
                row += side
                column += shift
            }
            if column < 0 {
                column += side
                row += shift
            }
            places[row * side + column] = Place(word: word, bit: bit)
        }
        word += 1
    }
}
