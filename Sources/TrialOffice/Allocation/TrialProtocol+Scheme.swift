import Randomization
import TrialDefinition

extension TrialProtocol {
    /// How this trial allocates.
    ///
    /// A published trial is refused: it is not run here.
    func plan() throws(OfficeError) -> AllocationPlan {
        if let allocation { return allocation }
        throw OfficeError(
            .badInput,
            at: id,
            "this is a published trial of others, without arms, allocation and sites",
            remedy: "found a trial with a protocol of its own; to ask whether a candidate fits this"
                + " one, use `milenari screen candidate FILE --protocol DIR`"
        )
    }

    /// The allocation scheme, as the randomization knows it: arms, strata, procedure.
    func scheme() throws -> Scheme {
        let partners = sites.filter { $0.status == .partner }.map(\.code)
        let allocation = try plan()
        let factors = try allocation.factors.map { name in
            let levels =
                name == AllocationPlan.siteFactor
                ? partners : self.factors.first { $0.id == name }?.levels ?? []
            return try Randomization.StratificationFactor(name: name, levels: levels)
        }
        return try Scheme(
            identifier: id,
            arms: try arms.map { try Arm($0.id) },
            ratio: try Ratio(arms.map(\.ratio)),
            factors: factors,
            method: allocation.procedure == "complete"
                ? .complete : .permutedBlocks(try BlockSizes(allocation.blockSizes))
        )
    }
}
