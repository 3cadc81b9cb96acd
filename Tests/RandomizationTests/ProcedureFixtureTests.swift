import Foundation
import Randomization
import RandomnessSupport
import Testing

/// `Fixtures/Allocations`: what every procedure allocated when its construction was fixed.
///
/// `REMAKE_FIXTURES=1 swift test --filter ProcedureFixtureTests` writes the files anew; a changed line
/// means that trials that are under way would not replay.
@Suite struct ProcedureFixtureTests {
    private static let names = SampleSchemes.methods.map(\.name)

    private static func file(_ name: String) -> URL {
        OtherImplementation.root.appending(path: "Fixtures/Allocations/\(name).json")
    }

    @Test(arguments: names)
    func `every procedure allocates as it always did`(_ name: String) throws {
        let scheme = try SampleSchemes.scheme(name)
        let seed = (0..<32).map { UInt8($0 * 7 % 251) }
        let draws = try SampleSchemes.draws(scheme, GeneratorSource(seed: seed))
        let fixture = try ReplayFixture(scheme, seed: seed, draws).text()
        if ProcessInfo.processInfo.environment["REMAKE_FIXTURES"] == "1" {
            try fixture.write(to: Self.file(name))
        }
        #expect(try Data(contentsOf: Self.file(name)) == fixture)
        let log = draws.map(\.allocation)
        #expect(
            try Replay.findings(in: log, scheme: scheme, source: GeneratorSource(seed: seed))
                .isEmpty
        )
    }

    @Test(.enabled(if: OtherImplementation.python != nil, "needs python3"), arguments: names)
    func `the other implementation recomputes every fixture`(_ name: String) throws {
        let fixture = try JSONDecoder().decode(
            ReplayFixture.self,
            from: Data(contentsOf: Self.file(name))
        )
        #expect(fixture.draws.count >= 60)
        let (output, status) = try OtherImplementation.replay(Self.file(name))
        #expect(output == fixture.draws.map { $0 + "\n" }.joined())
        #expect(status == 0)
    }

    @Test func `every method has a fixture`() throws {
        let methods = Set(try Self.names.map { try SampleSchemes.scheme($0).method.text.name })
        #expect(methods == Set(AllocationMethod.names))
    }

    @Test(arguments: names)
    func `every scheme is read back from its canonical text`(_ name: String) throws {
        let scheme = try SampleSchemes.scheme(name)
        #expect(try Scheme(canonicalText: scheme.canonicalText) == scheme)
    }
}
