extension KeyShare {
    /// Whether this is a share of that key.
    ///
    /// - Parameters:
    ///   - key: The name of the key.
    ///   - trial: The identifier of the trial.
    /// - Returns: True when trial, name, k and n are those for which the share was made. Anybody can
    ///   compute that; only a recovered key proves it.
    public borrowing func belongs(to key: KeyIdentifier, of trial: String) -> Bool {
        KeyShareSet.Terms.binding(fields(trial: trial, key: key)) == terms.binding
    }

    borrowing func fields(trial: String, key: KeyIdentifier) -> [UInt8] {
        KeyShareSet.Terms.fields(
            trial: trial,
            key: key,
            threshold: terms.threshold,
            count: terms.count,
            identifier: terms.identifier
        )
    }
}
