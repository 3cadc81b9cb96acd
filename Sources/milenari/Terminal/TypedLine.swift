/// A line as it is typed, byte by byte, with the keys that correct or end it.
struct TypedLine {
    /// What was typed.
    private(set) var bytes: [UInt8] = []
    /// Whether more can be typed.
    private(set) var isOpen = true
    /// Whether Ctrl-C or Ctrl-\ was typed.
    private(set) var isInterrupted = false

    mutating func type(_ byte: UInt8) {
        switch byte {
        case 0x0A, 0x0D, 0x04: isOpen = false  // line end, Ctrl-D
        case 0x03, 0x1C:
            isInterrupted = true
            isOpen = false
            bytes = []
        case 0x08, 0x7F: deleteCharacter()
        case 0x15: bytes = []  // Ctrl-U
        default: bytes.append(byte)
        }
    }

    /// Takes back one character, which in UTF-8 can have several bytes.
    private mutating func deleteCharacter() {
        while let last = bytes.popLast(), last & 0b1100_0000 == 0b1000_0000 {}
    }
}
