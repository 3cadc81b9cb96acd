import Cryptography

/// A candidate's own key.
///
/// Destroying its sealed form erases the candidate's data for good.
struct CandidateKey: ~Copyable {
    let key: DataKey
    private let entry: String

    private init(key: consuming DataKey, entry: String) {
        self.key = key
        self.entry = entry
    }

    static func random(entry: String) throws -> CandidateKey {
        let identifier = try KeyIdentifier(name: KeyName.candidate(entry), version: 1)
        return CandidateKey(key: try DataKey.random(identifier: identifier), entry: entry)
    }

    /// The key, sealed under the site's key for records.
    func sealed(
        with records: borrowing DataKey,
        origin: String,
        site: String
    ) throws -> [UInt8] {
        let context = Self.context(origin, site, entry)
        return try key.withSecret { secret in try records.sealSecret(secret, in: context) }
    }

    static func open(
        _ sealed: [UInt8],
        entry: String,
        with records: borrowing DataKey,
        origin: String,
        site: String
    ) throws -> CandidateKey {
        let secret = try records.openSecret(sealed, in: context(origin, site, entry))
        let identifier = try KeyIdentifier(name: KeyName.candidate(entry), version: 1)
        return CandidateKey(
            key: try DataKey(identifier: identifier, secret: secret),
            entry: entry
        )
    }

    private static func context(
        _ origin: String,
        _ site: String,
        _ entry: String
    ) -> SealingContext {
        SealingContext(trial: origin, table: "keys/\(site)", column: "sealed", row: entry)
    }
}
