/// The public name of a key and its version, printed as `records/BCN#1`.
///
/// The name has 1 to 128 ASCII letters, digits, `.`, `_`, `/` or `-`, so that it can stand in a
/// file name, a log line or the associated data of a sealed value without escapes.
public struct KeyIdentifier: Hashable, Sendable {
    /// What the key opens, for example `identity/BCN`.
    public let name: String

    /// The version of the key under this name; rotation counts it up, beginning with 1.
    public let version: UInt32

    /// Makes an identifier from its parts.
    ///
    /// - Parameters:
    ///   - name: 1 to 128 characters of `[A-Za-z0-9._/-]`.
    ///   - version: At least 1.
    /// - Throws: `CryptographyError.invalidKeyIdentifier` for anything else.
    public init(name: String, version: UInt32) throws(CryptographyError) {
        guard (1...128).contains(name.utf8.count), name.utf8.allSatisfy(Self.isPermitted),
            version > 0
        else { throw .invalidKeyIdentifier }
        self.name = name
        self.version = version
    }

    /// Reads the printed form, and no other.
    ///
    /// - Parameter text: For example `records/BCN#1`.
    /// - Throws: `CryptographyError.invalidKeyIdentifier` for anything else.
    public init(text: String) throws(CryptographyError) {
        let parts = text.split(separator: "#", omittingEmptySubsequences: false)
        guard parts.count == 2, let version = UInt32(parts[1]) else {
            throw .invalidKeyIdentifier
        }
        try self.init(name: String(parts[0]), version: version)
        guard Array(self.text.utf8) == Array(text.utf8) else { throw .invalidKeyIdentifier }
    }

    /// The printed form.
    public var text: String { "\(name)#\(version)" }

    private static func isPermitted(_ character: UInt8) -> Bool {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "/"), UInt8(ascii: "-"):
            true
        default:
            false
        }
    }
}

extension KeyIdentifier: Comparable {
    /// Orders by name, then by version.
    public static func < (left: KeyIdentifier, right: KeyIdentifier) -> Bool {
        (left.name, left.version) < (right.name, right.version)
    }
}

extension KeyIdentifier: CustomStringConvertible {
    /// The printed form.
    public var description: String { text }
}

extension KeyIdentifier: Codable {
    /// Reads the printed form.
    public init(from decoder: any Decoder) throws {
        try self.init(text: try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the printed form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
