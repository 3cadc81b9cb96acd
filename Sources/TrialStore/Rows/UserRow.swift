import GRDB

/// A person who may work with the trial.
public struct UserRow: Sendable, Equatable {
    /// The name under which the person signs.
    public let name: String
    /// The raw value of the role.
    public let role: String
    /// The site to which the person belongs.
    public let site: String?
    /// The public X25519 key to which data keys are wrapped.
    public let agreementKey: [UInt8]
    /// The public Ed25519 key that checks the person's events.
    public let signingKey: [UInt8]
    /// The private keys, sealed under the passphrase.
    public let sealedKeys: [UInt8]

    /// Holds the columns as they are written.
    public init(
        name: String,
        role: String,
        site: String?,
        agreementKey: [UInt8],
        signingKey: [UInt8],
        sealedKeys: [UInt8]
    ) {
        self.name = name
        self.role = role
        self.site = site
        self.agreementKey = agreementKey
        self.signingKey = signingKey
        self.sealedKeys = sealedKeys
    }
}

extension UserRow: LoggedRow {
    static let table = "user"
    static let columns = [
        "name",
        "role",
        "site",
        "agreement_key",
        "signing_key",
        "sealed_keys",
    ]

    var key: String { name }
    static var keyColumn: String { "name" }

    var values: [RowValue] {
        [
            .text(name),
            .text(role),
            RowValue(site),
            .blob(agreementKey),
            .blob(signingKey),
            .blob(sealedKeys),
        ]
    }

    init(_ row: Row) throws {
        name = try row.text("name")
        role = try row.text("role")
        site = try row.decode(String?.self, forColumn: "site")
        agreementKey = try row.bytes("agreement_key")
        signingKey = try row.bytes("signing_key")
        sealedKeys = try row.bytes("sealed_keys")
    }
}
