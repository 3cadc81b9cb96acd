/// How often each arm was allocated at each level of each factor that is balanced.
public struct FactorCounts: Hashable, Sendable {
    /// The counts: factor by factor, level by level, arm by arm.
    var values: [Int]
}

/// Where the counts of a factor's level stand in `FactorCounts`.
struct FactorLayout: Hashable, Sendable {
    /// The place of the first level of each factor.
    private let starts: [Int]
    /// The number of levels of each factor.
    let levelCounts: [Int]
    let arms: Int

    /// Without factors there is one level, of all participants.
    init(levelCounts: [Int], arms: Int) {
        var starts: [Int] = []
        var next = 0
        for count in levelCounts {
            starts.append(next)
            next += count * arms
        }
        self.starts = starts.isEmpty ? [0] : starts
        self.levelCounts = levelCounts.isEmpty ? [1] : levelCounts
        self.arms = arms
    }

    var empty: FactorCounts {
        FactorCounts(values: Array(repeating: 0, count: levelCounts.reduce(0, +) * arms))
    }

    /// The place of the first arm's count at the profile's level of a factor.
    func place(_ factor: Int, _ profile: Profile) -> Int {
        factor < profile.levels.count ? starts[factor] + profile.levels[factor] * arms : 0
    }

    func record(_ arm: Int, for profile: Profile, in state: inout FactorCounts) {
        for factor in starts.indices {
            state.values[place(factor, profile) + arm] += 1
        }
    }
}
