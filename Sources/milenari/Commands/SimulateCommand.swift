import ArgumentParser
import Foundation
import Randomization
import Reporting
import TrialOffice

/// The command `milenari simulate`.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Computes what allocation schemes do, before a trial; writes nothing.",
        discussion: """
            A scheme is a method with its parameters, in quotation marks; several are set side by \
            side. Exact where the state is small, simulated with standard errors otherwise; the \
            same seed gives the same bytes on any number of cores.

            Methods: \(AllocationMethod.names.joined(separator: ", ")). \
            Documentation/Randomization.md says what their parameters are.

            Examples:
              milenari simulate "big-stick tolerance=3" "permuted-blocks sizes=4" --participants 100
              milenari simulate "pocock-simon measure=range probability=0.8 balance=site,burden" \\
                --factor site=BCN:3,ROM:2,BEY,AMM --factor burden=high,low --participants 120
              milenari simulate --protocol Protocols/MILENARI-ALL-1 --participants 60
            """
    )

    @Argument(help: "Methods with parameters, like \"efron probability=2/3\".")
    var methods: [String] = []

    @OptionGroup var setting: SimulationOptions

    @Option(name: .long, help: "The number of participants of a trial.")
    var participants: Int

    @Option(name: .long, help: "The number of simulated trials.")
    var trials = 10_000

    @Option(name: .long, help: "The seed of the simulation.")
    var seed: UInt64 = 1

    @Option(name: .long, help: "The selection effect, in standard deviations of the response.")
    var selectionEffect = 0.25

    @Option(name: .long, help: "The rise of the response over the trial, in standard deviations.")
    var trend = 1.0

    @Flag(name: .long, help: "Print CSV instead of the table.")
    var csv = false

    @Option(name: .long, help: "Also write a picture as SVG to this file.", completion: .file())
    var svg: String?

    func validate() throws {
        guard (1...100_000).contains(participants) else {
            throw ValidationError("--participants has to be from 1 to 100,000.")
        }
        guard (1...100_000_000).contains(trials) else {
            throw ValidationError("--trials has to be from 1 to 100,000,000.")
        }
        guard (0...5).contains(selectionEffect), (0...5).contains(trend) else {
            throw ValidationError("--selection-effect and --trend have to be from 0 to 5.")
        }
        guard !methods.isEmpty || setting.protocol != nil else {
            throw ValidationError("Give a method, or --protocol DIR.")
        }
    }

    func run() throws {
        let base = try setting.base()
        var schemes = try methods.map { method in
            try SimulationOptions.explained(method) { try base.scheme(method) }
        }
        if let own = base.own { schemes.insert(own, at: 0) }
        let entries = try schemes.map { scheme in
            SchemeComparison.Entry(
                method: scheme.method.text.line,
                characteristics: try compute(scheme, base.prevalences)
            )
        }
        let comparison = SchemeComparison(
            entries,
            setting: base.description + ["\(participants) participants, seed \(seed)"]
        )
        if let svg {
            try OutputFile.write(
                SchemeComparisonPicture(comparison).svg,
                to: svg,
                option: "--svg"
            )
        }
        try Terminal.data(
            csv
                ? SchemeComparisonCSV.text(comparison)
                : SchemeComparisonText(comparison, style: Terminal.style).text
        )
    }

    /// Exact values where they can be had, simulated ones for the rest.
    private func compute(
        _ scheme: Scheme,
        _ prevalences: [[Int]]
    ) throws -> OperatingCharacteristics {
        let name = scheme.method.text.name
        return try SimulationOptions.explained(name) {
            var plan = SimulationPlan(count: participants, trials: trials, seed: seed)
            plan.prevalences = prevalences
            plan.selectionEffect = selectionEffect
            plan.trend = trend
            let simulation = try Simulation(scheme, plan)
            let progress = SharedProgress(of: simulation.parts, what: name)
            let simulated = try AllCores.run(simulation, progress)
            guard scheme.factors.isEmpty,
                let exact = try ExactDesign(scheme, count: participants).characteristics()
            else { return simulated }
            return simulated.replacing(with: exact)
        }
    }
}
