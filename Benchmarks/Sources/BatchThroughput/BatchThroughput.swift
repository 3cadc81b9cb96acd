import Foundation
import Intake
import TrialOffice

/// How many synthetic candidates a second a batch answers, on one core, in which memory.
///
/// Usage: BatchThroughput REPOSITORY [DOCUMENTS [SEED]]
@main
struct BatchThroughput {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let root = URL(fileURLWithPath: arguments.first ?? ".")
        let wanted = arguments.dropFirst().first.flatMap(Int.init) ?? 10_000
        let seed = arguments.dropFirst(2).first.flatMap(UInt64.init) ?? 1
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent(
                "milenari-batch-\(ProcessInfo.processInfo.processIdentifier).ndjson"
            )
        defer { try? FileManager.default.removeItem(at: file) }
        let size = try write(wanted, seed: seed, to: file)
        print("\(wanted) documents, \(size / wanted / 1000) KB each on the average")
        try screen(file, of: wanted, by: root)
    }

    /// Streams the documents to `file`; gives their bytes.
    private static func write(_ count: Int, seed: UInt64, to file: URL) throws -> Int {
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        var maker = SyntheticCandidates(seed: seed)
        var bar = ProgressBar("made", of: count)
        var size = 0
        for _ in 0..<count {
            let line = maker.next()
            size += line.utf8.count + 1
            try handle.write(contentsOf: Data((line + "\n").utf8))
            bar.advance()
        }
        bar.clear()
        return size
    }

    private static func screen(_ file: URL, of count: Int, by root: URL) throws {
        let folder = root.appendingPathComponent("Protocols/MILENARI-ALL-1")
        let day = try Day("2026-11-21", at: "the benchmark")
        let definition = try TrialOffice.load(DefinitionFolder.read(folder)).first
        var batch = BatchScreening(definition, siteCode: nil, asOf: day)
        var figures = Figures()
        var bar = ProgressBar("screened", of: count)
        var number = 0
        try forEachLine(of: file) { bytes in
            number += 1
            let document = GivenDocument(name: "\(number)", bytes: bytes)
            let (time, screened) = try timed { try batch.answer(document) }
            figures.note(screened.summary?.verdict.rawValue ?? "refused", time)
            // Reading alone, of every tenth: a share, not a part of the whole.
            if number.isMultiple(of: 10) {
                let (reading, _) = try timed { try CandidateDocument(fhir: bytes) }
                figures.noteReading(reading, of: time)
            }
            if number == max(1, count / 10) { figures.earlyMemory = Figures.memory() }
            bar.advance()
        }
        bar.clear()
        print(figures)
    }

    /// Processor time, which other work on the machine does not lengthen.
    private static func timed<Value>(_ body: () throws -> Value) rethrows -> (Double, Value) {
        let start = clock()
        let value = try body()
        return (Double(clock() - start) / Double(CLOCKS_PER_SEC), value)
    }

    /// Hands over one line after the other, as the command does.
    private static func forEachLine(of file: URL, _ body: ([UInt8]) throws -> Void) throws {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var line: [UInt8] = []
        while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
            var rest = part[...]
            while let end = rest.firstIndex(of: 0x0A) {
                line.append(contentsOf: rest[..<end])
                try body(line)
                line.removeAll(keepingCapacity: true)
                rest = rest[rest.index(after: end)...]
            }
            line.append(contentsOf: rest)
        }
    }
}
