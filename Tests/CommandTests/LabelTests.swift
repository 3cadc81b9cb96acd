import Foundation
import TestSupport
import Testing

struct LabelTests {
    @Test(arguments: ["BCN-PBDC-QDTE", "bcn pbdc qdte", "BCNPBDCQDTE"])
    func `a pseudonym is printed however it is typed`(_ typed: String) throws {
        let run = try CommandLineTool.run(["label", typed])
        #expect(run.status == 0)
        #expect(run.output.contains("<title>BCN-PBDC-QDTE</title>"))
        #expect(run.errors.isEmpty)
    }

    @Test func `a sheet goes to the file that is named`() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("labels.svg")
        let run = try CommandLineTool.run([
            "label", "BCN-PBDC-QDTE", "--sheet", "--output", file.path,
        ])
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(try String(contentsOf: file, encoding: .utf8).contains("210mm"))
    }

    @Test func `a wrong code is refused, and the right one only suggested`() throws {
        let run = try CommandLineTool.run(["label", "BCN-PBDC-QDTF"])
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("it would be BCN-PBDC-QDTE"))
    }

    @Test(arguments: ["BCN-PBDC", "", "BCN-0000-0000", "S-BCN-0001-K7"])
    func `what is no code is refused`(_ typed: String) throws {
        let run = try CommandLineTool.run(["label", typed])
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("PSEUDONYM"))
    }
}
