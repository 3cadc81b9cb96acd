/// Reads a JSON text strictly and keeps nothing of it: what is wrong is found before it is decoded.
///
/// A JSON decoder takes one of two properties of the same name and says nothing. Which of two birth
/// dates or values is right nobody knows, so such a text is refused (RFC 8259 leaves the outcome
/// open). The reader keeps its own stack, so that no nesting can exhaust that of the process; time
/// grows with the length of the text alone.
struct StrictJSON {
    /// What is wrong, and at which byte.
    struct Flaw: Error {
        enum Kind {
            case notUTF8, syntax, repeatedName, strangeName, tooManyNames, tooDeep
        }

        let kind: Kind
        let offset: Int
    }

    /// FHIR documents are nested less than thirty deep.
    static let deepest = 100
    /// The largest FHIR resource type has less than a hundred elements.
    static let mostNames = 256

    private struct Container {
        let isObject: Bool
        let firstName: Int
    }

    let bytes: [UInt8]
    var position = 0
    /// The arrays and objects that are open, innermost last.
    private var open: [Container] = []
    /// Where the names of the open objects stand, innermost last.
    private var names: [Range<Int>] = []

    /// Finds the first flaw of `bytes`, a whole JSON text in UTF-8.
    static func check(_ bytes: [UInt8]) throws(Flaw) {
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw Flaw(kind: .notUTF8, offset: error.byteOffsets.lowerBound)
        }
        var reader = StrictJSON(bytes: bytes)
        try reader.readAll()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The next byte; 0, which JSON has nowhere, at the end.
    var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func readAll() throws(Flaw) {
        var needsValue = true
        while true {
            skipBlanks()
            if needsValue {
                needsValue = try begin()
            } else if let container = open.last {
                if take(UInt8(ascii: ",")) {
                    if container.isObject { try readName(in: container) }
                    needsValue = true
                } else if take(UInt8(ascii: container.isObject ? "}" : "]")) {
                    leave(container)
                } else {
                    throw flaw(.syntax)
                }
            } else {
                guard position == bytes.count else { throw flaw(.syntax) }
                return
            }
        }
    }

    /// Reads a value, or the beginning of an array or object; whether a value has to follow.
    private mutating func begin() throws(Flaw) -> Bool {
        let isObject = next == UInt8(ascii: "{")
        guard isObject || next == UInt8(ascii: "[") else {
            try readScalar()
            return false
        }
        guard open.count < Self.deepest else { throw flaw(.tooDeep) }
        position += 1
        let container = Container(isObject: isObject, firstName: names.count)
        open.append(container)
        skipBlanks()
        if take(UInt8(ascii: isObject ? "}" : "]")) {
            leave(container)
            return false
        }
        if isObject { try readName(in: container) }
        return true
    }

    private mutating func leave(_ container: Container) {
        open.removeLast()
        names.removeSubrange(container.firstName...)
    }

    /// Reads `"name" :`.
    ///
    /// FHIR's names are letters and digits. Others are refused, because escapes and composed
    /// characters could hide that two names are the same.
    private mutating func readName(in object: Container) throws(Flaw) {
        skipBlanks()
        let start = position
        guard take(UInt8(ascii: "\"")) else { throw flaw(.syntax) }
        while next != UInt8(ascii: "\"") {
            guard position < bytes.count else { throw flaw(.syntax) }
            guard 0x20..<0x7F ~= next, next != UInt8(ascii: "\\") else {
                throw flaw(.strangeName)
            }
            position += 1
        }
        let name = start + 1..<position
        position += 1
        guard names.count - object.firstName < Self.mostNames else { throw flaw(.tooManyNames) }
        for other in names[object.firstName...] where isSame(name, other) {
            throw Flaw(kind: .repeatedName, offset: start)
        }
        names.append(name)
        skipBlanks()
        guard take(UInt8(ascii: ":")) else { throw flaw(.syntax) }
    }

    private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for (first, second) in zip(left, right) where bytes[first] != bytes[second] {
            return false
        }
        return true
    }

    mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    func flaw(_ kind: Flaw.Kind) -> Flaw { Flaw(kind: kind, offset: position) }
}
