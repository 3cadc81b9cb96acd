/// Other ways to read a Latin spelling, where offices write two sounds alike.
enum SpellingHabits {
    /// The spelling, and how it is read where th is spoken s and dh is spoken z: Layth is Leis.
    static func readings(latin letters: [UInt8]) -> [[UInt8]] {
        guard letters.dropFirst().contains(UInt8(ascii: "h")) else { return [letters] }
        let spoken = replaced(replaced(letters, "th", "s"), "dh", "z")
        return spoken == letters ? [letters] : [letters, spoken]
    }

    private static func replaced(_ letters: [UInt8], _ pair: String, _ single: String) -> [UInt8] {
        let pair = Array(pair.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < letters.count {
            if letters[index...].starts(with: pair) {
                result += Array(single.utf8)
                index += 2
            } else {
                result.append(letters[index])
                index += 1
            }
        }
        return result
    }
}
