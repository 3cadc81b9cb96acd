/// A parent, a guardian or another person to turn to.
public struct ContactPerson: Hashable, Sendable, Codable, Redacted {
    /// What the person is to the candidate, for example `MTH`.
    public var relationship: String?
    /// The person's names.
    public var names: [HumanName]
    /// The person's telephone numbers, e-mail addresses and the like.
    public var telecoms: [ContactPoint]
    /// The person's addresses.
    public var addresses: [PostalAddress]
    /// The person's administrative sex.
    public var sex: Sex?
    /// The organization for which the person stands.
    public var organization: String?

    /// Takes a person; what is not given is empty.
    public init(
        relationship: String? = nil,
        names: [HumanName] = [],
        telecoms: [ContactPoint] = [],
        addresses: [PostalAddress] = [],
        sex: Sex? = nil,
        organization: String? = nil
    ) {
        self.relationship = relationship
        self.names = names
        self.telecoms = telecoms
        self.addresses = addresses
        self.sex = sex
        self.organization = organization
    }
}
