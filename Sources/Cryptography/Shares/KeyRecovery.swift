/// Puts a data key together again from the shares of its custodians.
public struct KeyRecovery: ~Copyable, Sendable {
    private let trial: String
    private let key: KeyIdentifier
    private var terms: KeyShareSet.Terms?
    private var fields: [UInt8] = []
    private var places: [UInt8] = []
    /// The values of the shares, 32 bytes each.
    private var values = SecretBytes(zeroed: 0)

    /// Begins without shares.
    ///
    /// - Parameters:
    ///   - key: The name of the key.
    ///   - trial: The identifier of the trial.
    public init(of key: KeyIdentifier, trial: String) {
        self.key = key
        self.trial = trial
    }

    /// How many shares are still missing; nil as long as there is none that tells.
    public var missing: Int? {
        terms.map { max(0, Int($0.threshold) - places.count) }
    }

    /// Takes a custodian's share.
    ///
    /// - Parameter share: The share; it may be taken back after the call.
    /// - Throws: `CryptographyError.shares`: `.ofAnotherKey`, `.ofAnotherSet` or `.takenAlready`.
    ///   Nothing is changed then.
    public mutating func add(_ share: borrowing KeyShare) throws(CryptographyError) {
        guard share.belongs(to: key, of: trial) else { throw .shares(.ofAnotherKey) }
        guard terms == nil || terms == share.terms else { throw .shares(.ofAnotherSet) }
        guard !places.contains(share.place) else { throw .shares(.takenAlready) }
        let size = DataKey.byteCount
        let extended = SecretBytes(count: values.count + size) { output in
            values.withSpan { values in
                for index in values.indices { output[index] = values[index] }
                share.value.withSpan { value in
                    for index in value.indices { output[values.count + index] = value[index] }
                }
            }
        }
        terms = share.terms
        fields = share.fields(trial: trial, key: key)
        places.append(share.place)
        values = extended
    }

    /// The key, once there are enough shares.
    ///
    /// - Returns: The key, checked against the commitment in the shares.
    /// - Throws: `CryptographyError.shares`: `.tooFew` with how many are missing, or `.wrongKey`
    ///   when one of them was changed.
    public borrowing func recover() throws(CryptographyError) -> DataKey {
        guard let terms else { throw .shares(.tooFew(missing: 2)) }
        let threshold = Int(terms.threshold)
        guard places.count >= threshold else {
            throw .shares(.tooFew(missing: threshold - places.count))
        }
        let weights = Field256.weights(of: Array(places.prefix(threshold)))
        let size = DataKey.byteCount
        let secret = values.withSpan { values in
            SecretBytes(count: size) { output in
                for index in 0..<size {
                    var sum: UInt8 = 0
                    for share in 0..<threshold {
                        sum ^= Field256.product(values[share * size + index], weights[share])
                    }
                    output[index] = sum
                }
            }
        }
        let commitment = KeyShareSet.Terms.commitment(fields, key: secret)
        guard ConstantTime.areEqual(commitment, terms.commitment) else {
            throw .shares(.wrongKey)
        }
        return try DataKey(identifier: key, secret: secret)
    }
}
