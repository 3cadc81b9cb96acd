import CQLSupport
import ClinicalQuality
import Testing

/// Texts and expressions made to exhaust the engine.
///
/// One after the other, since each may take the memory that is allowed; those that take long
/// without optimization run in `Scripts/hostile` only, which measures all of them.
@Suite(.serialized) struct HostileTests {
    @Test(.timeLimit(.minutes(2)), arguments: HostileCase.all.filter { !$0.isLarge })
    func `a hostile text ends in an error or an answer, soon and in bounded memory`(
        hostile: HostileCase
    ) throws {
        let outcome = hostile.outcome(of: hostile.source(), at: try DateTime(evaluationTime))
        #expect(outcome == hostile.wanted)
    }
}
