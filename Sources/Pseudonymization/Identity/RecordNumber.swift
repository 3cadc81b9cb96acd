/// A number under which a hospital or an authority knows the person.
public struct RecordNumber: Hashable, Sendable, Codable, Redacted {
    /// Who gives out the numbers: a URI.
    public var system: String?
    /// The number as given; it may have letters.
    public var value: String

    /// Takes a number.
    public init(system: String? = nil, value: String) {
        self.system = system
        self.value = value
    }
}
