import ArgumentParser
import Foundation
import Randomization
import TrialOffice

/// What the schemes of a comparison share: arms and factors, given or from a protocol.
struct SimulationOptions: ParsableArguments {
    @Option(name: .long, help: "A protocol folder, whose scheme is the first of the comparison.")
    var `protocol`: String?

    @Option(name: .long, help: "Arms with their shares, like POC:1,HUB:2.")
    var arms = "A:1,B:1"

    @Option(
        name: .long,
        help: "A factor with its levels and how often each comes, like site=BCN:3,ROM:1."
    )
    var factor: [String] = []

    @OptionGroup var day: DayOption

    func validate() throws {
        guard `protocol` == nil || (factor.isEmpty && arms == "A:1,B:1") else {
            throw ValidationError("A protocol has its own arms and factors.")
        }
    }

    /// Arms, ratio and factors.
    struct Base {
        let arms: [Arm]
        let ratio: Ratio
        let factors: [StratificationFactor]
        var prevalences: [[Int]] = []
        var own: Scheme?

        func scheme(_ method: String) throws -> Scheme {
            try Scheme(
                identifier: "SIMULATION",
                arms: arms,
                ratio: ratio,
                factors: factors,
                method: AllocationMethod(MethodText(line: method))
            )
        }

        var description: [String] {
            let shares = zip(arms, ratio.shares).map { "\($0.code):\($1)" }
            var lines = ["arms \(shares.joined(separator: ","))"]
            for (place, factor) in factors.enumerated() {
                let levels = factor.levels.enumerated().map { level, name in
                    prevalences.isEmpty ? name : "\(name):\(prevalences[place][level])"
                }
                lines.append("factor \(factor.name)=\(levels.joined(separator: ","))")
            }
            return lines
        }
    }

    func base() throws -> Base {
        if let path = `protocol` { return try ofProtocol(path) }
        return try Self.explained("--arms, --factor") {
            let arms = try Self.weighted(arms)
            var factors: [StratificationFactor] = []
            var prevalences: [[Int]] = []
            for text in factor {
                let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
                guard sides.count == 2 else { throw Self.unreadable(text) }
                let levels = try Self.weighted(sides[1])
                factors.append(
                    try StratificationFactor(name: sides[0], levels: levels.map(\.name))
                )
                prevalences.append(levels.map(\.weight))
            }
            return Base(
                arms: try arms.map { try Arm($0.name) },
                ratio: try Ratio(arms.map(\.weight)),
                factors: factors,
                prevalences: prevalences
            )
        }
    }

    private func ofProtocol(_ path: String) throws -> Base {
        let files = try DefinitionFolder.read(URL(fileURLWithPath: path))
        let definition = try TrialOffice.version(
            nil,
            of: try TrialOffice.load(files),
            on: try day.day()
        )
        let own = try TrialOffice.scheme(of: definition)
        return Base(arms: own.arms, ratio: own.ratio, factors: own.factors, own: own)
    }

    /// Items with weights, 1 where none is given: `BCN:3,ROM`.
    private static func weighted(_ text: String) throws -> [(name: String, weight: Int)] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { item in
            let sides = item.split(separator: ":", omittingEmptySubsequences: false)
            guard let name = sides.first, !name.isEmpty, sides.count <= 2,
                let weight = sides.count == 2 ? Int(sides[1]) : 1
            else { throw unreadable(text) }
            return (String(name), weight)
        }
    }

    private static func unreadable(_ text: String) -> OfficeError {
        OfficeError(
            .badInput,
            at: text,
            "this is no list of names with weights",
            remedy: "write for example --arms A:1,B:2 and --factor site=BCN:3,ROM:1"
        )
    }

    /// Runs `body`; what is wrong with a scheme becomes bad input at `place`.
    static func explained<Result>(_ place: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as RandomizationError {
            let remedy =
                if case .impossibleParameter(let problem) = error { problem.remedy } else {
                    "see Documentation/Randomization.md for the methods and their parameters"
                }
            let message =
                if case .impossibleParameter(let problem) = error {
                    "\(problem.parameter): \(problem.problem)"
                } else { error.description }
            throw OfficeError(.badInput, at: place, message, remedy: remedy)
        }
    }
}
