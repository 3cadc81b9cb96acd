import ClinicalQuality
import Foundation
import TestSupport
import Testing
import TrialDefinition

/// A definition is checked before a patient comes.
struct DefinitionCheckTests {
    private static let base = Repository.fixtures.appendingPathComponent("Checks/BASE")

    @Test(arguments: CheckCase.logic + CheckCase.table + CheckCase.words)
    func `a rule finds what is wrong, at its place, and nothing else`(_ item: CheckCase) throws {
        try judge(item, in: Self.base)
    }

    @Test(arguments: CheckCase.library)
    func `the rules see through the shared library`(_ item: CheckCase) throws {
        try judge(item, in: Repository.trialProtocol)
    }

    private func judge(_ item: CheckCase, in folder: URL) throws {
        let files = try item.files(of: folder)
        let check = DefinitionCheck(files)
        #expect(check.isLoadable, "\(check.findings)")
        let found = check.findings.filter { $0.rule == item.rule }
        guard let place = item.at else {
            #expect(found.isEmpty, "\(found)")
            return
        }
        let matches = found.filter { finding in
            finding.excerpt(in: files).prefix { $0 != "\n" }.contains(place)
                && item.says.map(finding.message.contains) ?? true
        }
        #expect(!matches.isEmpty, "\(found)")
    }

    @Test func `every rule has a definition that trips it and one that does not`() {
        let cases = CheckCase.logic + CheckCase.table + CheckCase.words
        for rule in DefinitionCheck.rules {
            let mine = cases.filter { $0.rule == rule.name }
            #expect(mine.contains { $0.at != nil }, "\(rule.name)")
            #expect(mine.contains { $0.at == nil }, "\(rule.name)")
        }
        let names = DefinitionCheck.rules.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(cases.map(\.rule)).isSubset(of: names))
    }

    @Test func `the base of the cases has no finding`() throws {
        let files = try CheckCase.passes("", "").files(of: Self.base)
        #expect(DefinitionCheck(files).findings.isEmpty)
    }

    @Test func `the planned trial has no error, and lacks only what native readers do`() throws {
        let files = try CheckCase.passes("", "").files(of: Repository.trialProtocol)
        let check = DefinitionCheck.together([files])[0]
        #expect(check.isLoadable)
        let others = check.findings.filter { finding in
            !["missing-translation", "unchecked-translation"].contains(finding.rule)
        }
        #expect(others.isEmpty, "\(others)")
    }

    @Test func `findings come sorted by file and place, and the same every time`() throws {
        let item = CheckCase.passes(
            "",
            "",
            .cql("\"Age\" >= 3\n", "\"Age\" >= 18 and \"Age\" < 3\n"),
            .table("at least 3 years old", "at least 4 years old"),
            .spanish("los 14 días", "los 15 días")
        )
        let files = try item.files(of: Self.base)
        let findings = DefinitionCheck(files).findings
        #expect(findings.count > 3)
        #expect(findings == DefinitionCheck(files).findings)
        #expect(findings.map(\.location) == findings.map(\.location).sorted())
    }

    @Test func `what the loader refuses is told as findings`() throws {
        let item = CheckCase.passes("", "", .cql("\"Infusion day\" - 4", "\"Infusion dya\" - 4"))
        let check = DefinitionCheck(try item.files(of: Self.base))
        #expect(!check.isLoadable)
        #expect(
            check.findings.contains {
                $0.rule == "unknown-name" && $0.remedy.contains("Infusion day")
            }
        )
    }

    /// The base with an amendment that asks for another age.
    private func amended(_ age: String, _ others: CheckCase.Edit...) throws -> DefinitionCheck {
        let folder = "amendments/1.1.0/"
        let table = """
            format: 1
            version: 1.1.0
            amends: 1.0.0
            date: 2026-12-01
            summary: Another age.
            library: amendment.cql
            criteria:
              - id: I01
                kind: inclusion
                title: Age
                text: The candidate is at least \(age) years old.
                expression: Age is at least \(age) years
                counts-from: screening
                changes: true
                remedy: wait
                source: "NCT02435849"

            """
        let logic = """
            library Base version '1.1.0'
            using FHIR version '4.0.1'
            include Base version '1.0.0' called Before
            context Patient
            define "Age is at least \(age) years":
              Before."Age" >= \(age)

            """
        let edits: [CheckCase.Edit] = [
            CheckCase.Edit(file: folder + "amendment.yaml", old: "", new: table),
            CheckCase.Edit(file: folder + "amendment.cql", old: "", new: logic),
        ]
        let item = CheckCase(rule: "", what: "", edits: edits + others, at: nil, says: nil)
        return DefinitionCheck(try item.files(of: Self.base))
    }

    @Test func `an amendment is checked with the rows that it leaves as they were`() throws {
        let further: [CheckCase.Edit] = [
            .criterion("E02", "exclusion", "Five years or older.", "NCT02435849"),
            .further("\"Age\" >= 5"),
        ]
        let check = try amended("6", further[0], further[1])
        #expect(check.isLoadable, "\(check.findings)")
        let found = check.findings.filter { $0.rule == "contradicting-criteria" }
        #expect(found.map(\.message) == ["I01 and E02 cannot both be fulfilled"])
        let harmless = try amended("4", further[0], further[1])
        #expect(!harmless.findings.contains { $0.rule == "contradicting-criteria" })
        // What only the first version uses is in use.
        #expect(!harmless.findings.contains { $0.rule == "unused-define" })
    }

    @Test func `an amendment has translations of its own`() throws {
        let old = try amended("4").findings.filter { $0.rule.hasSuffix("translation") }
        #expect(old.map(\.message) == ["es has no text for I01"])
        let text =
            "format: 1\ncriteria:\n  I01: { title: Edad, text: Al menos 4 años., checked: true }"
        let file = CheckCase.Edit(file: "amendments/1.1.0/text/es.yaml", old: "", new: text)
        let new = try amended("4", file).findings
        #expect(new.isEmpty, "\(new)")
    }

    @Test func `what one of several protocols uses of the library is in use`() throws {
        func files(_ name: String, uses: Bool) throws -> DefinitionFiles {
            let item = CheckCase.passes(
                "",
                "",
                .cql("context Patient", "include Shared called Shared\n\ncontext Patient"),
                .cql("\"Age\" >= 3\n", uses ? "\"Age\" >= 3 or Shared.\"Is\"\n" : "\"Age\" >= 3\n")
            )
            var texts: [String: String] = [:]
            for (path, text) in try item.files(of: Self.base).texts {
                texts[path.replacing("BASE/", with: "\(name)/")] = text
            }
            // An include stands before all other declarations.
            texts["\(name)/criteria.cql"] = texts["\(name)/criteria.cql"]?
                .replacing("include Shared called Shared\n\n", with: "")
                .replacing(
                    "called FHIRHelpers\n",
                    with: "called FHIRHelpers\ninclude Shared called Shared\n"
                )
            texts["Library/Shared.cql"] = """
                library Shared
                using FHIR version '4.0.1'
                codesystem "S": 'urn:s'
                code "One": '1' from "S"
                context Patient
                define "Is":
                  exists [Condition: "One"]
                """
            return DefinitionFiles(protocolFolder: name, texts: texts)
        }
        let (idle, active) = (try files("IDLE", uses: false), try files("ACTIVE", uses: true))
        let neither = DefinitionCheck.together([idle, try files("OTHER", uses: false)])
        #expect(neither.allSatisfy { $0.findings.map(\.rule) == ["unused-terminology"] })
        #expect(DefinitionCheck.together([idle])[0].findings.isEmpty)
        let both = DefinitionCheck.together([idle, active])
        #expect(both.map(\.folder) == ["IDLE", "ACTIVE"])
        #expect(both[0].findings.isEmpty)
    }
}
