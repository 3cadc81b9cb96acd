/// A Data Matrix symbol with error correction ECC 200 (ISO/IEC 16022), square, up to 26 × 26.
///
/// The text is encoded in ASCII mode, pairs of digits in one code word. A reader corrects up to
/// half as many damaged code words as there are for correction.
package struct DataMatrix {
    /// A square symbol: its modules on a side and its code words.
    private struct Size {
        let modules: Int
        let data: Int
        let correction: Int
    }

    /// ISO/IEC 16022, table 7, those with one data region.
    private static let sizes = [
        Size(modules: 10, data: 3, correction: 5), Size(modules: 12, data: 5, correction: 7),
        Size(modules: 14, data: 8, correction: 10), Size(modules: 16, data: 12, correction: 12),
        Size(modules: 18, data: 18, correction: 14), Size(modules: 20, data: 22, correction: 18),
        Size(modules: 22, data: 30, correction: 20), Size(modules: 24, data: 36, correction: 24),
        Size(modules: 26, data: 44, correction: 28),
    ]

    private static let pad: UInt8 = 129

    /// The number of modules on a side.
    package let modules: Int
    private let isDark: [Bool]

    /// Encodes a text in the smallest symbol that holds it; nil when it is not ASCII or too long.
    package init?(_ text: String) {
        guard let words = Self.words(of: text),
            let size = Self.sizes.first(where: { $0.data >= words.count })
        else { return nil }
        let data = Self.padded(words, to: size.data)
        let all = data + ReedSolomon.correction(for: data, count: size.correction)
        modules = size.modules
        let placement = DataMatrixPlacement(side: size.modules - 2)
        var isDark = [Bool](repeating: false, count: modules * modules)
        for row in 0..<modules {
            for column in 0..<modules {
                isDark[row * modules + column] =
                    Self.finder(row, column, modules)
                    ?? placement.isDark(row: row - 1, column: column - 1, words: all)
            }
        }
        self.isDark = isDark
    }

    /// Whether a module is dark; row and column count from the upper left corner.
    package func isDark(row: Int, column: Int) -> Bool {
        isDark[row * modules + column]
    }

    /// The border: solid on the left and below, alternating above and on the right; nil inside.
    private static func finder(_ row: Int, _ column: Int, _ modules: Int) -> Bool? {
        if column == 0 || row == modules - 1 { return true }
        if row == 0 { return column.isMultiple(of: 2) }
        if column == modules - 1 { return !row.isMultiple(of: 2) }
        return nil
    }

    /// ASCII mode: a character is its code plus one, a pair of digits its number plus 130.
    private static func words(of text: String) -> [UInt8]? {
        var words: [UInt8] = []
        var previous: UInt8?
        for character in text.utf8 {
            guard character < 128 else { return nil }
            let digit = character &- UInt8(ascii: "0")
            if digit < 10, let first = previous {
                words[words.count - 1] = 130 + first * 10 + digit
                previous = nil
            } else {
                words.append(character + 1)
                previous = digit < 10 ? digit : nil
            }
        }
        return words
    }

    /// Fills up with the pad word, from the second on scrambled by its place (annex B.1).
    private static func padded(_ words: [UInt8], to count: Int) -> [UInt8] {
        var words = words
        if words.count < count { words.append(pad) }
        while words.count < count {
            let place = words.count + 1
            let scrambled = Int(pad) + (149 * place) % 253 + 1
            words.append(UInt8(scrambled > 254 ? scrambled - 254 : scrambled))
        }
        return words
    }
}
