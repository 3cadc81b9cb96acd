/// An allocation that was made.
///
/// A list of them in the order of the log is a history.
public struct PastAllocation: Hashable, Sendable, Codable {
    /// The stratum as it was used, whatever the record says today.
    public let stratum: Stratum
    /// The arm.
    public let arm: Arm

    /// Takes an allocation.
    public init(stratum: Stratum, arm: Arm) {
        self.stratum = stratum
        self.arm = arm
    }
}
