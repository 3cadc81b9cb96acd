import TrialDefinition

/// A JSON value that is put together, in the order in which it is written.
indirect enum JSONPart {
    case string(String)
    /// A number, `true` or `false`, as JSON writes it.
    case literal(String)
    case list([JSONPart])
    case object([(String, JSONPart)])

    /// Appends the text in UTF-8.
    func write(to bytes: inout [UInt8]) {
        switch self {
        case .string(let text): Self.write(text, &bytes)
        case .literal(let text): bytes += text.utf8
        case .list(let parts):
            bytes.append(UInt8(ascii: "["))
            for (index, part) in parts.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                part.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(member.0, &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.1.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, _ bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes += [UInt8(ascii: "\\"), byte]
            // Cells have no control characters.
            case 0..<0x20: bytes.append(0x20)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A `CodeableConcept` of FHIR with these codes.
    static func concept(_ codes: [ItemCode]) -> JSONPart {
        guard !codes.isEmpty else { return .object([]) }
        return .object([
            (
                "coding",
                .list(
                    codes.map {
                        .object([("system", .string($0.system)), ("code", .string($0.code))])
                    }
                )
            )
        ])
    }
}
