/// Which side of a limit.
public enum BoundarySide: String, Sendable, CaseIterable {
    /// The last value or day before the limit.
    case below
    /// The limit itself.
    case at
    /// The first value or day after it.
    case above
}

/// The answers on the sides of one limit, in one scene.
public struct BoundaryExpectation: Sendable, Hashable {
    /// What else differs from the base candidate, by name; see `Fixtures/README.md`.
    public let scene: [String: String]
    /// The answer or the level on each side: `met`, `not met`, `unknown`, or `refused` where the
    /// intake takes no such document.
    public let answers: [BoundarySide: String]
    /// Why all sides have the same answer; nil where they must not.
    public let same: String?
    /// How far from the limit the other sides are; nil for a tenth of its last digit.
    public let step: String?
    /// The age that a country's rule sets, where the limit is a parameter.
    public let years: String?
    /// The concept that is varied in place of the limit's subject, where that is computed.
    public let variedConcept: String?
    /// Its values.
    public let varied: [BoundarySide: String]

    init(_ entry: [String: Any], at place: String) throws {
        var answers: [BoundarySide: String] = [:]
        var scene: [String: String] = [:]
        var rest: [String: String] = [:]
        var variedConcept: String?
        var varied: [BoundarySide: String] = [:]
        for (key, value) in entry {
            if let side = BoundarySide(rawValue: key) {
                answers[side] = "\(value)"
            } else if key == "with", let changes = value as? [String: Any] {
                scene = changes.mapValues { "\($0)" }
            } else if key == "vary", let values = value as? [String: [Any]], values.count == 1,
                let (concept, list) = values.first, list.count == BoundarySide.allCases.count
            {
                variedConcept = concept
                varied = Dictionary(
                    uniqueKeysWithValues: zip(BoundarySide.allCases, list.map { "\($0)" })
                )
            } else {
                rest[key] = "\(value)"
            }
        }
        same = rest.removeValue(forKey: "same")
        step = rest.removeValue(forKey: "step")
        years = rest.removeValue(forKey: "years")
        guard rest.isEmpty, answers.count == BoundarySide.allCases.count else {
            throw BoundaryFile.Flaw(
                description: "\(place) needs `below`, `at` and `above`, and may have `with`, "
                    + "`step`, `vary`, `years` and `same`"
            )
        }
        self.answers = answers
        self.scene = scene
        (self.variedConcept, self.varied) = (variedConcept, varied)
        guard (Set(answers.values).count == 1) == (same != nil) else {
            throw BoundaryFile.Flaw(
                description: "\(place) answers the same on all sides: choose a scene in which the "
                    + "limit decides, or say under `same` why there is none"
            )
        }
    }
}
