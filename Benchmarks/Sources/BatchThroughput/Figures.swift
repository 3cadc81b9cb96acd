import Foundation

/// What a run of a batch has cost.
struct Figures: CustomStringConvertible {
    private var verdicts: [String: Int] = [:]
    private var seconds = 0.0
    private var sampled = (reading: 0.0, whole: 0.0)
    /// In MB, after a tenth of the documents.
    var earlyMemory = 0.0

    mutating func note(_ verdict: String, _ time: Double) {
        verdicts[verdict, default: 0] += 1
        seconds += time
    }

    mutating func noteReading(_ reading: Double, of whole: Double) {
        sampled.reading += reading
        sampled.whole += whole
    }

    /// The memory that is in use now, in MB.
    static func memory() -> Double { field("VmRSS:") }

    /// A field of `/proc/self/status` in MB; 0 on a system without it.
    private static func field(_ name: String) -> Double {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        let words = line?.split(separator: " ", omittingEmptySubsequences: true) ?? []
        let number = words.compactMap { Double($0.filter(\.isNumber)) }.first
        return (number ?? 0) / 1000
    }

    var description: String {
        let count = verdicts.values.reduce(0, +)
        let share = sampled.whole > 0 ? sampled.reading / sampled.whole * 100 : 0
        let told = verdicts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        return [
            told.joined(separator: ", "),
            String(
                format: "%8.0f documents/s of processor time, on one core",
                Double(count) / seconds
            ),
            String(format: "%8.0f %% of it reading JSON (goal: 80 %% or more)", share),
            String(format: "%8.0f MB at most (goal: below 200 MB)", Self.field("VmHWM:")),
            String(
                format: "%8.0f MB in use after a tenth, %.0f MB at the end",
                earlyMemory,
                Self.memory()
            ),
        ].joined(separator: "\n")
    }
}
