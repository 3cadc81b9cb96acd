import Randomization
import TrialDefinition

extension TrialProtocol {
    /// The allocation scheme, as the randomization knows it: arms, strata, procedure.
    func scheme() throws -> Scheme {
        let partners = sites.filter { $0.status == .partner }.map(\.code)
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
