/// The continual reassessment method with one parameter: a curve through all doses is fitted after
/// each participant, and the dose nearest to the target rate is recommended.
///
/// With the skeleton `p` the rate at a dose is `p ^ exp(β)` (empiric), or the logistic curve
/// `1 / (1 + exp(-3 - exp(β) x))` with `x` such that it is `p` at `β` 0. `β` is normal with mean 0.
/// The posterior mean of `β` is put into the curve, as in the R package dfcrm.
///
/// Integrals are sums over the grid `β = k σ / 64` for `k` from -640 to 640, in this order, in IEEE
/// 754 double precision with the functions of `Elementary`: the same to the bit everywhere.
public struct ContinualReassessment: Sendable {
    static let name = "crm"

    /// The shape of the curve.
    public enum Model: String, Hashable, Sendable {
        /// `p ^ exp(β)`.
        case empiric
        /// Logistic with the intercept 3.
        case logistic
    }

    /// What is believed after some participants.
    public struct Fit: Hashable, Sendable {
        /// The posterior mean of `β`.
        public let mean: Double
        /// The posterior variance of `β`.
        public let variance: Double
        /// The toxicity rate of each dose at the posterior mean.
        public let rates: [Double]
        /// The dose, counted from 1, whose rate is nearest to the target; the lower at a tie.
        public let recommended: Int
    }

    /// The rates that are believed at first, rising with the dose.
    public let skeleton: [Double]
    /// The target rate.
    public let target: Double
    private let model: Model
    private let scale: Double

    /// Makes the method.
    ///
    /// - Parameters:
    ///   - skeleton: At least two rates, each higher than the one before.
    ///   - target: The target rate.
    ///   - model: The shape of the curve.
    ///   - variance: That of the prior of `β`.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(
        skeleton: [Double],
        target: Double,
        model: Model = .empiric,
        variance: Double = 1.34
    ) throws(RandomizationError) {
        try RandomizationError.requireProbability(target, 0.05...0.6, "target", Self.name)
        for rate in skeleton {
            try RandomizationError.requireProbability(rate, 0.001...0.99, "skeleton", Self.name)
        }
        guard skeleton.count >= 2, zip(skeleton, skeleton.dropFirst()).allSatisfy({ $0 < $1 })
        else {
            throw .impossible(
                Self.name,
                "skeleton",
                "it needs at least two rates, each higher than the one before",
                "see `ContinualReassessment.skeleton`"
            )
        }
        guard variance > 0, variance <= 100 else {
            throw .impossible(Self.name, "variance", "it is not from 0 to 100", "take 1.34")
        }
        self.skeleton = skeleton
        self.target = target
        self.model = model
        scale = variance.squareRoot()
    }

    private func rate(_ prior: Double, _ slope: Double) -> Double {
        switch model {
        case .empiric: return Elementary.exponential(slope * Elementary.logarithm(prior))
        case .logistic:
            let dose = Elementary.logarithm(prior / (1 - prior)) - 3
            return 1 / (1 + Elementary.exponential(-(3 + slope * dose)))
        }
    }

    /// Fits the curve.
    ///
    /// - Parameters:
    ///   - toxicities: How many had a dose-limiting toxicity at each dose.
    ///   - treated: How many were treated at each dose.
    /// - Returns: What is believed now.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public func fit(toxicities: [Int], treated: [Int]) throws(RandomizationError) -> Fit {
        guard toxicities.count == skeleton.count, treated.count == skeleton.count,
            zip(toxicities, treated).allSatisfy({ 0 <= $0 && $0 <= $1 })
        else {
            throw .impossible(
                Self.name,
                "toxicities",
                "they are not numbers from 0 to the number treated, one for each dose",
                "count both at each dose"
            )
        }
        var sums = (whole: 0.0, first: 0.0, second: 0.0)
        for step in -640...640 {
            let beta = Double(step) * scale / 64
            let slope = Elementary.exponential(beta)
            var density = -Double(step * step) / 8_192
            for (dose, prior) in skeleton.enumerated() where treated[dose] > 0 {
                let rate = min(max(rate(prior, slope), 1e-300), 1 - 1e-16)
                density += Double(toxicities[dose]) * Elementary.logarithm(rate)
                density += Double(treated[dose] - toxicities[dose]) * Elementary.logarithm(1 - rate)
            }
            let weight = Elementary.exponential(density)
            sums.whole += weight
            sums.first += weight * beta
            sums.second += weight * beta * beta
        }
        let mean = sums.first / sums.whole
        let rates = skeleton.map { rate($0, Elementary.exponential(mean)) }
        let distances = rates.map { ($0 - target).magnitude }
        let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
        return Fit(
            mean: mean,
            variance: sums.second / sums.whole - mean * mean,
            rates: rates,
            recommended: nearest + 1
        )
    }

    /// A skeleton by indifference intervals (Lee and Cheung, Clinical Trials 2009;6:227 [memory]).
    ///
    /// - Parameters:
    ///   - halfWidth: Half the width of the interval around the target.
    ///   - target: The target rate.
    ///   - start: The dose, counted from 1, that is believed to have the target rate.
    ///   - doses: The number of doses.
    ///   - model: The shape of the curve.
    /// - Returns: One rate for each dose.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public static func skeleton(
        halfWidth: Double,
        target: Double,
        start: Int,
        doses: Int,
        model: Model = .empiric
    ) throws(RandomizationError) -> [Double] {
        try RandomizationError.requireProbability(target, 0.05...0.6, "target", name)
        try RandomizationError.requireProbability(
            halfWidth,
            0.001...target * 0.99,
            "half-width",
            name
        )
        _ = try ParameterRange.check(doses, 2...100, "doses", name)
        _ = try ParameterRange.check(start, 1...doses, "start", name)
        func label(_ rate: Double) -> Double {
            model == .empiric
                ? Elementary.logarithm(rate) : Elementary.logarithm(rate / (1 - rate)) - 3
        }
        let step = label(target - halfWidth) / label(target + halfWidth)
        return (1...doses).map { dose in
            var value = label(target)
            for _ in 0..<abs(dose - start) { value = dose < start ? value * step : value / step }
            return model == .empiric
                ? Elementary.exponential(value) : 1 / (1 + Elementary.exponential(-(3 + value)))
        }
    }
}
