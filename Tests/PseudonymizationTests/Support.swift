import Cryptography
import Pseudonymization

/// Identities and tokens for tests; all synthetic.
enum Support {
    static func key(_ byte: UInt8 = 7) throws -> LinkageKey {
        try LinkageKey(secret: SecretBytes(copying: [UInt8](repeating: byte, count: 32)))
    }

    static func identity(
        _ given: String,
        _ family: String,
        _ birthDate: String? = "2015-03-22",
        _ sex: Sex? = nil,
        numbers: [RecordNumber] = []
    ) throws -> Identity {
        Identity(
            names: [HumanName(family: family, given: given.isEmpty ? [] : [given])],
            birthDate: try birthDate.map { try BirthDate($0) },
            sex: sex,
            recordNumbers: numbers
        )
    }

    static func decision(_ left: Identity, _ right: Identity) throws -> LinkageDecision {
        let key = try key()
        return LinkageDecision.between(
            try LinkageTokens(left, key: key),
            try LinkageTokens(right, key: key)
        )
    }
}
