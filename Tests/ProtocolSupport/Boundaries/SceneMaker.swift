import Foundation
import TestSupport
import TrialDefinition

/// Makes the scene in which a limit decides: a base candidate with some changes, by name.
///
/// A change is `age`, `sex`, `site`, `base`, the day of `infusion` or `leukapheresis`, the status of
/// all `consents`; `status`, `dose` or `route` of what is added at the limit; or the name of a
/// concept, alone or behind `later`, with a value: a quantity, a whole number, `true` or `false`, `positive` or `negative`,
/// `confirmed`, a day, a code of our own findings, or `none`.
struct SceneMaker {
    /// The resources in which each concept is read, with its codes.
    private let concepts: [String: [DecisionLimit.Element]]

    init(_ limits: [DecisionLimit]) {
        var concepts: [String: Set<DecisionLimit.Element>] = [:]
        for element in limits.flatMap(\.subject.elements) {
            if let concept = element.concept { concepts[concept, default: []].insert(element) }
        }
        self.concepts = concepts.mapValues { $0.sorted { $0.resource < $1.resource } }
    }

    /// The candidate of `scene`.
    func candidate(_ scene: [String: String]) throws -> BaseCandidate {
        let fixture = try CandidateFixture.named(scene["base"] ?? "01")
        var base = BaseCandidate(
            site: scene["site"] ?? fixture.site,
            asOf: try BoundaryDay(fixture.asOf),
            editor: try BundleEditor(fixture.document)
        )
        for (name, value) in scene.sorted(by: { $0.key < $1.key }) {
            switch name {
            case "base", "site": break
            case "age": base.setBirth(try base.born(atAge: value))
            case "sex": base.setPatient("gender", value)
            case "infusion", "leukapheresis": try base.setEvent(name, value)
            case "consents": base.setConsents("status", value)
            case "status", "dose", "route": base.event[name] = value
            case _ where name.hasPrefix(Self.later):
                base.later[String(name.dropFirst(Self.later.count))] = value
            default: try change(&base, name, value)
            }
        }
        return base
    }

    private static let later = "later "

    /// Adds the results that are newer than what the limit is about, of the day before screening.
    func addLater(_ base: inout BaseCandidate) throws {
        for (name, value) in base.later.sorted(by: { $0.key < $1.key }) {
            guard let element = concepts[name]?.first(where: { $0.resource == "Observation" })
            else {
                throw BoundaryFile.Flaw(description: "no criterion reads results of \"\(name)\"")
            }
            let value = try FHIRValue(value)
            var result = BaseCandidate.observation(element, base.asOf.adding(-1, .day).day)
            result[value.key] = value.value
            base.editor.add(result)
        }
    }

    /// Makes one change of a concept.
    func change(_ base: inout BaseCandidate, _ name: String, _ value: String) throws {
        guard let elements = concepts[name], let first = elements.first else {
            throw BoundaryFile.Flaw(
                description: "no criterion reads \"\(name)\"; a scene has names of concepts"
            )
        }
        let codes = first.codeSet
        if value == "none" {
            base.editor.remove { BundleEditor.has($0, oneOf: codes) }
            return
        }
        if elements.contains(where: { $0.resource == "Observation" }) {
            try base.setObservation(first, FHIRValue(value))
        } else if elements.contains(where: { $0.resource == "Condition" }) {
            base.editor.add(BaseCandidate.condition(first, "2025-01-01", verification: value))
        } else {
            let type = elements.first { $0.resource == "Procedure" } ?? first
            base.editor.add(BaseCandidate.event(type, try BoundaryDay(value).day))
        }
    }
}

extension DecisionLimit.Element {
    var codeSet: Set<[String]> { Set(codes.map { [$0.system, $0.code] }) }
}

extension DecisionLimit.Subject {
    var elements: [DecisionLimit.Element] {
        switch self {
        case .element(let element), .ageOn(let element): [element]
        case .computed(let elements): elements
        case .age, .unread: []
        }
    }
}
