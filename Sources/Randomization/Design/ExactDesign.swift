/// Computes the characteristics of one sequence exactly, by dynamic programming.
///
/// The same procedure that allocates gives the probabilities. All histories that lead to the same
/// state and counts are one node; with each node goes the distribution of the largest imbalance so
/// far. Sums are taken in the order in which nodes were found, so results are the same to the bit.
public struct ExactDesign: Sendable {
    /// The most additions to spend: above it the state is not small, and simulation answers.
    public static let defaultBudget = 400_000_000

    private let scheme: Scheme
    private let count: Int
    private let budget: Int

    /// Asks for a number of allocations.
    ///
    /// - Parameters:
    ///   - scheme: The scheme; one sequence of it is looked at, so factors do not matter unless the
    ///     method balances them.
    ///   - count: The number of allocations, at least 1.
    ///   - budget: The most additions to spend.
    public init(_ scheme: Scheme, count: Int, budget: Int = defaultBudget) {
        self.scheme = scheme
        self.count = max(count, 1)
        self.budget = budget
    }

    /// The characteristics.
    ///
    /// - Returns: Nil where the state is not small, or the method balances factors.
    /// - Throws: `RandomizationError.exhausted` when the scheme ends before.
    public func characteristics() throws(RandomizationError) -> OperatingCharacteristics? {
        guard scheme.method.balanced.isEmpty else { return nil }
        return try scheme.withProcedure(
            Use(scale: ImbalanceScale(scheme.ratio), count: count, budget: budget)
        )
    }

    private struct Use: ProcedureUse {
        let scale: ImbalanceScale
        let count: Int
        let budget: Int

        func use<P: Procedure>(
            _ procedure: P
        ) throws(RandomizationError) -> OperatingCharacteristics? {
            var calculation = ExactCalculation(procedure, scale)
            var spent = 0
            for _ in 0..<count {
                spent += calculation.cost
                guard spent <= budget else { return nil }
                try calculation.advance()
            }
            return calculation.characteristics(count)
        }
    }
}
