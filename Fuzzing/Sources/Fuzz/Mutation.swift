/// Changes a text a little, so that it is nearly right: most of a text that is all noise ends at
/// the first byte.
enum Mutation {
    static func apply(_ text: String, words: [String], _ dice: inout Dice) -> String {
        var bytes = Array(text.utf8)
        for _ in 0...dice.below(4) { change(&bytes, words, &dice) }
        return String(decoding: bytes.prefix(20_000), as: UTF8.self)
    }

    private static func change(_ bytes: inout [UInt8], _ words: [String], _ dice: inout Dice) {
        let place = dice.below(bytes.count + 1)
        let end = min(bytes.count, place + dice.below(20))
        switch dice.below(7) {
        case 0: bytes.insert(UInt8(dice.below(256)), at: place)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: dice.below(bytes.count + 1))
        case 3: bytes.replaceSubrange(place..<end, with: Array(dice.one(of: words).utf8))
        case 4: bytes.insert(contentsOf: Array(" \(dice.one(of: words)) ".utf8), at: place)
        case 5:
            let part = Array(bytes[place..<end])
            for _ in 0..<dice.below(50) { bytes.insert(contentsOf: part, at: place) }
        default:
            if place < bytes.count { bytes[place] ^= UInt8(1 << dice.below(8)) }
        }
    }
}
