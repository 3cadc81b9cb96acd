/// An allocation on record.
public struct Allocation: Sendable, Codable, Equatable {
    /// The allocation number.
    public let number: String
    /// The subject's pseudonym.
    public let subject: String
    /// The code of the subject's site.
    public let site: String
    /// The stratum as used.
    public let stratum: String
    /// The arm; nil for somebody who may not know it.
    public let arm: String?
    /// What the arm is, in words.
    public let armName: String?
}

/// What is sealed of an allocation under `results/SITE`.
struct AllocationResult: Codable {
    let arm: String
    /// 32 random bytes, hexadecimal: with them the arm's commitment in the log can be checked.
    let nonce: String
}
