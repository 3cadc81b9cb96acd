/// A telephone number, an e-mail address or the like.
public struct ContactPoint: Hashable, Sendable, Codable, Redacted {
    /// The kind, for example `phone`.
    public var system: String?
    /// What it is used for, for example `home`.
    public var use: String?
    /// The number or address.
    public var value: String

    /// Takes a contact point.
    public init(system: String? = nil, use: String? = nil, value: String) {
        self.system = system
        self.use = use
        self.value = value
    }
}
