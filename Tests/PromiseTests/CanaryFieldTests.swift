import Foundation
import Reporting
import TestSupport
import Testing
import TrialDefinition
import TrialOffice

/// Promises 3 and 7 for every field of a document, one by one: whatever stands there is in no
/// report, no error, and no byte of the trial's files.
struct CanaryFieldTests {
    private static let canary = "Zzcanaryzz"

    /// A field, as the keys and indexes that lead to it; nil puts a new key into the object there.
    private struct Field {
        let document: CandidateFixture
        let path: [PathPart]
        let isNewKey: Bool
    }

    private enum PathPart: Hashable {
        case key(String)
        case index(Int)
    }

    /// Every field of all candidates once: the same field in the same kind of resource is the same.
    private static func fields() throws -> [Field] {
        var seen: Set<String> = []
        var fields: [Field] = []
        func visit(_ value: Any, _ path: [PathPart], _ name: String, _ document: CandidateFixture) {
            if let object = value as? [String: Any] {
                let name = name + (object["resourceType"] as? String ?? "")
                if seen.insert(name + "{}").inserted {
                    fields.append(Field(document: document, path: path, isNewKey: true))
                }
                for (key, value) in object.sorted(by: { $0.key < $1.key }) {
                    visit(value, path + [.key(key)], "\(name).\(key)", document)
                }
            } else if let list = value as? [Any] {
                for (index, value) in list.enumerated() {
                    visit(value, path + [.index(index)], name, document)
                }
            } else if seen.insert(name).inserted {
                fields.append(Field(document: document, path: path, isNewKey: false))
            }
        }
        for document in try CandidateFixture.all() {
            let object = try JSONSerialization.jsonObject(with: Data(document.document))
            visit(object, [], "", document)
        }
        return fields
    }

    private func changed(_ value: Any, _ path: ArraySlice<PathPart>, _ isNewKey: Bool) -> Any {
        switch path.first {
        case .key(let key):
            guard var object = value as? [String: Any], let old = object[key] else { return value }
            object[key] = changed(old, path.dropFirst(), isNewKey)
            return object
        case .index(let index):
            guard var list = value as? [Any] else { return value }
            list[index] = changed(list[index], path.dropFirst(), isNewKey)
            return list
        case nil:
            guard isNewKey, var object = value as? [String: Any] else { return Self.canary }
            object[Self.canary] = Self.canary
            return object
        }
    }

    private func document(_ field: Field, _ number: Int) throws -> GivenDocument {
        let object = try JSONSerialization.jsonObject(with: Data(field.document.document))
        let bundle = changed(object, field.path[...], field.isNewKey)
        let bytes = try JSONSerialization.data(withJSONObject: bundle)
        return GivenDocument(name: "document \(number)", bytes: [UInt8](bytes))
    }

    @Test func `no field of a document reaches a report, an error or a file of the trial`()
        throws
    {
        let trial = try SampleTrial()
        let offices = try ["BCN", "ROM", "BEY", "AMM"].reduce(into: [String: TrialOffice]()) {
            $0[$1] = try TrialOffice.open(trial.url)
        }
        var people: [String: (screens: Session, enrolls: Session)] = [:]
        for (site, office) in offices {
            people[site] = (
                try SampleTrial.unlock(office, SampleTrial.user(.investigator, at: site)),
                try SampleTrial.unlock(office, SampleTrial.user(.coordinator, at: site))
            )
        }
        var texts: [String] = []
        var recorded = 0
        let fields = try Self.fields()
        #expect(fields.count > 200)
        for (number, field) in fields.enumerated() {
            let site = field.document.site
            guard let office = offices[site], let person = people[site] else { continue }
            let document = try document(field, number)
            do {
                let asOf = try Day(field.document.asOf, at: "test")
                let now = try Moment(millisecondsSince1970: 1_795_254_200_000)
                let screening = try office.screen(
                    document,
                    by: person.screens,
                    asOf: asOf,
                    now: now
                )
                recorded += 1
                texts.append(ScreeningText(screening, style: Style(isColored: false)).text)
                texts.append(try JSONText.encode(screening))
                let enrollment = try office.enroll(
                    TrialOffice.EnrollmentRequest(
                        screening: screening.number,
                        document: document,
                        asOf: asOf
                    ),
                    by: person.enrolls,
                    now: now
                )
                texts.append("\(enrollment)")
                let code = try office.requestAllocation(
                    of: enrollment.subject,
                    by: person.enrolls,
                    now: now
                )
                texts.append(code)
            } catch {
                texts.append("\(error)")
            }
        }
        #expect(recorded > 50 && texts.count > 100)
        for text in texts {
            #expect(!text.localizedCaseInsensitiveContains(Self.canary), "\(text)")
        }
        for office in offices.values { try office.close() }
        let needles = [Self.canary, Self.canary.lowercased(), Self.canary.uppercased()]
        for (path, bytes) in try FolderContents(trial.url).files {
            for needle in needles { #expect(bytes.range(of: Data(needle.utf8)) == nil, "\(path)") }
        }
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    @Test(arguments: ["ZZX", "ANA"])
    func `a site code that no site has is not told`(_ code: String) throws {
        let fixture = try CandidateFixture.named("01")
        let text = String(decoding: fixture.document, as: UTF8.self)
        let document = Array(text.replacing("BCN", with: code).utf8)
        let definition = try TrialOffice.load(try DefinitionFolder.read(Repository.trialProtocol))
            .first
        let error = #expect(throws: OfficeError.self) {
            _ = try TrialOffice.answer(
                GivenDocument(name: "d", bytes: document),
                definition: definition,
                siteCode: nil,
                asOf: try SampleTrial.day
            )
        }
        #expect(error?.message.contains("names a site") == true)
        #expect(error.map { "\($0)".contains(code) } == false)
    }

    /// A passphrase, or a candidate's document, named where the staff file should be.
    @Test(arguments: [
        "Zzcanaryzz", "Zzcanaryzz: [", "- Zzcanaryzz", "- name: a\n  role: Zzcanaryzz",
        #"{"resourceType": "Patient", "name": [{"family": "Zzcanaryzz"}]}"#,
    ])
    func `a wrong file in place of the staff is not shown`(_ text: String) throws {
        let folder = try TemporaryFolder()
        let file = folder.file("staff.yaml")
        try Data((text + "\n").utf8).write(to: file)
        let error = #expect(throws: OfficeError.self) { _ = try StaffMember.list(file) }
        #expect(error?.code == .badInput)
        #expect(error.map { "\($0)".contains(Self.canary) } == false)
    }
}
