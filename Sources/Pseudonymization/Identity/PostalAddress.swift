/// An address as a document gives it, with the parts of FHIR's Address.
public struct PostalAddress: Hashable, Sendable, Codable, Redacted {
    /// What the address is used for, for example `home`.
    public var use: String?
    /// The whole address as one text.
    public var text: String?
    /// Street, number, building.
    public var lines: [String]
    /// The city.
    public var city: String?
    /// The district.
    public var district: String?
    /// The region.
    public var state: String?
    /// The postal code.
    public var postalCode: String?
    /// The country.
    public var country: String?

    /// Takes an address; what is not given is empty.
    public init(
        use: String? = nil,
        text: String? = nil,
        lines: [String] = [],
        city: String? = nil,
        district: String? = nil,
        state: String? = nil,
        postalCode: String? = nil,
        country: String? = nil
    ) {
        self.use = use
        self.text = text
        self.lines = lines
        self.city = city
        self.district = district
        self.state = state
        self.postalCode = postalCode
        self.country = country
    }
}
