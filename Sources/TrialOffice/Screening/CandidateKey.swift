import Cryptography

/// A candidate's own key.
///
/// Destroying its sealed form erases the candidate's data for good.
struct CandidateKey: ~Copyable {
    let key: DataKey
    private let screening: String

    private init(key: consuming DataKey, screening: String) {
        self.key = key
        self.screening = screening
    }

    static func random(screening: String) throws -> CandidateKey {
        let identifier = try KeyIdentifier(name: KeyName.candidate(screening), version: 1)
        return CandidateKey(key: try DataKey.random(identifier: identifier), screening: screening)
    }

    /// The key, sealed under the site's key for records.
    func sealed(
        with records: borrowing DataKey,
        origin: String,
        site: String
    ) throws -> [UInt8] {
        let context = Self.context(origin, site, screening)
        return try key.withSecret { secret in try records.sealSecret(secret, in: context) }
    }

    static func open(
        _ sealed: [UInt8],
        screening: String,
        with records: borrowing DataKey,
        origin: String,
        site: String
    ) throws -> CandidateKey {
        let secret = try records.openSecret(sealed, in: context(origin, site, screening))
        let identifier = try KeyIdentifier(name: KeyName.candidate(screening), version: 1)
        return CandidateKey(
            key: try DataKey(identifier: identifier, secret: secret),
            screening: screening
        )
    }

    private static func context(
        _ origin: String,
        _ site: String,
        _ screening: String
    ) -> SealingContext {
        SealingContext(trial: origin, table: "keys/\(site)", column: "sealed", row: screening)
    }
}
