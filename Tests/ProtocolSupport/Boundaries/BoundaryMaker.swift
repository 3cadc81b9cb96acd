import ClinicalQuality
import Foundation
public import TrialDefinition
import UnitsOfMeasure

/// Makes the candidates on the sides of a limit.
public struct BoundaryMaker: Sendable {
    let scenes: SceneMaker
    private let definition: TrialProtocol
    /// What each row reads.
    private let elements: [String: [DecisionLimit.Element]]

    /// How many days before the screening an event lies, so that both ends of the windows before
    /// it lie in the past.
    static let daysSinceEvent = 10

    /// Makes candidates for `limits`, by the countries' rules of `definition`.
    public init(_ limits: [DecisionLimit], _ definition: TrialProtocol) {
        scenes = SceneMaker(limits)
        self.definition = definition
        elements = Dictionary(grouping: limits, by: \.row).mapValues { limits in
            limits.flatMap(\.subject.elements)
        }
    }

    /// The candidates on the sides of `limit`: one on each, or for a number of years its first and
    /// its last day.
    public func candidates(
        _ limit: DecisionLimit,
        _ expectation: BoundaryExpectation
    ) throws -> [(side: BoundarySide, candidate: BoundaryCandidate)] {
        let base = try scenes.candidate(expectation.scene)
        let read = elements[limit.row] ?? []
        let types = Set(read.map(\.resource)).union(["Condition", "Consent", "Procedure"])
        let codes = read.reduce(into: Set<[String]>()) { $0.formUnion($1.codeSet) }
        return try BoundarySide.allCases.flatMap { side in
            try place(limit, side, expectation, in: base).map { given in
                var candidate = base
                try set(limit, given, expectation, &candidate)
                try scenes.addLater(&candidate)
                candidate.editor.keepOnly(types: types, results: codes)
                let made = BoundaryCandidate(
                    name: "\(limit): \(side.rawValue) (\(given))",
                    site: candidate.site,
                    asOf: candidate.asOf.day,
                    document: try candidate.editor.bytes()
                )
                return (side, made)
            }
        }
    }

    /// What is set in the record.
    enum Given: CustomStringConvertible {
        case number(String)
        case quantity(String, String)
        case day(BoundaryDay)
        case time(BoundaryDay)
        /// On the birthday of so many years, or on the day before it.
        case birthday(Int, isReached: Bool)
        /// As the scene says.
        case varied(String)

        var description: String {
            switch self {
            case .number(let number): number
            case .quantity(let number, let unit): "\(number) \(unit)"
            case .day(let day): day.day
            case .time(let day): day.time
            case .birthday(let years, let isReached):
                "\(isReached ? "on" : "the day before") the birthday \(years)"
            case .varied(let value): value
            }
        }
    }

    // MARK: Where

    private func place(
        _ limit: DecisionLimit,
        _ side: BoundarySide,
        _ expectation: BoundaryExpectation,
        in base: BaseCandidate
    ) throws -> [Given] {
        if let varied = expectation.varied[side] { return [.varied(varied)] }
        switch (limit.subject, limit.bound) {
        case (.age, .number(let years)), (.ageOn, .number(let years)):
            return try Self.birthdays(years, side)
        case (.age, .parameter(let name)):
            let years = try parameter(name, base)
            guard years.description == expectation.years else {
                throw BoundaryFile.Flaw(
                    description: "\(limit.row): \(limit) is \(years) at \(base.site), and the file "
                        + "says \(expectation.years ?? "nothing") under `years`"
                )
            }
            return try Self.birthdays(years, side)
        default: break
        }
        switch limit.bound {
        case .number(let number):
            let step = ExactDecimal(expectation.step ?? "1") ?? 1
            return [.number(try Self.moved(number, side, step))]
        case .quantity(let quantity):
            let number = try Self.moved(
                quantity.value,
                side,
                Self.step(quantity.value, expectation)
            )
            return [.quantity(number, Self.code(of: quantity.unit))]
        case .multiple(let factor):
            // 40 U/L is the upper limit of the base candidate's laboratory.
            let limit = try factor.multiplied(by: 40)
            return [.quantity(try Self.moved(limit, side, 1), "U/L")]
        case .day(let event, let span):
            let day = try moment(of: event, in: base).before(span ?? Quantity(0, .calendar(.day)))
            return [.day(day.adding(Self.offset(side), .day))]
        case .time(let event, let span):
            let time = try moment(of: event, in: base).before(span ?? Quantity(0, .calendar(.day)))
            return [.time(time.adding(Self.offset(side), .minute))]
        case .parameter(let name):
            throw BoundaryFile.Flaw(description: "nothing is made for \(limit.subject), \(name)")
        }
    }

    /// The limit itself is a year: both its first and its last day.
    private static func birthdays(_ years: ExactDecimal, _ side: BoundarySide) throws -> [Given] {
        guard let years = Int(years.description) else {
            throw BoundaryFile.Flaw(description: "\(years) is no whole number of years")
        }
        switch side {
        case .below: return [.birthday(years, isReached: false)]
        case .at:
            return [.birthday(years, isReached: true), .birthday(years + 1, isReached: false)]
        case .above: return [.birthday(years + 1, isReached: true)]
        }
    }

    private static func offset(_ side: BoundarySide) -> Int {
        switch side {
        case .below: -1
        case .at: 0
        case .above: 1
        }
    }

    private static func moved(
        _ number: ExactDecimal,
        _ side: BoundarySide,
        _ step: ExactDecimal
    ) throws -> String {
        switch side {
        case .below: try number.subtracting(step).description
        case .at: number.description
        case .above: try number.adding(step).description
        }
    }

    /// A tenth of the last digit.
    private static func step(
        _ number: ExactDecimal,
        _ expectation: BoundaryExpectation
    ) -> ExactDecimal {
        if let step = expectation.step.flatMap({ ExactDecimal($0) }) { return step }
        let digits = number.description.split(separator: ".").dropFirst().first?.count ?? 0
        return ExactDecimal("0." + String(repeating: "0", count: digits) + "1") ?? 1
    }

    private static func code(of unit: QuantityUnit) -> String {
        switch unit {
        case .calendar(.year): "a"
        case .calendar(let unit): unit.keyword
        case .ucum(let unit): unit.code
        }
    }

    func moment(of event: String, in base: BaseCandidate) throws -> BoundaryDay {
        switch event {
        case "screening": return base.asOf
        case "infusion", "leukapheresis":
            return base.asOf.adding(-Self.daysSinceEvent, .day).adding(10, .hour)
        default: throw BoundaryFile.Flaw(description: "nothing is made for the event \(event)")
        }
    }

    private func parameter(_ name: String, _ base: BaseCandidate) throws -> ExactDecimal {
        let consent = definition.site(base.site).flatMap { definition.framework(of: $0)?.consent }
        switch name {
        case ConsentRule.majorityParameter: return ExactDecimal(consent?.majority ?? 0)
        case ConsentRule.assentParameter: return ExactDecimal(consent?.assentFrom ?? 0)
        default: throw BoundaryFile.Flaw(description: "nothing is made for the parameter \(name)")
        }
    }
}
