import ClinicalQuality
import Testing

/// A trace ends at its limit: what is beyond is cut, marked, and has its value all the same.
@Suite struct EvaluationTraceLimitTests {
    /// More rows than a trace has room for, and parts of a third and two thirds of a trace.
    private static let text = """
        define "Before": 1 + 1
        define "Too much": Count((expand Interval[1, 70000]) X where X > 0 or X < 0)
        define "Part": Count((expand Interval[1, 12000]) X where X > 0 or X < 0)
        define "Most": Count((expand Interval[1, 20000]) X where X > 0 or X < 0)
        define "Sum": { "Before", "Too much", "Before" }
        define "Parts": { "Part", "Part", "Part" }
        define "Both": { "Most", "Most", "Before" }
        define "Thrice": { "Part", "Most", "Most" }
        define "Many": { "Part", "Part", "Part", "Part", "Part", "Part", "Part", "Part" }
        define "Late": { "Too much", "Part", "Before" }

        """

    /// The number of nodes of a trace, shared ones counted each time, and those that are cut.
    private func counts(_ trace: TraceNode) -> (nodes: Int, cut: Int) {
        var (nodes, cut) = (0, 0)
        var open = [trace]
        while let node = open.popLast() {
            nodes += 1
            if node.isCut {
                cut += 1
                #expect(node.children.isEmpty)
            }
            open += node.children
        }
        return (nodes, cut)
    }

    @Test(arguments: [
        ("Before", 0, 0), ("Part", 0, 0), ("Most", 0, 0), ("Too much", 1, 1), ("Sum", 1, 2),
        ("Parts", 0, 0), ("Both", 1, 1), ("Thrice", 1, 1),
        ("Many", 1, 7), ("Late", 1, 3),
    ])
    func `a trace has no more nodes than its limit, and says what is cut`(
        _ name: String,
        _ least: Int,
        _ most: Int
    ) throws {
        var evaluation = try Chart.evaluation(Self.text, [])
        let value = try evaluation.value(of: name)
        let trace = try evaluation.trace(of: name)
        #expect(trace.value.description == value.description)
        let counts = counts(trace)
        #expect(counts.nodes <= 200_001, "\(counts)")
        #expect((least...most).contains(counts.cut), "\(counts)")
    }

    /// What was first evaluated beyond the limit of one trace has no place in it.
    @Test(arguments: ["Before", "Part", "Parts", "Both", "Many"])
    func `a trace is right after one that was cut`(_ name: String) throws {
        var evaluation = try Chart.evaluation(Self.text, [], tracing: true)
        #expect(try evaluation.trace(of: "Late").children.count == 1)
        let value = try evaluation.value(of: name)
        let trace = try evaluation.trace(of: name)
        #expect(trace.value.description == value.description)
        let counts = counts(trace)
        #expect(counts.nodes <= 200_001, "\(counts)")
    }
}
