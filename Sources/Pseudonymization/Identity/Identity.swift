/// Who a candidate is: everything that leads to the person, and nothing clinical.
///
/// It lives in memory and, sealed, in the identity vault of one site. It is never printed; its
/// coding is for the vault's sealed payload only.
public struct Identity: Hashable, Sendable, Codable, Redacted {
    /// The names, in any script, as given.
    public var names: [HumanName]
    /// The birth date, as precisely as it is known.
    public var birthDate: BirthDate?
    /// The administrative sex.
    public var sex: Sex?
    /// The numbers under which hospitals and authorities know the person.
    public var recordNumbers: [RecordNumber]
    /// The addresses.
    public var addresses: [PostalAddress]
    /// Telephone numbers, e-mail addresses and the like.
    public var telecoms: [ContactPoint]
    /// Parents, guardians and other persons to turn to.
    public var contacts: [ContactPerson]
    /// The photographs.
    public var photos: [Photo]
    /// Free text about the person, such as a document's narrative.
    public var narratives: [String]

    /// Takes an identity; what is not given is empty.
    public init(
        names: [HumanName] = [],
        birthDate: BirthDate? = nil,
        sex: Sex? = nil,
        recordNumbers: [RecordNumber] = [],
        addresses: [PostalAddress] = [],
        telecoms: [ContactPoint] = [],
        contacts: [ContactPerson] = [],
        photos: [Photo] = [],
        narratives: [String] = []
    ) {
        self.names = names
        self.birthDate = birthDate
        self.sex = sex
        self.recordNumbers = recordNumbers
        self.addresses = addresses
        self.telecoms = telecoms
        self.contacts = contacts
        self.photos = photos
        self.narratives = narratives
    }
}
