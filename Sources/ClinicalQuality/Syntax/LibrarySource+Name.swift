extension LibrarySource {
    /// The name after `library`, told from the beginning of the text without parsing it; nil where
    /// that does not tell.
    var plainName: String? {
        var rest = text.utf8[...]
        while true {
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
            if rest.starts(with: "//".utf8) {
                rest = rest.drop { $0 != 0x0A && $0 != 0x0D }
            } else if rest.starts(with: "/*".utf8) {
                rest = rest.dropFirst(2)
                while !rest.isEmpty, !rest.starts(with: "*/".utf8) { rest = rest.dropFirst() }
                rest = rest.dropFirst(2)
            } else {
                break
            }
        }
        guard rest.starts(with: "library ".utf8) else { return nil }
        rest = rest.dropFirst(8)
        let name = rest.prefix { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        // A qualified name, or one in quotes, is left to the parser.
        guard let next = rest.dropFirst(name.count).first, !name.isEmpty,
            next == 0x20 || next == 0x0A || next == 0x0D
        else { return nil }
        return String(name)
    }
}
