/// An arm of the trial, known by its code.
public struct Arm: Hashable, Sendable {
    /// The code, for example `POC`: 1 to 64 printable ASCII characters without separators.
    public let code: String

    /// Takes an arm by its code.
    ///
    /// - Parameter code: The code.
    /// - Throws: `RandomizationError.invalidName`.
    public init(_ code: String) throws(RandomizationError) {
        try SchemeName.check(code, .arm)
        self.code = code
    }
}

extension Arm: Codable {
    /// Reads the code, through the same check as `init(_:)`.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the code.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
