import Randomization
import Testing

/// Dose-finding and stopping rules against published tables.
@Suite struct EarlyPhaseTests {
    private static func numbers(_ text: String) -> [Int?] {
        text.split(separator: " ").map { Int($0) }
    }

    @Test func `BOIN's table for a target of 0.30`() throws {
        let rule = try BOIN(target: 0.3)
        #expect((rule.lowerLimit - 0.2364907).magnitude < 5e-8)
        #expect((rule.upperLimit - 0.3585195).magnitude < 5e-8)
        let rows = (1...30).map(rule.boundaries)
        #expect(
            rows.map(\.escalate)
                == Self.numbers(
                    "0 0 0 0 1 1 1 1 2 2 2 2 3 3 3 3 4 4 4 4 4 5 5 5 5 6 6 6 6 7"
                )
        )
        #expect(
            rows.map(\.deescalate)
                == Self.numbers(
                    "1 1 2 2 2 3 3 3 4 4 4 5 5 6 6 6 7 7 7 8 8 8 9 9 9 10 10 11 11 11"
                )
        )
        #expect(
            rows.map(\.eliminate)
                == Self.numbers(
                    "NA NA 3 3 4 4 5 5 5 6 6 7 7 8 8 8 9 9 9 10 10 11 11 11 12 12 12 13 13 14"
                )
        )
        let other = try BOIN(target: 0.25)
        #expect((other.lowerLimit - 0.196801).magnitude < 5e-7)
        #expect((other.upperLimit - 0.298392).magnitude < 5e-7)
    }

    /// Han and others 2019, page 25: T is a toxicity, N none.
    @Test func `BOIN's worked trial`() throws {
        var trial = try DoseFinding(BOIN(target: 0.3), doses: 5)
        for (cohort, next) in [
            ("1NNN", 2), ("2NNN", 3), ("3NTT", 2), ("2NTN", 3), ("3NNN", 3), ("3NNN", 4),
            ("4TTT", 3), ("3NTN", 3), ("3NNT", 3), ("3TNN", 3),
        ] {
            #expect(trial.dose == cohort.first.flatMap { Int(String($0)) })
            try trial.record(cohort.count { $0 == "T" }, of: 3)
            #expect(trial.dose == next)
        }
        #expect(trial.eliminatedFrom == 4)
    }

    @Test(arguments: [
        (0.3, "0 1 2 2 3 4 5 5 6 7", "2 3 4 5 6 7 8 9 10 11", "3 4 5 7 8 9 10 11 12 14"),
        (0.25, "0 1 1 2 2 3 4 4 5 5", "1 2 3 4 5 6 7 8 9 9", "3 4 5 6 7 8 9 10 11 12"),
    ])
    func `Keyboard's tables at 3, 6 … 30`(
        _ target: Double,
        _ escalate: String,
        _ deescalate: String,
        _ eliminate: String
    ) throws {
        let rule = try Keyboard(target: target)
        let rows = stride(from: 3, through: 30, by: 3).map(rule.boundaries)
        #expect(rows.map(\.escalate) == Self.numbers(escalate))
        #expect(rows.map(\.deescalate) == Self.numbers(deescalate))
        #expect(rows.map(\.eliminate) == Self.numbers(eliminate))
    }

    /// No published table was at hand; laws that every such table keeps.
    @Test(arguments: [0.2, 0.25, 0.3])
    func `mTPI-2 is monotone, and never escalates above the target interval`(
        _ target: Double
    ) throws {
        let rule = try MTPI2(target: target)
        for treated in 1...30 {
            let order: [DoseDecision] = [.escalate, .stay, .deescalate, .eliminate]
            let places = (0...treated).compactMap { toxicities in
                order.firstIndex(of: rule.decision(toxicities, of: treated))
            }
            #expect(places == places.sorted())
            let row = rule.boundaries(treated)
            if let most = row.escalate {
                #expect(Double(most) / Double(treated) < target + 0.05)
            }
        }
    }

    @Test func `a lowest dose that is too toxic stops the trial`() throws {
        var trial = try DoseFinding(BOIN(target: 0.3), doses: 3)
        try trial.record(3, of: 3)
        #expect(trial.dose == nil)
        #expect(throws: RandomizationError.self) { try trial.record(0, of: 3) }
    }

    @Test(arguments: [
        ([0], ThreePlusThree.Next.treat(dose: 2)), ([1], .treat(dose: 1)),
        ([2], .stop(maximumTolerated: nil)), ([0, 2], .stop(maximumTolerated: 1)),
        ([0, 1, 0], .treat(dose: 3)), ([0, 1, 1], .stop(maximumTolerated: 1)),
        ([0, 0, 0], .treat(dose: 3)), ([0, 0, 0, 1], .stop(maximumTolerated: 3)),
        ([0, 0, 1, 1], .stop(maximumTolerated: 2)),
    ])
    func `3+3`(_ cohorts: [Int], _ next: ThreePlusThree.Next) throws {
        var trial = try ThreePlusThree(doses: 3)
        for count in cohorts { try trial.record(count) }
        #expect(trial.next == next)
    }

    /// dfcrm.
    @Test func `the continual reassessment method`() throws {
        let method = try ContinualReassessment(
            skeleton: [0.05, 0.10, 0.20, 0.35, 0.50, 0.70],
            target: 0.2
        )
        let levels = [3, 4, 4, 3, 3, 4, 3, 2, 2, 2]
        let outcomes = [0, 0, 1, 0, 0, 1, 1, 0, 0, 0]
        var treated = Array(repeating: 0, count: 6)
        var toxicities = treated
        for (level, outcome) in zip(levels, outcomes) {
            treated[level - 1] += 1
            toxicities[level - 1] += outcome
        }
        let fit = try method.fit(toxicities: toxicities, treated: treated)
        #expect((fit.mean - -0.2121715263).magnitude < 1e-8)
        #expect((fit.variance - 0.1575955281).magnitude < 1e-8)
        let expected = [
            0.088652947, 0.155300927, 0.272053878, 0.427789778, 0.570846217, 0.749395835,
        ]
        for (rate, value) in zip(fit.rates, expected) {
            #expect((rate - value).magnitude < 2e-9)
        }
        #expect(fit.recommended == 2)
    }

    @Test(arguments: [
        (
            0.10, 3, 6, ContinualReassessment.Model.logistic,
            [0.0177262, 0.0861165, 0.25, 0.4668235, 0.6468610, 0.7630571]
        ),
        (0.05, 3, 5, .empiric, [0.0839735, 0.1567410, 0.25, 0.3545004, 0.4603431]),
    ])
    func `skeletons by indifference intervals`(
        _ halfWidth: Double,
        _ start: Int,
        _ doses: Int,
        _ model: ContinualReassessment.Model,
        _ expected: [Double]
    ) throws {
        let skeleton = try ContinualReassessment.skeleton(
            halfWidth: halfWidth,
            target: 0.25,
            start: start,
            doses: doses,
            model: model
        )
        for (rate, value) in zip(skeleton, expected) {
            #expect((rate - value).magnitude < 6e-8)
        }
    }

    /// The R package stoppingrule.
    @Test func `the Bayesian beta-binomial boundary`() throws {
        let boundary = try StoppingBoundary.betaBinomial(
            acceptable: 0.2,
            error: 0.1,
            prior: (0.6, 2.4),
            looks: Array(1...30)
        )
        #expect(
            boundary.stopsAt
                == Self.numbers(
                    "2 3 3 3 4 4 5 5 5 5 6 6 6 7 7 7 7 8 8 8 9 9 9 9 10 10 10 10 11 11"
                )
                .compactMap(\.self).enumerated().map { min($0.element, $0.offset + 2) }
        )
        let rows: [(Double, Double, Double)] = [
            (0.2, 0.09957367, 5.651197), (0.25, 0.23832301, 6.536293),
            (0.3, 0.43615256, 6.926712), (0.35, 0.64555222, 6.819377),
            (0.4, 0.81491087, 6.355803),
        ]
        for (rate, stopping, toxicities) in rows {
            let found = boundary.behavior(at: rate)
            #expect((found.stopping - stopping).magnitude < 6e-9)
            #expect((found.toxicities - toxicities).magnitude < 6e-7)
        }
    }

    /// The R package clinfun; its boundaries are one less, because it stops above them.
    @Test func `Pocock's boundary`() throws {
        let four = try StoppingBoundary.pocock(
            acceptable: 0.2,
            error: 0.1,
            looks: [20, 40, 60, 75]
        )
        #expect(four.stopsAt == [8, 13, 18, 22])
        let crossing = [0.088, 0.214, 0.406, 0.619, 0.797, 0.911]
        let sizes = [72.0, 68.1, 62.1, 54.7, 47.0, 39.9]
        for (place, rate) in [0.20, 0.23, 0.26, 0.29, 0.32, 0.35].enumerated() {
            let found = four.behavior(at: rate)
            #expect((found.stopping - crossing[place]).magnitude < 0.00051)
            #expect((found.participants - sizes[place]).magnitude < 0.051)
        }
        let each = try StoppingBoundary.pocock(acceptable: 0.1, error: 0.1, looks: Array(2...30))
        let published = [(3, 2), (8, 3), (13, 4), (19, 5), (26, 6), (30, 7)]
        var expected: [Int] = []
        for look in 2...30 {
            expected.append(published.first { look <= $0.0 }?.1 ?? 0)
        }
        #expect(each.stopsAt == expected)
        let crossed = [0.097, 0.245, 0.441, 0.638, 0.795, 0.898]
        for (place, rate) in [0.1, 0.14, 0.18, 0.22, 0.26, 0.3].enumerated() {
            #expect((each.behavior(at: rate).stopping - crossed[place]).magnitude < 0.00051)
        }
    }

    @Test func `first infusions are kept apart, and a committee opens the next cohort`() throws {
        let rule = try Staggering(laterGap: 14, cohortSize: 3)
        #expect(rule.next(after: []) == .from(day: nil))
        #expect(rule.next(after: [100]) == .from(day: 128))
        #expect(rule.next(after: [128, 100]) == .from(day: 142))
        #expect(rule.next(after: [100, 128, 142]) == .committee(from: 170))
    }

    @Test func `what cannot be is refused`() {
        #expect(throws: RandomizationError.self) { try BOIN(target: 0) }
        #expect(throws: RandomizationError.self) { try BOIN(target: .nan) }
        #expect(throws: RandomizationError.self) { try Keyboard(target: 0.3, margin: 0.2) }
        #expect(throws: RandomizationError.self) { try MTPI2(target: 0.3, cutoff: 1) }
        #expect(throws: RandomizationError.self) { try ThreePlusThree(doses: 0) }
        #expect(throws: RandomizationError.self) {
            try ContinualReassessment(skeleton: [0.2, 0.1], target: 0.2)
        }
        #expect(throws: RandomizationError.self) {
            try StoppingBoundary.pocock(acceptable: 0.2, error: 0.1, looks: [10, 10])
        }
        #expect(throws: RandomizationError.self) {
            try StoppingBoundary.betaBinomial(
                acceptable: 0.2,
                error: 0.1,
                prior: (0, 1),
                looks: [10]
            )
        }
        #expect(throws: RandomizationError.self) {
            try Staggering(firstGap: 0, laterGap: 0, cohortSize: 3)
        }
    }
}
