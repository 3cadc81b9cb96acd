extension Phrase: Codable {
    /// Says a phrase in the language of a document that is being written.
    public typealias Speaker = @Sendable (Phrase) -> String

    /// Where an encoder finds a ``Speaker``; without one a phrase is written in English.
    public static let speaker = CodingUserInfoKey(rawValue: "org.milenari.speaker")

    /// Writes the text; its pieces are not kept.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let speaker = Self.speaker.flatMap { encoder.userInfo[$0] as? Speaker }
        try container.encode(speaker?(self) ?? text)
    }

    /// Reads a text, which stays as it is in every language.
    public init(from decoder: any Decoder) throws {
        self = .verbatim(try decoder.singleValueContainer().decode(String.self))
    }
}
