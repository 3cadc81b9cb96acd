/// How a scheme allocates within a stratum.
public enum AllocationMethod: Hashable, Sendable {
    /// Complete randomization: every allocation by the ratio alone.
    case complete
    /// Permuted blocks of random or of one fixed size.
    case permutedBlocks(BlockSizes)
}
