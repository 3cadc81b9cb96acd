/// When a trial stops for toxicity: after each look, a number of toxicities that is too many.
///
/// Boundaries are computed, not typed: the least strict constant level is searched whose boundary
/// crosses, at the acceptable rate, with at most the error allowed over all looks. All
/// probabilities are exact sums over the numbers of toxicities.
public struct StoppingBoundary: Hashable, Sendable {
    static let name = "stopping"

    /// The numbers of participants after which one looks, rising.
    public let looks: [Int]
    /// For each look the smallest number of toxicities that stops; one more than the participants
    /// where none does.
    public let stopsAt: [Int]

    /// What a boundary does at a true rate.
    public struct Behavior: Hashable, Sendable {
        /// The probability that the trial stops at some look.
        public let stopping: Double
        /// The mean number of participants treated.
        public let participants: Double
        /// The mean number of toxicities.
        public let toxicities: Double
    }

    /// The Bayesian beta-binomial rule: stop when `Pr(p > acceptable)` is at least a constant.
    ///
    /// The constant is the smallest posterior probability that any outcome of any look has and that
    /// keeps the error: an outcome exactly at the limit is never left to rounding.
    /// Source: Geller and others, Statistics in Medicine 2003;22:[memory]; numbers as the R package
    /// stoppingrule 0.5.2.
    ///
    /// - Parameters:
    ///   - acceptable: The toxicity rate that is accepted.
    ///   - error: The probability of stopping at the acceptable rate, at most.
    ///   - prior: The two parameters of the beta prior, both greater than 0.
    ///   - looks: The numbers of participants after which one looks.
    /// - Returns: The boundary.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public static func betaBinomial(
        acceptable: Double,
        error: Double,
        prior: (a: Double, b: Double),
        looks: [Int]
    ) throws(RandomizationError) -> StoppingBoundary {
        guard prior.a > 0, prior.b > 0, prior.a < 1_000, prior.b < 1_000 else {
            throw .impossible(
                name,
                "prior",
                "its parameters are not greater than 0 and less than 1,000",
                "take the acceptable rate and its complement times a few participants"
            )
        }
        return try search(acceptable, error, looks) { toxicities, treated in
            1
                - Elementary.beta(
                    acceptable,
                    prior.a + Double(toxicities),
                    prior.b + Double(treated - toxicities)
                )
        }
    }

    /// Pocock's boundary: at each look the same nominal level of the binomial test.
    ///
    /// A number of toxicities stops when, at the acceptable rate, so many or more come with at most
    /// the nominal level. Numbers as the R package clinfun 1.1.5 (`toxbdry`), whose boundary is one
    /// less, because it stops above it.
    ///
    /// - Parameters:
    ///   - acceptable: The toxicity rate that is accepted.
    ///   - error: The probability of stopping at the acceptable rate, at most.
    ///   - looks: The numbers of participants after which one looks.
    /// - Returns: The boundary.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public static func pocock(
        acceptable: Double,
        error: Double,
        looks: [Int]
    ) throws(RandomizationError) -> StoppingBoundary {
        try search(acceptable, error, looks) { toxicities, treated in
            // The larger, the stricter: the tail beyond is the incomplete beta function.
            toxicities == 0
                ? 0
                : 1
                    - Elementary.beta(
                        acceptable,
                        Double(toxicities),
                        Double(treated - toxicities + 1)
                    )
        }
    }

    /// Finds the least strict limit of an evidence, which grows with the toxicities, that keeps the
    /// error.
    private static func search(
        _ acceptable: Double,
        _ error: Double,
        _ looks: [Int],
        _ evidence: (_ toxicities: Int, _ treated: Int) -> Double
    ) throws(RandomizationError) -> StoppingBoundary {
        try RandomizationError.requireProbability(acceptable, 0.001...0.99, "acceptable", name)
        try RandomizationError.requireProbability(error, 0.0001...0.5, "error", name)
        guard let last = looks.last, looks[0] >= 1, last <= 1_000,
            zip(looks, looks.dropFirst()).allSatisfy({ $0 < $1 })
        else {
            throw .impossible(
                name,
                "looks",
                "they are not rising numbers of participants from 1 to 1,000",
                "give for example 5, 10, 15"
            )
        }
        let table = looks.map { treated in (0...treated).map { evidence($0, treated) } }
        let limits = Set(table.flatMap { $0 }).sorted()
        func boundary(_ limit: Double) -> StoppingBoundary {
            StoppingBoundary(
                looks: looks,
                stopsAt: table.map { row in row.firstIndex { $0 >= limit } ?? row.count }
            )
        }
        // The limits that keep the error are all above those that do not.
        var (low, high) = (0, limits.count)
        while low < high {
            let middle = (low + high) / 2
            if boundary(limits[middle]).behavior(at: acceptable).stopping <= error {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return boundary(low < limits.count ? limits[low] : .infinity)
    }

    /// What the boundary does at a true rate, exactly.
    ///
    /// - Parameter rate: The true toxicity rate.
    /// - Returns: Probability of stopping, mean participants, mean toxicities.
    public func behavior(at rate: Double) -> Behavior {
        var going = [1.0]
        var stopped = 0.0
        var means = (participants: 0.0, toxicities: 0.0)
        var treated = 0
        for (look, limit) in zip(looks, stopsAt) {
            while treated < look {
                treated += 1
                var next = Array(repeating: 0.0, count: going.count + 1)
                for (count, probability) in going.enumerated() {
                    next[count] += probability * (1 - rate)
                    next[count + 1] += probability * rate
                }
                going = next
            }
            guard limit < going.count else { continue }
            for count in limit..<going.count {
                stopped += going[count]
                means.participants += going[count] * Double(look)
                means.toxicities += going[count] * Double(count)
                going[count] = 0
            }
        }
        for (count, probability) in going.enumerated() {
            means.participants += probability * Double(treated)
            means.toxicities += probability * Double(count)
        }
        return Behavior(
            stopping: stopped,
            participants: means.participants,
            toxicities: means.toxicities
        )
    }
}
