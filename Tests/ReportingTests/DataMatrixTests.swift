import Foundation
import Pseudonymization
import Reporting
import Testing

@Suite struct `Data Matrix symbols` {
    /// ISO/IEC 16022, figure F.9: which bit of which code word stands where in a region of 8 × 8.
    private static let smallestRegion = """
        2.1 2.2 3.6 3.7 3.8 4.3 4.4 4.5
        2.3 2.4 2.5 5.1 5.2 4.6 4.7 4.8
        2.6 2.7 2.8 5.3 5.4 5.5 1.1 1.2
        1.5 6.1 6.2 5.6 5.7 5.8 1.3 1.4
        1.8 6.3 6.4 6.5 8.1 8.2 1.6 1.7
        7.2 6.6 6.7 6.8 8.3 8.4 8.5 7.1
        7.4 7.5 3.1 3.2 8.6 8.7 8.8 7.3
        7.7 7.8 3.3 3.4 3.5 4.1 4.2 7.6
        """

    @Test func `the example of the standard has its code words`() throws {
        // ISO/IEC 16022, annex O: "123456".
        #expect(ReedSolomon.correction(for: [142, 164, 186], count: 5) == [114, 25, 5, 88, 102])
    }

    @Test func `the example of the standard has its modules`() throws {
        let symbol = try #require(DataMatrix("123456"))
        let words = [142, 164, 186, 114, 25, 5, 88, 102]
        #expect(symbol.modules == 10)
        for (row, line) in Self.smallestRegion.split(separator: "\n").enumerated() {
            for (column, place) in line.split(separator: " ").enumerated() {
                let parts = place.split(separator: ".").compactMap { Int($0) }
                let isDark = words[parts[0] - 1] >> (8 - parts[1]) & 1 == 1
                #expect(symbol.isDark(row: row + 1, column: column + 1) == isDark, "\(place)")
            }
        }
        for index in 0..<10 {
            #expect(symbol.isDark(row: index, column: 0))
            #expect(symbol.isDark(row: 9, column: index))
            #expect(symbol.isDark(row: 0, column: index) == index.isMultiple(of: 2))
            #expect(symbol.isDark(row: index, column: 9) == !index.isMultiple(of: 2))
        }
    }

    @Test(arguments: [
        ("", 10), ("ABC", 10), ("ABCDE", 12), ("12345678AB", 14), ("ABCDEFGHIJKL", 16),
        ("BCN-7K4M-9QXR", 18), (String(repeating: "x", count: 44), 26),
    ])
    func `a text stands in the smallest symbol that holds it`(text: String, modules: Int) {
        #expect(DataMatrix(text)?.modules == modules)
    }

    @Test(arguments: ["é", "محمد", String(repeating: "x", count: 45)])
    func `a text that no symbol holds has none`(_ text: String) {
        #expect(DataMatrix(text) == nil)
    }

    /// The program of the independent decoder libdmtx, where it is installed.
    private static let reader = ["/usr/bin/dmtxread", "/opt/homebrew/bin/dmtxread"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// What libdmtx reads in a picture of the modules.
    private static func read(_ modules: Int, _ isDark: (Int, Int) -> Bool) throws -> String {
        let scale = 8
        let side = (modules + 6) * scale
        var picture = Data("P5 \(side) \(side) 255\n".utf8)
        for y in 0..<side {
            for x in 0..<side {
                let (row, column) = (y / scale - 3, x / scale - 3)
                let isInside = (0..<modules).contains(row) && (0..<modules).contains(column)
                picture.append(isInside && isDark(row, column) ? 0 : 255)
            }
        }
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("symbol-\(UUID().uuidString).pgm")
        try picture.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(reader))
        process.arguments = ["-N", "1", file.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    @Test(
        .enabled(if: reader != nil, "libdmtx (dmtx-utils) is not installed"),
        arguments: [
            "A", "Ab3-9", "pseudonym", "BCN7K4M9QXR", "BCN-7K4M-9QXR", "1234567890-1234567890",
            "a text of 30 words of the code", "a text that needs thirty-six letters",
            "a text that needs so many letters as: 44444.",
        ]
    )
    func `an independent decoder reads every size`(_ text: String) throws {
        let symbol = try #require(DataMatrix(text))
        #expect(try Self.read(symbol.modules) { symbol.isDark(row: $0, column: $1) } == text)
    }

    @Test(.enabled(if: reader != nil, "libdmtx (dmtx-utils) is not installed"))
    func `an independent decoder reads the label of a pseudonym`() throws {
        for seed in UInt8.min..<20 {
            let pseudonym = try Pseudonym(
                site: SiteCode(["BCN", "ROM", "BEY", "AMM"][Int(seed) % 4]),
                randomBytes: { (0..<UInt8($0)).map { $0 &* 29 &+ seed &* 17 } }
            )
            let dark = try DarkModules(svg: PseudonymLabel(pseudonym).svg)
            #expect(try Self.read(18) { dark.contains($0, $1) } == pseudonym.text)
        }
    }
}
